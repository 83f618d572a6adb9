import { describe, expect, test } from 'vitest';
import { columnLetter } from '#core/import/tables/column-letter.ts';
import type { BareRow } from '#core/import/planned-row.ts';
import { cellsAtFault } from '#workspace/screens/import/dry-run/cells-at-fault.ts';
import type { Line } from '#workspace/screens/import/importing.ts';
import { imports } from '#workspace/words/sv/import.ts';
import type { Texts } from '#ui/text.ts';

const text = { import: imports } as unknown as Texts;
const column = (index: number, heading: string, field: string) => ({
  index,
  heading,
  field,
  filled: 1,
  samples: [],
  secret: false,
});
const sheet = {
  columns: [column(1, 'Belopp', 'amount'), column(3, '', 'code'), column(27, 'Länk', 'link')],
} as unknown as Parameters<typeof cellsAtFault>[2];
const by = { reasonFields: { 'code-missing': ['code', 'link'], 'not-a-code': ['code'] } };
const cells = (
  code: string,
  params: NonNullable<BareRow['why']>['params'] = {},
  more: object = {},
) =>
  cellsAtFault(
    {
      sheet: '',
      row: 7,
      outcome: 'unreadable',
      why: { code, params },
      parent: '',
      notes: [],
      ...more,
    } as Line,
    by,
    sheet,
    text,
  );

describe('A5: which cell keeps a row out', () => {
  test('A5: the one that its reason names, with what stands in it', () => {
    expect(cells('amount-unclear', { field: 'amount', written: '25.000:-' })).toEqual([
      { label: 'Belopp, cell B7', value: '25.000:-' },
    ]);
  });

  test('A5: each that the reason is about; one without a heading by its place alone', () => {
    expect(cells('code-missing')).toEqual([
      { label: 'Cell D7', value: 'tom' },
      { label: 'Länk, cell AB7', value: 'tom' },
    ]);
  });

  test('A5: nothing of what stands in a column of codes', () => {
    expect(cells('not-a-code')).toEqual([{ label: 'Cell D7', value: '' }]);
  });

  test('A5: none of a row that is taken or left out, and of a reason about no cell', () => {
    expect(cells('not-a-code', {}, { outcome: 'new' })).toEqual([]);
    expect(cells('total-row', { field: 'amount' })).toEqual([]);
    expect(cells('record-not-understood')).toEqual([]);
  });
});

test.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [701, 'ZZ'],
  [702, 'AAA'],
])('A5: column %i is %s', (index, letter) => {
  expect(columnLetter(index)).toBe(letter);
});
