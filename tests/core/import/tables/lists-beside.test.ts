import { describe, expect, test } from 'vitest';
import type { SheetRow } from '#core/import/sheet.ts';
import type { RowsAre } from '#core/import/tables/knows-headings.ts';
import { tablesOf } from '#core/import/tables/tables.ts';

const rowsOf = (...lines: readonly string[]): SheetRow[] =>
  lines
    .map((line, at): SheetRow => ({ number: at + 1, cells: line.split(';') }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));

/** Lists are known by their first heading. */
const LISTS: Readonly<Record<string, RowsAre>> = {
  App: 'things',
  Person: 'things',
  Holder: 'about-things',
  Code: 'given-away',
};
const rowsUnder = ({ cells }: SheetRow): RowsAre | undefined =>
  LISTS[cells.find((cell) => cell !== '') ?? ''];
const KNOWN = { heads: (row: SheetRow) => rowsUnder(row) !== undefined, rowsUnder };

const split = (...lines: readonly string[]) =>
  tablesOf([{ name: 'Blad', rows: rowsOf(...lines) }], KNOWN).map(({ name, rows }) => [
    name,
    ...rows.map(({ number, cells }) => `${number} ${cells.join(';')}`),
  ]);

describe('A5: different lists side by side on a sheet', () => {
  test('A5: each is one of its own, with its cells, numbers and lines where they are', () => {
    expect(
      split(
        'Nordby skola',
        'App;Id',
        'Musik;1;;Person;Mail',
        'Prov;2;;Ada;a',
        'Rita;3;;Bo;b',
        'Summa;3;;;',
      ),
    ).toEqual([
      ['Blad', '1 Nordby skola', '2 App;Id', '3 Musik;1;', '4 Prov;2;', '5 Rita;3;', '6 Summa;3;'],
      ['Blad (2)', '1 Nordby skola', '3 ;;;Person;Mail', '4 ;;;Ada;a', '5 ;;;Bo;b'],
    ]);
  });

  test.each([
    ['as many of both', 'App;Id;;Person;Mail', 'Musik;1;;Ada;a', 'Prov;2;;Bo;b'],
    ['more of one', 'App;Id;;Person;Mail', 'Musik;1;;Ada;a', 'Prov;2;;Bo;b', 'Rita;3;;;'],
    ['something said twice', 'App;Id;;Person;Mail', 'Musik;1;;Ada;a', 'Musik;1;;Bo;b', ';;;Cy;c'],
    ['codes', 'Code;Class;;Person;Mail', 'C1;7;;Ada;a', ';;;Bo;b'],
  ])('A5: under one row of headings they are one table, with %s', (_, ...lines) => {
    // It may as well say who has which, what a customer pays, or to whom a code went.
    expect(split(...lines)).toHaveLength(1);
  });

  test('A5: the lines above them need not be in one row either', () => {
    expect(
      split('App;Id;;Personal', 'Musik;1;;Person;Mail', 'Prov;2;;Ada;a', ';;;Bo;b').map(
        ([, ...rows]) => rows,
      ),
    ).toEqual([
      ['1 App;Id;', '2 Musik;1;', '3 Prov;2;'],
      ['1 ;;;Personal', '2 ;;;Person;Mail', '3 ;;;Ada;a', '4 ;;;Bo;b'],
    ]);
  });

  test('A5: a third that is below one of them is a table, too', () => {
    const tables = split(
      'App;Id;;Personal',
      'Musik;1;;Person;Mail',
      ';;;Ada;a',
      'Holder;Id;;Bo;b',
      'Ada;1;;Cy;c',
    );
    expect(tables).toEqual([
      ['Blad', '1 App;Id;', '2 Musik;1;'],
      ['Blad (2)', '4 Holder;Id;', '5 Ada;1;'],
      ['Blad (3)', '1 ;;;Personal', '2 ;;;Person;Mail', '3 ;;;Ada;a', '4 ;;;Bo;b', '5 ;;;Cy;c'],
    ]);
  });

  test('A5: what is given away is apart only where the other list goes on without it', () => {
    const codes = ['Code;Class;;Personal', 'C1;7;;Person;Mail', 'C2;7;;Ada;a'];
    expect(split(...codes)).toHaveLength(1);
    expect(split(...codes, ';;;Bo;b')).toHaveLength(2);
    expect(split('Code;Order;;Codes', 'C1;7;;Code;Link', 'C2;7;;D1;a', 'C3;7;;;')).toHaveLength(1);
  });

  test.each([
    ['an empty column in the middle', 'App;Id;;Notes;Place', 'Musik;1;;x;y', 'Prov;2;;;'],
    ['a column without a heading', 'App;Id;;P', 'Musik;1;ring;Person;Mail', 'Prov;2;;Ada;a'],
    ['no empty column', 'App;Id;P', 'Musik;1;Person;Mail', 'Prov;2;Ada;a'],
    ['one with a hole', 'App;Id;;P', 'A;1;;Person;Mail', 'B;2;;Ada;a', 'C;3;;;', 'D;4;;Bo;b'],
    ['nothing below one of them', 'App;Id;;P', 'A;1;;Person;Mail', 'B;2;;;'],
    ['a single heading', 'App;Id;;P', 'A;1;;Person', 'B;2;;Ada'],
    ['a block more', 'App;Id;;Room;Floor;;P', 'A;1;;x;y;;Person;Mail', 'B;2;;x;y;;Ada;a'],
  ])('A5: with %s it is one table', (_, ...lines) => {
    expect(split(...lines)).toEqual([['Blad', ...lines.map((line, at) => `${at + 1} ${line}`)]]);
  });

  test('A5: a note beside them goes with the list on its left', () => {
    expect(split('App;Id;;P;;;', 'A;1;;Person;Mail;;', 'B;2;;Ada;a;;ring')).toEqual([
      ['Blad', '1 App;Id;', '2 A;1;', '3 B;2;'],
      ['Blad (2)', '1 ;;;P;;;', '2 ;;;Person;Mail;;', '3 ;;;Ada;a;;ring'],
    ]);
  });
});
