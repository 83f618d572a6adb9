import { describe, expect, test } from 'vitest';
import { gapsIn } from '#data/import/gaps-in.ts';
import { imports as english } from '#workspace/words/en/import.ts';
import { imports as swedish } from '#workspace/words/sv/import.ts';
import type { SheetFile, SheetRow } from '#core/import/sheet.ts';

const row = (number: number, ...errors: number[]): SheetRow =>
  errors.length === 0 ? { number, cells: ['a', 'b'] } : { number, cells: [], errors };
const fileOf = (rows: readonly SheetRow[], rest: Partial<SheetFile> = {}): SheetFile => ({
  name: 'x',
  digest: '',
  sheets: [
    { name: 'Kredit', rows },
    { name: 'Summering', rows: [row(1, 0)] },
  ],
  ...rest,
});
const READ = [
  {
    name: 'Kredit',
    headerRow: 2,
    columns: [
      { index: 0, field: 'orderNumber' },
      { index: 1, field: '' },
    ],
  },
];

describe('what a file lacks', () => {
  test('A5: rows with an error where something is read are named, and no others', () => {
    const rows = [row(1, 0), row(2, 0), row(3), row(4, 0), row(5, 1), row(6, 0, 1)];
    expect(gapsIn(fileOf(rows), READ)).toEqual([
      {
        code: 'cells-with-errors',
        params: { sheet: 'Kredit', rows: '4, 6', count: 2, more: 0 },
      },
    ]);
    expect(gapsIn(fileOf([row(3), row(4, 1)]), READ)).toEqual([]);
  });

  test('A5: of many rows with an error the first are named, and all are counted', () => {
    const rows = Array.from({ length: 1203 }, (_, at) => row(at + 3, 0));
    const [gap] = gapsIn(fileOf(rows), READ);
    expect(gap?.params).toEqual({
      sheet: 'Kredit',
      rows: '3, 4, 5, 6, 7',
      count: 1203,
      more: 1198,
    });
    expect(english.gaps['cells-with-errors'](gap?.params ?? {})).toBe(
      '1,203 rows in Kredit have a cell with an error of the spreadsheet, such as #N/A. It counts as empty: row 3, 4, 5, 6, 7 and 1,198 more.',
    );
    expect(swedish.gaps['cells-with-errors']({ sheet: '', rows: '3', count: 1, more: 0 })).toBe(
      'En rad har en cell med ett fel från kalkylprogrammet, som #SAKNAS!. Den räknas som tom: rad 3.',
    );
  });

  test('A5: rows and columns that are hidden and read are named, and no others', () => {
    const hidden = (number: number): SheetRow => ({ ...row(number), isHidden: true });
    const rows = [hidden(1), row(3), ...Array.from({ length: 12 }, (_, at) => hidden(at + 4))];
    const file = fileOf(rows, { sheets: [{ name: 'Kredit', rows, hiddenColumns: [0, 1] }] });
    const gaps = gapsIn(file, READ);
    expect(gaps).toEqual([
      {
        code: 'hidden-rows',
        params: { sheet: 'Kredit', rows: '4, 5, 6, 7, 8', count: 12, more: 7 },
      },
      { code: 'hidden-columns', params: { sheet: 'Kredit', columns: 'A', count: 1 } },
    ]);
    expect(english.gaps['hidden-rows'](gaps[0]?.params ?? {})).toBe(
      '12 rows are hidden in the sheet Kredit and are read too: row 4, 5, 6, 7, 8 and 7 more.',
    );
    expect(swedish.gaps['hidden-rows']({ sheet: '', rows: '4', count: 1, more: 0 })).toBe(
      'En rad är dold i bladet och läses också: rad 4.',
    );
    expect(english.gaps['hidden-columns'](gaps[1]?.params ?? {})).toBe(
      'Column A is hidden in the sheet Kredit and is read too.',
    );
    expect(swedish.gaps['hidden-columns']({ sheet: '', columns: 'AA, AB', count: 2 })).toBe(
      'Kolumnerna AA, AB är dolda i bladet och läses också.',
    );
  });

  test('A5: a column is called as a spreadsheet calls it', () => {
    const indexes = [0, 25, 26, 701, 702];
    const file = fileOf([], { sheets: [{ name: 'x', rows: [], hiddenColumns: indexes }] });
    const columns = indexes.map((index) => ({ index, field: 'a' }));
    const [gap] = gapsIn(file, [{ name: 'x', headerRow: 0, columns }]);
    expect(gap?.params.columns).toBe('A, Z, AA, ZZ, AAA');
  });

  test('A5: answers that were cut off and an open quote are named, too', () => {
    expect(gapsIn(fileOf([], { cut: ['a.json'], openQuote: 7 }), [])).toEqual([
      { code: 'cut-off', params: { name: 'a.json' } },
      { code: 'open-quote', params: { row: 7 } },
    ]);
  });
});
