import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ContentToken } from '#programmes/apple-licences/rules/token/content-token.ts';
import { tickRenewal } from '#programmes/apple-licences/rules/token/token-commands.ts';
import { handoverNote } from '#programmes/apple-licences/screens/handover/handover-note.ts';
import { recordOf, valueOf } from '#tests/factories/credit.ts';
import { doingOn } from '#tests/factories/doing.ts';
import { EN, SV, tokenOf } from '../token/token-of.ts';

const TODAY = '2026-11-20';

const noteOf = (token: ContentToken, text = SV) =>
  handoverNote(token, { text, asOf: TODAY, workspace: 'Nordby IT' });

describe('B4: the handover note', () => {
  test('B4: it says all that whoever takes over needs, each day with its year', () => {
    const note = noteOf(tokenOf());
    expect(note.heading).toBe('VPP-token Grundskolor');
    expect(note.written).toBe('Nordby IT, 20 nov 2026');
    expect(Object.fromEntries(note.facts.map(({ label, value }) => [label, value]))).toEqual({
      Organisation: 'Nordby kommun',
      'Apple-ID': 'vpp@nordby.example',
      Plats: 'Nordby grundskolor',
      System: 'Microsoft Intune',
      Hämtad: '14 dec 2025, av Johan Ek',
      Upphör: '14 dec 2026',
      Läge: 'Upphör snart',
    });
    expect([note.holders, note.isFew]).toEqual([['Sara Lindholm', 'Johan Ek'], false]);
    expect(note.where.join(' ')).toContain('vpp@nordby.example');
    expect(note.kills.join(' ')).toMatch(/Lösenordet byts.*14 dec 2026 är sista dagen/);
    expect(note.byHand).toHaveLength(4);
  });

  test('B4: it gives the progress of the renewal, in the words of the system that has the token', () => {
    const begun = recordOf(valueOf(tickRenewal(tokenOf(), 'signed-in', doingOn()))) as ContentToken;
    const { renewal } = noteOf(begun);
    expect(renewal.progress).toBe('1 av 5 klara');
    expect(renewal.steps.map(({ name, done }) => [name, done])).toEqual([
      ['Logga in hos Apple', '20 nov 2026'],
      ['Hämta en ny token', ''],
      ['Överför i Intune', ''],
      ['Läs in filen här', ''],
      ['Synkronisera och kontrollera', ''],
    ]);
    const other = noteOf(tokenOf({ system: 'other', systemName: 'Nordby MDM' }));
    expect(other.renewal.steps[2]?.name).toBe('Byt ut filen i Nordby MDM');
    expect(other.renewal.steps[4]?.hint).toBe(
      'Synka i Nordby MDM och se att sista dagen är den nya',
    );
    expect(other.facts.find(({ label }) => label === 'System')?.value).toBe('Nordby MDM');
  });

  test.each([
    ['2026-11-13', 'Börja senast 14 nov 2026.'],
    ['2026-11-14', ''],
  ])('B4: on %s it says when to begin only while that is ahead', (today, begin) => {
    const note = handoverNote(tokenOf(), { text: SV, asOf: today, workspace: 'Nordby IT' });
    expect(note.renewal.begin).toBe(begin);
  });

  test('B4: what is not known is a line to write on, and one with access is too few', () => {
    const note = noteOf(
      tokenOf({ location: '', system: '', downloadedBy: '', holders: { sara: 'Sara Lindholm' } }),
    );
    const empty = note.facts.filter(({ value }) => value === '').map(({ label }) => label);
    expect([empty, note.isFew]).toEqual([['Plats', 'System'], true]);
    expect(note.facts.find(({ label }) => label === 'Hämtad')?.value).toBe('14 dec 2025');
  });

  test('B4: it speaks English, too', () => {
    expect(noteOf(tokenOf(), EN).facts[0]?.label).toBe('Organisation');
    expect(noteOf(tokenOf(), EN).kills[0]).toMatch(/^The password/);
  });

  test('B4: neither the text of the token nor its fingerprint is ever on it', () => {
    const secret = fc.stringMatching(/^[A-Za-z0-9+/]{24,64}$/);
    const hash = fc.stringMatching(/^[0-9a-f]{64}$/);
    fc.assert(
      fc.property(secret, hash, fc.constantFrom(SV, EN), (text, fingerprint, words) => {
        const printed = JSON.stringify(noteOf(tokenOf({}, text, fingerprint), words));
        expect(printed).not.toContain(text);
        expect(printed).not.toContain(fingerprint.slice(0, 8));
      }),
    );
  });
});
