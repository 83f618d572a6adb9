import { describe, expect, test } from 'vitest';
import { appRows } from '#programmes/apple-licences/rules/app/app-rows.ts';
import type { LicenceSum } from '#programmes/apple-licences/rules/app/licence-stock.ts';
import { formatFor } from '#core/language/format.ts';
import { appPage as englishPage } from '#programmes/apple-licences/words/en/app-page.ts';
import { apps as english } from '#programmes/apple-licences/words/en/apps.ts';
import { appPage as swedishPage } from '#programmes/apple-licences/words/sv/app-page.ts';
import { apps as swedish } from '#programmes/apple-licences/words/sv/apps.ts';
import {
  appProblem,
  freeWords,
  newestWords,
  rowWords,
  sourceWords,
  sumWords,
} from '#programmes/apple-licences/screens/app/app-words.ts';
import type { Texts } from '#ui/text.ts';
import { appWith } from '#tests/factories/apps.ts';
import { shellTexts } from '#tests/ui/texts.ts';

const now = { today: '2026-11-20', now: Date.parse('2026-11-20T08:00:00Z') };
const textIn = (language: 'sv' | 'en') =>
  ({
    ...shellTexts(language),
    apps: language === 'sv' ? swedish : english,
    format: formatFor(language, 'Europe/Stockholm'),
  }) as Partial<Texts> as Texts;
const [sv, en] = [textIn('sv'), textIn('en')];
const told = (...given: Parameters<typeof appWith>) => {
  const [row] = appRows([appWith(...given)]);
  if (row === undefined) throw new Error('no row');
  return [sv, en].map((text) => `${freeWords(row.counts, text)} | ${rowWords(row, text, now)}`);
};

