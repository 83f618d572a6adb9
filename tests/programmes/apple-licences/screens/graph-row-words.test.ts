import { describe, expect, test } from 'vitest';
import type { ListChange, PlannedListRow } from '#programmes/apple-licences/import/plan/planned.ts';
import type { GraphToken } from '#programmes/apple-licences/import/read/graph-lists.ts';
import { factsOf, wordsOf } from '#programmes/apple-licences/screens/import/row-words.ts';
import { importLicences as english } from '#programmes/apple-licences/words/en/import-licences.ts';
import { importLicences as swedish } from '#programmes/apple-licences/words/sv/import-licences.ts';
import type { Texts } from '#ui/text.ts';
import { imports as englishImports } from '#workspace/words/en/import.ts';
import { imports as swedishImports } from '#workspace/words/sv/import.ts';
import { shellTexts } from '#tests/ui/texts.ts';

const TEXTS = {
  sv: { ...shellTexts('sv'), import: swedishImports, importLicences: swedish } as unknown as Texts,
  en: { ...shellTexts('en'), import: englishImports, importLicences: english } as unknown as Texts,
};

const TOKEN: GraphToken = {
  id: '1',
  displayName: 'Gymnasiet',
  organizationName: 'Nordby kommun',
  locationName: 'Nordby gymnasium',
  appleId: 'vpp@nordby.example',
  accountType: 'education',
  country: 'SE',
  state: 'valid',
  syncStatus: 'failed',
  expires: '2027-06-08T09:26:53Z',
  lastSynced: '2026-11-20T02:10:00Z',
};

const row = (given: Partial<PlannedListRow>): PlannedListRow => ({
  sheet: '',
  row: 1,
  outcome: 'same',
  is: 'token',
  parent: '',
  name: 'Gymnasiet',
  location: 'Nordby gymnasium',
  changes: [],
  notes: [],
  ...given,
});

const told = (given: Partial<PlannedListRow>, language: 'sv' | 'en'): string =>
  JSON.stringify(wordsOf(row(given), TEXTS[language], () => '', '2026-11-20'));

describe('B9: rows of what Graph lists, in words', () => {
  test('B9: a new token says until when it counts, and that its file is missing', () => {
    const given: Partial<PlannedListRow> = {
      outcome: 'new',
      state: 'new',
      token: TOKEN,
      notes: [{ code: 'without-its-file' }],
    };
    expect(told(given, 'sv')).toMatch(/Tokenfilen finns inte här.*Ny token.*till 8 juni 2027/);
    expect(told(given, 'en')).toMatch(/The token file is not here.*New token.*until 8 Jun 2027/);
  });

  test('B9: a new deployment says what it does for which group', () => {
    const given: Partial<PlannedListRow> = {
      outcome: 'new',
      state: 'new',
      is: 'deployment',
      deployment: { intent: 'required', group: 'g-1' },
      notes: [{ code: 'group-is-an-id' }],
    };
    expect(told(given, 'sv')).toMatch(/bara gruppens id.*Ny distribution.*Obligatorisk.*g-1/);
    expect(told(given, 'en')).toMatch(/only gives the id.*New deployment.*Required.*g-1/);
  });

  test.each<[ListChange, RegExp]>([
    [
      { field: 'expiresAt', from: '2026-06-08T09:26:53Z', to: '2027-06-08T09:26:53Z' },
      /8 juni.*8 juni 2027/,
    ],
    [{ field: 'found', from: 'invalid', to: 'found-valid' }, /ogiltig.*giltig/],
    [{ field: 'system', from: '', to: 'intune' }, /Microsoft Intune/],
    [{ field: 'intent', from: 'available', to: 'uninstall' }, /Tillgänglig.*Avinstallera/],
    [{ field: 'location', from: '', to: 'free' }, /Plats.*free/],
    [{ field: 'organization', from: '', to: 'constructor' }, /Organisation.*constructor/],
  ])('B9: a change %o', (change, words) => {
    expect(told({ outcome: 'changed', changes: [change] }, 'sv')).toMatch(words);
  });

  test('B9: a note has its day as days are written here', () => {
    const notes = [{ code: 'newer-file-in-intune' as const, params: { day: '2028-06-08' } }];
    expect(told({ notes }, 'sv')).toContain('till 8 juni 2028');
    expect(
      told({ notes: [{ code: 'sync-failed-in-intune', params: { day: '' } }] }, 'sv'),
    ).toContain('Intunes synk misslyckades. Synka');
  });

  test('B9: the row in full tells what Intune says of the token', () => {
    const facts = factsOf(row({ token: TOKEN }), TEXTS.sv).map(({ value }) => value);
    expect(facts).toEqual(
      expect.arrayContaining([
        'Nordby kommun',
        'vpp@nordby.example',
        'utbildning',
        'SE',
        '8 juni 2027',
        'misslyckades',
        '20 nov 2026',
      ]),
    );
  });
});
