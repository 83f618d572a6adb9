import { describe, expect, test } from 'vitest';
import type { RecognisedSheet } from '#programmes/apple-credit/import/read/values.ts';
import {
  applyMapping,
  mapColumn,
  mappingKey,
  mappingOf,
} from '#programmes/apple-credit/import/read/columns.ts';
import { readRows } from '#programmes/apple-credit/import/read/rows.ts';
import { recogniseFile } from '#programmes/apple-credit/import/read/lists.ts';
import { fileOf, sheetOf } from '#tests/factories/sheet-rows.ts';

const first = (...rows: readonly (readonly string[])[]): RecognisedSheet => {
  const found = recogniseFile(fileOf(sheetOf(rows)));
  const [sheet] = found.ok ? found.value.sheets : [];
  if (sheet === undefined) throw new Error('not recognised');
  return sheet;
};
const fieldsOf = (sheet: RecognisedSheet): string[] => sheet.columns.map(({ field }) => field);
const HEADINGS = ['Order Number', 'Ref', 'Belopp', 'Code'];
const credit = first(HEADINGS, ['4500218837', 'W900', '25 000', 'FAKE0000ABCD']);

describe('columns', () => {
  test('A5: a field that is chosen for two columns belongs to the column chosen last', () => {
    const changed = mapColumn(credit, 1, 'orderNumber');
    expect(fieldsOf(changed)).toEqual(['', 'orderNumber', 'amount', 'code']);
    expect(readRows([changed], {})).toMatchObject([{ orderNumber: 'W900' }]);
  });

  test('A5: a column can be left out of the import', () => {
    expect(readRows([mapColumn(credit, 2, '')], {})[0]).not.toHaveProperty('amount');
  });

  test('A5: what the columns mean decides what kind of sheet it is', () => {
    expect(credit.kind).toBe('credit');
    expect(mapColumn(credit, 0, '').kind).toBe('codes');
    expect(mapColumn(mapColumn(credit, 0, ''), 1, 'creditNumber').kind).toBe('credit');
  });

  test('A5: a column that was once taken for codes stays hidden after it gets another meaning', () => {
    const renamed = mapColumn(mapColumn(credit, 3, 'comment'), 3, 'orderNumber');
    expect(renamed.columns[3]).toMatchObject({ secret: true, samples: [] });
    expect(JSON.stringify(readRows([mapColumn(credit, 3, 'amount')], {}))).not.toContain('FAKE');
  });

  test('A5: a column of codes is hidden even if its heading is unknown', () => {
    const sheet = first(['Code', 'Old'], ['FAKE0000ABCD', 'FAKE9999ABCD']);
    expect(sheet.columns[1]).toMatchObject({ field: '', secret: true, samples: [] });
  });

  test('X9: a comment with a code in it is no sample of its column', () => {
    const sheet = first(
      ['Code', 'Comment'],
      ['FAKE0000ABCD', 'See FAKE9999ABCD'],
      ['FAKE1111ABCD', 'For class 7A'],
    );
    expect(sheet.columns[1]?.samples).toEqual(['For class 7A']);
  });
});

describe('remembered mapping', () => {
  test('A5: is found by the headings, in capitals or small letters, with or without extra spaces', () => {
    const again = first(
      ['ORDER NUMBER', 'ref:', ' belopp', 'Code'],
      ['1', '2', '3', 'FAKE1111ABCD'],
    );
    expect(mappingKey(again)).toBe(mappingKey(credit));
    expect(mappingKey(first(['Code', 'Ref'], ['FAKE1111ABCD', 'x']))).not.toBe(mappingKey(credit));
  });

  test('A5: what was chosen once is chosen again in the next file', () => {
    const chosen = mapColumn(mapColumn(credit, 1, 'orderNumber'), 2, '');
    const again = applyMapping(credit, mappingOf(chosen));
    expect(fieldsOf(again)).toEqual(fieldsOf(chosen));
    expect(again.needsMapping).toBe(false);
  });

  test('A5: a column that is empty in one file is read in the next', () => {
    const heads = ['Order Number', 'Code', 'Status'];
    const empty = first(heads, ['W1', 'FAKE0000ABCD', '']);
    const next = first(heads, ['W2', 'FAKE1111ABCD', 'Redeemed']);
    expect(fieldsOf(applyMapping(next, mappingOf(empty)))).toEqual([
      'orderNumber',
      'code',
      'status',
    ]);
  });

  test('A5: a field that was given to another column is taken from the column where it was guessed', () => {
    expect(fieldsOf(applyMapping(credit, { ref: 'orderNumber' }))).toEqual([
      '',
      'orderNumber',
      'amount',
      'code',
    ]);
  });

  test('A5: unknown fields and columns in it are ignored', () => {
    expect(fieldsOf(applyMapping(credit, { ref: 'price', other: 'code' }))).toEqual(
      fieldsOf(credit),
    );
  });

  test('A5: empty headings and repeated headings are kept apart', () => {
    const sheet = first(['Code', 'Note', 'Note', ''], ['FAKE0000ABCD', 'a', 'b', 'c']);
    const chosen = mapColumn(mapColumn(sheet, 2, 'product'), 3, 'status');
    expect(fieldsOf(applyMapping(sheet, mappingOf(chosen)))).toEqual([
      'code',
      'comment',
      'product',
      'status',
    ]);
  });

  test('A5: without headings it is found by the number of columns, and no code is stored with it', () => {
    const sheet = first(['FAKE0000ABCD', 'x'], ['FAKE1111ABCD', 'y']);
    expect(mappingKey(sheet)).toBe('apple-codes:#2');
    expect(JSON.stringify(mappingOf(sheet))).not.toContain('FAKE');
  });

  test.each([
    ['fake1234abcd'],
    ['FAKE-1234-ABC'],
    ['fakeabcdefgh'],
    ['kod fake1234abcd'],
    ['see https://apps.apple.com/redeem?code=fake1234'],
  ])('A5: no cell of a line in which "%s" stands is remembered', (cell) => {
    const sheet = first(
      ['Code', 'Ada', cell],
      ['FAKE5678ABCD', 'x', 'y'],
      ['FAKE9999ABCD', 'x', 'y'],
    );
    const line = {
      ...sheet,
      columns: sheet.columns.map((column, at) => ({
        ...column,
        heading: ['Nr', 'Ada', cell][at]!,
      })),
    };
    for (const known of [sheet, line])
      expect(`${mappingKey(known)} ${JSON.stringify(mappingOf(known))}`).not.toMatch(/fake|ada/i);
    const chosen = mapColumn(line, 1, 'product');
    expect(fieldsOf(applyMapping(line, mappingOf(chosen)))).toEqual(fieldsOf(chosen));
  });
});