describe('B8: an app in words', () => {
  test.each<[string, Parameters<typeof appWith>[0], string, string]>([
    [
      'enough',
      { total: 120, assigned: 20 },
      '100 lediga | 20 av 120 tilldelade',
      '100 free | 20 of 120 assigned',
    ],
    ['one', { total: 2, assigned: 1 }, '1 ledig | 1 av 2 tilldelade', '1 free | 1 of 2 assigned'],
    [
      'out',
      { total: 30, assigned: 30 },
      '0 lediga | Slut. 30 av 30 tilldelade',
      '0 free | Out. 30 of 30 assigned',
    ],
    [
      'unlimited',
      { unlimited: true, assigned: 1 },
      'Fritt antal | 1 tilldelad',
      'Unlimited | 1 assigned',
    ],
    ['only owned', { total: 5 }, 'Okänt | 5 ägda', 'Unknown | 5 owned'],
    ['nothing said', {}, 'Okänt | Inga antal ännu', 'Unknown | No counts yet'],
    // A contradiction is shown beside it; "out" would be there twice.
    [
      'more than owned',
      { total: 10, assigned: 12 },
      '0 lediga | 12 av 10 tilldelade',
      '0 free | 12 of 10 assigned',
    ],
  ])('B8: %s', (_, given, swedishWords, englishWords) => {
    expect(told(given)).toEqual([swedishWords, englishWords]);
  });

  const failing = (failed: number, asOf: string, at = 1) => ({
    total: 30,
    assigned: 20,
    installs: { failed, pending: 1, installed: 9, notInstalled: 0, source: 'intune', asOf, at },
  });
  test.each<[string, Parameters<typeof appWith>[0], string, string]>([
    [
      'today',
      failing(3, '2026-11-20T06:05:00Z'),
      '3 installationer misslyckades i dag',
      '3 installations failed today',
    ],
    [
      'the day alone is today',
      failing(3, '2026-11-20'),
      '3 installationer misslyckades i dag',
      '3 installations failed today',
    ],
    [
      'written down today',
      failing(1, '', now.now),
      '1 installation misslyckades i dag',
      '1 installation failed today',
    ],
    [
      'earlier',
      failing(1_200, '2026-11-15T06:05:00Z'),
      '1 200 misslyckades, lista 15 nov',
      '1,200 failed, as of 15 Nov',
    ],
    [
      'earlier, the day alone',
      failing(2, '2026-11-15'),
      '2 misslyckades, lista 15 nov',
      '2 failed, as of 15 Nov',
    ],
    [
      'today and none left',
      { ...failing(3, '2026-11-20'), assigned: 30 },
      'Slut. 3 installationer misslyckades i dag',
      'Out. 3 installations failed today',
    ],
    [
      'earlier and none left',
      { ...failing(3, '2026-11-15'), assigned: 30 },
      'Slut. 3 misslyckades, lista 15 nov',
      'Out. 3 failed, as of 15 Nov',
    ],
    [
      'beside a contradiction',
      { ...failing(3, '2026-11-20'), assigned: 31 },
      '3 misslyckades i dag',
      '3 failed today',
    ],
    ['none', failing(0, '2026-11-20'), '20 av 30 tilldelade', '20 of 30 assigned'],
  ])('B13: failed installations in a row: %s', (_, given, swedishWords, englishWords) => {
    const rows = told(given).map((words) => words.split(' | ')[1]?.replace(/\s/g, ' '));
    expect(rows).toEqual([swedishWords, englishWords]);
  });

  test('B13: an app at several locations has room for its location beside them', () => {
    const given = [
      appWith({ ...failing(3, '2026-11-20'), assigned: 30 }),
      appWith({ location: 'Norrskolan', total: 1, assigned: 1 }),
    ];
    const words = appRows(given).map((row) => rowWords(row, sv, now));
    expect(words).toEqual(['3 misslyckades i dag', 'Slut. 1 av 1 tilldelade']);
  });

  test.each<[string, Partial<LicenceSum>, string, string]>([
    ['all known', {}, '9 lediga av 140', '9 of 140 free'],
    ['one free', { free: 1 }, '1 ledig av 140', '1 of 140 free'],
    ['some not known', { incomplete: 1 }, 'minst 9 lediga av 140', 'at least 9 of 140 free'],
    [
      'only what is free',
      { owned: 0, incomplete: 3 },
      'minst 9 lediga av 9',
      'at least 9 of 9 free',
    ],
    ['nothing known', { owned: 0, free: 0, incomplete: 3 }, 'Okänt', 'Unknown'],
    ['no limit anywhere', { owned: 0, free: 0, unlimited: 3 }, 'Fritt antal', 'Unlimited'],
    ['no limit at some', { unlimited: 1 }, '9 lediga av 140', '9 of 140 free'],
    ['none owned', { owned: 0, free: 0 }, '0 lediga av 0', '0 of 0 free'],
  ])('B8: the sum of locations: %s', (_, given, swedishWords, englishWords) => {
    const sum = {
      owned: 140,
      assigned: 131,
      free: 9,
      retired: 0,
      locations: 3,
      unlimited: 0,
      incomplete: 0,
      flagged: 0,
    };
    const whole = { ...sum, assignedUnlimited: 0, ...given };
    expect(sumWords(whole, sv, swedishPage.places)).toBe(swedishWords);
    expect(sumWords(whole, en, englishPage.places)).toBe(englishWords);
  });

  test.each([
    ['2026-11-20T05:02:00Z', 'Intune i dag 06:02'],
    ['2026-11-19T05:02:00Z', 'Intune i går'],
    ['2026-11-15', 'Intune 15 nov'],
    // Of a list without a moment only the day is known on which it was read.
    ['', 'Intune, inläst i dag 09:00'],
  ])('B8: whose counts they are and of when: %s', (asOf, words) => {
    expect(sourceWords(appWith({ asOf, at: now.now, total: 1 }).data, sv, now)).toBe(words);
  });

  test('B8: what was written by hand says so, and is no source of the list', () => {
    const byHand = appWith({ source: '', asOf: '2026-11-20', at: now.now, total: 1 });
    expect(sourceWords(byHand.data, sv, now)).toBe('Skrivet för hand i dag 09:00');
    expect(newestWords(appRows([byHand]), sv, now)).toBe('');
    const older = appWith({ asOf: '2026-11-15' });
    const newer = appWith({ source: 'Jamf', asOf: '2026-11-20T05:02:00Z' });
    expect(newestWords(appRows([older, newer, byHand]), sv, now)).toBe('Jamf i dag 06:02');
  });

  test('B8: what does not add up is reported with both numbers, in both languages', () => {
    const flags = [
      'assigned-over-total',
      'available-over-total',
      'sum-differs',
      'unlimited-with-total',
    ] as const;
    const params = { assigned: 12, available: 30, total: 10 };
    for (const { flagged } of [swedishPage, englishPage])
      for (const flag of flags) expect(flagged.says[flag](params)).toContain('10');
    expect(swedishPage.flagged.says['sum-differs']({ assigned: 7, available: 5, total: 10 })).toBe(
      'Tilldelade (7) och lediga (5) blir 12, men 10 ägs.',
    );
    for (const { flagged } of [swedishPage, englishPage])
      for (const flag of ['negative-count', 'not-a-whole-count'] as const)
        expect(flagged.says[flag]({ said: -3 })).toMatch(/[-−]3/);
  });

  test('B8: each refusal of the form says what to do', () => {
    for (const code of [
      'app-name-needed',
      'not-an-adam-id',
      'not-a-whole-count',
      'app-is-here',
      'only-reads',
    ] as const)
      for (const text of [sv, en])
        expect(appProblem({ code, params: { name: 'Procreate' } }, text)).not.toBe(code);
  });
});

test.each([
  [1, false, /^1 är tilldelad, /, /^1 is assigned, /],
  [1, true, /^1 till är tilldelad, /, /^1 more is assigned, /],
  [118, false, /^118 är tilldelade, /, /^118 are assigned, /],
])('B13: of %i licence(s) nobody said who has them', (count, more, swedishWords, englishWords) => {
  expect(swedish.holders.unnamed(count, more, true)).toMatch(swedishWords);
  expect(english.holders.unnamed(count, more, true)).toMatch(englishWords);
  // Where nothing can be synced, nothing says so.
  expect(swedish.holders.unnamed(count, more, false)).toMatch(/vem\. Importera en lista/);
  expect(english.holders.unnamed(count, more, false)).toMatch(/whom\. Import a list/);
});
