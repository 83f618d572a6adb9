import { describe, expect, test } from 'vitest';
import type { SheetRow } from '#core/import/sheet.ts';
import type { IsHeadings } from '#core/import/tables/knows-headings.ts';
import { tablesOf } from '#core/import/tables/tables.ts';

/** Rows by the number that each has in its file; what is left out is blank. */
const sheet = (rows: Readonly<Record<number, string>>, name = 'Blad') => ({
  name,
  rows: Object.entries(rows).map(([number, cells]): SheetRow => ({
    number: Number(number),
    cells: cells.split(';'),
  })),
});

const known = (heads: IsHeadings) => ({ heads, rowsUnder: () => undefined });
const KNOWN = known(({ cells }) => cells[0] === 'Head');

const split = (given: ReturnType<typeof sheet>) =>
  tablesOf([given], KNOWN).map(({ name, rows }) => [name, rows.map(({ number }) => number)]);

describe('A5: several tables on a sheet', () => {
  test('A5: one begins after a blank line, with what is above its headings', () => {
    expect(split(sheet({ 1: 'Head;a', 2: '1;2', 4: 'Köpare;bo', 5: 'Head;a', 6: '3;4' }))).toEqual([
      ['Blad', [1, 2]],
      ['Blad (2)', [4, 5, 6]],
    ]);
  });

  test('A5: of a file without sheets, the tables are numbered', () => {
    expect(split(sheet({ 1: 'Head;a', 2: '1;2', 4: 'Head;b', 5: '3;4' }, ''))).toEqual([
      ['#1', [1, 2]],
      ['#2', [4, 5]],
    ]);
  });

  test('A5: the same headings again go on with the table, and so do rows after a blank line', () => {
    const rows = { 1: 'Head;a', 2: '1;2', 4: '3;4', 6: 'Head;a', 7: '5;6' };
    expect(split(sheet(rows))).toEqual([['Blad', [1, 2, 4, 6, 7]]]);
  });

  test('A5: text above the first headings is not a table', () => {
    expect(split(sheet({ 1: 'Villkor', 3: 'Mer', 5: 'Head;a', 6: '1;2' }))).toEqual([
      ['Blad', [1, 3, 5, 6]],
    ]);
  });

  test('A5: a list whose headings nobody knows is not what stands above the next one', () => {
    const rows = { 1: 'Klassrum;Ansvarig;Stolar', 2: 'A1;Bo;30', 4: 'Head;a', 5: '1;2' };
    expect(split(sheet(rows))).toEqual([
      ['Blad', [1, 2]],
      ['Blad (2)', [4, 5]],
    ]);
  });

  test('A5: a table has no name that a sheet of the file has', () => {
    const two = sheet({ 1: 'Head;a', 2: '1;2', 4: 'Head;b', 5: '3;4' });
    const copy = sheet({ 1: 'Head;c', 2: '5;6' }, 'Blad (2)');
    const names = tablesOf([two, copy], KNOWN).map(({ name }) => name);
    expect(names).toEqual(['Blad', 'Blad (3)', 'Blad (2)']);
  });

  test('A5: of a long list with blank lines between its rows, few are looked at', () => {
    const many = Array.from({ length: 5000 }, (_, at) => [2 * at + 1, 'Räkna;Boken'] as const);
    let asked = 0;
    const tables = tablesOf(
      [sheet(Object.fromEntries(many))],
      known(() => (asked += 1) === 0),
    );
    expect(tables).toHaveLength(1);
    expect(asked).toBeLessThanOrEqual(1000);
  });

  test('A5: headings that come below rows of data are data', () => {
    expect(split(sheet({ 1: 'Head;a', 3: '1;2;3', 4: 'Head;b' }))).toEqual([['Blad', [1, 3, 4]]]);
  });
});
