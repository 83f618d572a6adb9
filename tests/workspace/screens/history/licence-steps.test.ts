import { describe, expect, test } from 'vitest';
import type { VolymRecord } from '#core/record/record.ts';
import type { Step } from '#core/record/step.ts';
import { formatFor } from '#core/language/format.ts';
import { history as english } from '#workspace/words/en/history.ts';
import { shell as englishShell } from '#ui/words/en/shell.ts';
import { sync as englishSync } from '#workspace/words/en/sync.ts';
import { history } from '#workspace/words/sv/history.ts';
import { shell } from '#ui/words/sv/shell.ts';
import { sync } from '#workspace/words/sv/sync.ts';
import { pastLines } from '#workspace/screens/history/past-lines.ts';
import type { Texts } from '#ui/text.ts';
import { appWith, licenceWith, userWith } from '#tests/factories/apps.ts';
import { fieldsOf } from '#tests/factories/fields-of.ts';
import { loadHistoryText } from '#workspace/screens/history/load-history-text.ts';

const { recordWords: swedishRecordWords } = await loadHistoryText('sv');
const { recordWords: englishRecordWords } = await loadHistoryText('en');

const swedish = {
  history,
  shell,
  sync,
  recordWords: swedishRecordWords,
  format: formatFor('sv', 'Europe/Stockholm'),
} as Partial<Texts> as Texts;
const inEnglish = {
  history: english,
  shell: englishShell,
  sync: englishSync,
  recordWords: englishRecordWords,
  format: formatFor('en', 'Europe/Stockholm'),
} as Partial<Texts> as Texts;

const step = (kind: string, count?: number): Step => ({
  id: kind,
  kind,
  on: '2026-11-20',
  at: 1,
  by: 'sara',
  ...(count === undefined ? {} : { data: { count: String(count) } }),
});
const told = (record: VolymRecord, text = swedish) =>
  pastLines(record, { text, today: '2026-11-20', people: [] }).map(({ title, notes }) =>
    [title, ...notes].join(', '),
  );

describe('X12: the history of apps, licences and users is put in words', () => {
  test('X12: what was given and taken back, with how many', () => {
    expect(told(appWith({ steps: [step('assigned', 12)] }))).toEqual([
      'Tilldelad, fre 20 nov, 12 licenser',
    ]);
    expect(told(appWith({ steps: [step('taken-back', 1)] }))).toEqual([
      'Tagen tillbaka, fre 20 nov, 1 licens',
    ]);
    expect(told(appWith({ steps: [step('assigned', 1_200)] }), inEnglish)).toEqual([
      'Assigned, Fri 20 Nov, 1,200 licences',
    ]);
  });

  test.each([
    [{ from: '120', to: '1500' }, ['120', '1\u202f500'], ['120', '1,500']],
    [{ from: '', to: '30' }, ['–', '30'], ['–', '30']],
    [{ from: 'unlimited', to: '30' }, ['fritt antal', '30'], ['unlimited', '30']],
  ])('X12: what a person says is owned, from and to: %o', (data, ...fromAndTo) => {
    const app = appWith({ steps: [{ ...step('counted'), data }] });
    const titles = ['Ägda, skrivet för hand', 'Owned, entered by hand'];
    for (const [at, text] of [swedish, inEnglish].entries()) {
      const [line] = pastLines(app, { text, today: '2026-11-20', people: [] });
      const [from, to] = fromAndTo[at] ?? [];
      expect(line).toMatchObject({ title: titles[at], values: { from, to }, back: [] });
    }
  });

  test('X12: such a line that was undone says so', () => {
    const counted = { ...step('counted'), data: { from: '120', to: '150' } };
    const undone = { ...step('withdrawn'), at: 2, withdraws: 'counted' };
    expect(told(appWith({ steps: [counted, undone] }))[0]).toBe(
      'Ägda, skrivet för hand, taget tillbaka',
    );
  });

  test.each([
    ...['assigned', 'uninstall-asked', 'stays', 'app-gone', 'taken-back', 'not-listed'].map(
      (kind) => [kind, licenceWith({ steps: [step(kind)] })],
    ),
    ...['invited', 'reminded', 'accepted', 'retired', 'returned'].map((kind) => [
      kind,
      userWith({ steps: [step(kind)] }),
    ]),
  ] as [string, VolymRecord][])('X12: %s has its own words in both languages', (kind, record) => {
    for (const text of [swedish, inEnglish]) {
      const [line] = told(record, text);
      expect(line).toMatch(/20 [nN]ov/);
      expect(line?.startsWith(kind)).toBe(false);
    }
  });

  test('X9, X12: a look at an invitation is described as one, and not as a code', () => {
    const looked = userWith({ steps: [step('revealed')] });
    expect(told(looked)).toEqual(['Inbjudan visades, fre 20 nov']);
    expect(told(looked, inEnglish)).toEqual(['The invitation was shown, Fri 20 Nov']);
  });

  test('X9: a changed invitation is shown without a value', () => {
    const change = { id: 'c', at: 1, by: 'sara', field: 'invite' };
    const [line] = pastLines(
      { ...userWith(), history: [change] },
      { text: swedish, today: '2026-11-20', people: [] },
    );
    expect(line).toMatchObject({ title: 'Inbjudningskod', values: 'hidden', back: [] });
  });

  const fields = (
    ['volume-app', 'volume-user', 'assigned-licence', 'app-deployment'] as const
  ).flatMap((kind) =>
    fieldsOf(kind)
      // How a record is stored, and which import brought it, is no line of a history.
      .filter((field) => field !== 'v' && field !== 'origin')
      .map((field) => [kind, field] as const),
  );
  test.each(fields)(
    'X12: a change of the field %s %s has a word in both languages',
    (kind, field) => {
      const change = { id: 'c', at: 1, by: 'sara', field, from: '', to: 'x' };
      for (const text of [swedish, inEnglish]) {
        const record = { ...appWith(), kind, history: [change] } as VolymRecord;
        const [line] = pastLines(record, { text, today: '2026-11-20', people: [] });
        expect(line?.title).toMatch(/^[A-ZÅÄÖ]/);
        expect(line?.title).not.toBe(field);
      }
    },
  );

  test('X12: whom a licence is for, yes and no, and users by name are put in words', () => {
    const values = (field: string, from: unknown, to: unknown, text = swedish) => {
      const change = { id: 'c', at: 1, by: 'sara', field, from, to };
      return pastLines(
        { ...licenceWith(), history: [change] },
        { text, today: '2026-11-20', people: [] },
      )[0]?.values;
    };
    expect(values('to', 'user', 'device')).toEqual({ from: 'användare', to: 'enhet' });
    expect(values('to', 'user', 'device', inEnglish)).toEqual({ from: 'user', to: 'device' });
    expect(values('isRevocable', '', true)).toEqual({ from: '–', to: 'Ja' });
    expect(values('users', '', { u1: 'Alva Ek', u2: 'Bo Lind' })).toEqual({
      from: '–',
      to: 'Alva Ek och Bo Lind',
    });
  });
});
