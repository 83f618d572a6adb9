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
        'App;Id;;Person;Mail',
        'Musik;1;;Ada;a',
        'Prov;2;;Bo;b',
        'Rita;3;;;',
        'Summa;3;;;',
      ),
    ).toEqual([
      ['Blad', '1 Nordby skola', '2 App;Id;', '3 Musik;1;', '4 Prov;2;', '5 Rita;3;', '6 Summa;3;'],
      ['Blad (2)', '1 Nordby skola', '2 ;;;Person;Mail', '3 ;;;Ada;a', '4 ;;;Bo;b'],
    ]);
  });

  test('A5: two of one length are so where neither says anything twice', () => {
    expect(split('App;Id;;Person;Mail', 'Musik;1;;Ada;a', 'Prov;2;;Bo;b')).toHaveLength(2);
    // Who has which: a person, or an app, comes again.
    expect(split('App;Id;;Person;Mail', 'Musik;1;;Ada;a', 'Prov;2;;Ada;a')).toHaveLength(1);
    expect(split('App;Id;;Person;Mail', 'Musik;1;;Ada;a')).toHaveLength(1);
    expect(split('App;Id;;Holder;Mail', 'Musik;1;;Ada;a', 'Prov;2;;Bo;b')).toHaveLength(1);
  });

  test('A5: their headings need not be in one row, nor the lines above them', () => {
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
      'App;Id;;Person;Mail',
      'Musik;1;;Ada;a',
      ';;;Bo;b',
      'Holder;Id;;Cy;c',
      'Ada;1;;Di;d',
    );
    expect(tables).toEqual([
      ['Blad', '1 App;Id;', '2 Musik;1;'],
      ['Blad (2)', '4 Holder;Id;', '5 Ada;1;'],
      ['Blad (3)', '1 ;;;Person;Mail', '2 ;;;Ada;a', '3 ;;;Bo;b', '4 ;;;Cy;c', '5 ;;;Di;d'],
    ]);
  });

  test('A5: what is given away is apart only where the other list goes on without it', () => {
    expect(split('Code;Class;;Person;Mail', 'C1;7;;Ada;a', 'C2;7;;Bo;b', 'C3;;;;')).toHaveLength(1);
    expect(split('Code;Class;;Person;Mail', 'C1;7;;Ada;a', ';;;Bo;b')).toHaveLength(2);
    expect(split('Code;Order;;Code;Link', 'C1;7;;D1;a', ';;;D2;b')).toHaveLength(1);
  });

  test.each([
    ['an empty column in the middle', 'App;Id;;Notes;Place', 'Musik;1;;x;y', 'Prov;2;;;'],
    ['a column without a heading', 'App;Id;;Person;Mail', 'Musik;1;ring;Ada;a', 'Prov;2;;;'],
    ['no empty column', 'App;Id;Person;Mail', 'Musik;1;Ada;a', 'Prov;2;;'],
    ['rows that only some have', 'App;Id;;Person;Mail', 'A;1;;;', 'B;2;;Ada;a', 'C;3;;;'],
    ['one with a hole', 'App;Id;;Person;Mail', 'A;1;;Ada;a', 'B;2;;;', 'C;3;;Bo;b'],
    ['nothing below one of them', 'App;Id;;Person;Mail', 'A;1;;;', 'B;2;;;'],
    ['a single heading', 'App;Id;;Person', 'A;1;;Ada', 'B;2;;'],
    ['a block more', 'App;Id;;Room;Floor;;Person;Mail', 'A;1;;x;y;;Ada;a', 'B;2;;x;y;;;'],
  ])('A5: with %s it is one table', (_, ...lines) => {
    expect(split(...lines)).toEqual([['Blad', ...lines.map((line, at) => `${at + 1} ${line}`)]]);
  });

  test('A5: a note beside them goes with the list on its left', () => {
    expect(split('App;Id;;Person;Mail;;', 'A;1;;Ada;a;;ring', 'B;2;;;;;')).toEqual([
      ['Blad', '1 App;Id;', '2 A;1;', '3 B;2;'],
      ['Blad (2)', '1 ;;;Person;Mail;;', '2 ;;;Ada;a;;ring'],
    ]);
  });
});
