import { describe, expect, test } from 'vitest';
import type { ContentToken } from '#programmes/apple-licences/rules/token/content-token.ts';
import { type TokenInput } from '#programmes/apple-licences/rules/token/token-commands.ts';
import { noteFinding } from '#programmes/apple-licences/rules/token/token-findings.ts';
import type { Finding } from '#programmes/apple-licences/rules/token/token-life.ts';
import { handoverNote } from '#programmes/apple-licences/screens/handover/handover-note.ts';
import {
  hasSystem,
  renewalHint,
  renewalName,
  tokenLook,
} from '#programmes/apple-licences/screens/token/token-words.ts';
import { recordOf, valueOf } from '#tests/factories/credit.ts';
import { doingOn } from '#tests/factories/doing.ts';
import { EN, SV, tokenOf } from './token-of.ts';

const TODAY = '2026-11-20';
const found = (kind: Finding): ContentToken =>
  recordOf(valueOf(noteFinding(tokenOf(), { kind, on: '2026-11-19' }, doingOn()))) as ContentToken;
const lookOf = (token: ContentToken, today = TODAY, text = SV) => tokenLook(token, today, text);

describe('B2: the state of a token', () => {
  test.each<[Finding, string]>([
    ['revoked', 'återkallad'],
    ['invalid', 'ogiltig'],
  ])(
    'B2: no day is left of one that is %s, and its file’s day is a fact beside it',
    (kind, sentence) => {
      const look = lookOf(found(kind));
      expect(look).toMatchObject({
        isVoid: true,
        left: -1,
        number: '',
        unit: sentence,
        longUnit: sentence,
        group: 'over',
      });
      expect([look.ends, look.longEnds]).toEqual([
        'Filens sista dag: mån 14 dec',
        'Gäller inte längre',
      ]);
      expect(look.sentence.toLowerCase()).toBe(
        `${sentence}. gäller inte längre, fast filens sista dag är 14 december`,
      );
      expect(JSON.stringify([look, lookOf(found(kind), TODAY, EN)])).not.toMatch(
        /24|kvar|left"?:? ?[1-9]|days/,
      );
    },
  );

  test.each<[string, ContentToken, string, object]>([
    [
      'valid',
      tokenOf(),
      '2026-09-01',
      { number: '104', longUnit: 'dagar kvar', longEnds: 'Upphör mån 14 dec' },
    ],
    ['expiring', tokenOf(), TODAY, { number: '24', left: 24, ends: 'Till mån 14 dec' }],
    ['expired', tokenOf(), '2026-12-16', { number: '2', left: -2, ends: 'Upphörde mån 14 dec' }],
    [
      'duplicate',
      found('duplicate'),
      TODAY,
      { number: '24', left: 24, longEnds: 'Upphör mån 14 dec' },
    ],
    ['claimed', found('claimed'), TODAY, { number: '24', left: 24, longEnds: 'Upphör mån 14 dec' }],
  ])('B2: the days of one that is %s are counted', (state, token, today, look) => {
    expect(lookOf(token, today)).toMatchObject({ state, isVoid: false, ...look });
  });

  test('B4: nor does the handover note of one that no longer counts rely on its day', () => {
    const note = handoverNote(found('revoked'), {
      text: SV,
      asOf: '2026-11-19',
      workspace: 'Nordby IT',
    });
    const facts = Object.fromEntries(note.facts.map(({ label, value }) => [label, value]));
    expect(facts).toMatchObject({ 'Filens sista dag': '14 dec 2026', Läge: 'Återkallad' });
    expect(facts).not.toHaveProperty('Upphör');
    expect(note.kills.join(' ')).not.toContain('sista dagen');
    const early = handoverNote(found('revoked'), {
      text: SV,
      asOf: '2026-06-01',
      workspace: 'Nordby IT',
    });
    expect(early.renewal.begin).toBe('');
  });
});

test.each<[Partial<TokenInput>, boolean, string, string]>([
  [
    { system: 'intune' },
    true,
    'Överför i Intune',
    'Synka i Microsoft Intune och se att sista dagen är den nya',
  ],
  [
    { system: 'jamf' },
    true,
    'Byt ut filen i Jamf Pro',
    'Synka i Jamf Pro och se att sista dagen är den nya',
  ],
  [
    { system: 'other', systemName: 'Nordby MDM' },
    true,
    'Byt ut filen i Nordby MDM',
    'Synka i Nordby MDM och se att sista dagen är den nya',
  ],
  [
    { system: 'other' },
    false,
    'Byt ut filen där den används',
    'Synka där token används och se att sista dagen är den nya',
  ],
  [
    { system: '' },
    false,
    'Byt ut filen där den används',
    'Synka där token används och se att sista dagen är den nya',
  ],
])(
  'B6: the steps of a renewal name the system where it is known: %j',
  (input, isNamed, uploaded, checked) => {
    const { data } = tokenOf({ systemName: '', ...input });
    expect(hasSystem(data)).toBe(isNamed);
    expect([renewalName('uploaded', data, SV), renewalHint('checked', data, SV)]).toEqual([
      uploaded,
      checked,
    ]);
  },
);
