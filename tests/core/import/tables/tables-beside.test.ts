import { describe, expect, test } from 'vitest';
import type { SheetRow } from '#core/import/sheet.ts';
import { tablesOf } from '#core/import/tables/tables.ts';

const rowsOf = (...lines: readonly string[]): SheetRow[] =>
  lines
    .map((line, at): SheetRow => ({ number: at + 1, cells: line.split(';') }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));

/** Headings are known by their first word; one that heads nothing is none. */
const isHeadings = ({ cells }: SheetRow, below: readonly SheetRow[]): boolean =>
  cells.some(
    (cell, at) => cell === 'Code' && below.some((row) => (row.cells[at] ?? '').startsWith('C')),
  );

const KNOWN = { heads: isHeadings, rowsUnder: () => undefined };

const split = (...lines: readonly string[]) =>
  tablesOf([{ name: 'Blad', rows: rowsOf(...lines) }], KNOWN).map(({ name, rows }) => [
    name,
    ...rows.map(({ number, cells }) => `${number} ${cells.join(';')}`),
  ]);

describe('A5: tables side by side on a sheet', () => {
  test('A5: each is one of its own, with its cells and lines where they are', () => {
    expect(
      split('Musik;;;Matematik', 'Code;Class;;Code;Class', 'C1;7A;;C2;7B', 'C3;7A;;;'),
    ).toEqual([
      ['Blad', '1 Musik;;', '2 Code;Class;', '3 C1;7A;', '4 C3;7A;'],
      ['Blad (2)', '1 ;;;Matematik', '2 ;;;Code;Class', '3 ;;;C2;7B'],
    ]);
  });

  test('A5: without an empty column between them, and with a line above that is of all', () => {
    expect(split('Order 17', 'Code;Class;Code;Class', 'C1;7A;C2;7B')).toEqual([
      ['Blad', '1 Order 17', '2 Code;Class', '3 C1;7A'],
      ['Blad (2)', '1 Order 17', '2 ;;Code;Class', '3 ;;C2;7B'],
    ]);
    expect(split('Code;Code;Code', 'C1;C2;C3')).toHaveLength(3);
  });

  test('A5: a column may be left out the second time', () => {
    expect(split('Code;Link;Class;;Code;Link', 'C1;L1;7A;;C2;L2')).toEqual([
      ['Blad', '1 Code;Link;Class;', '2 C1;L1;7A;'],
      ['Blad (2)', '1 ;;;;Code;Link', '2 ;;;;C2;L2'],
    ]);
  });

  test('A5: a single column beside several is one more of their rows', () => {
    expect(split('Order Number;Code;;Code', 'O1;C1;;C2')).toEqual([
      ['Blad', '1 Order Number;Code;;Code', '2 O1;C1;;C2'],
    ]);
  });

  test('A5: what a cell is beside its text stays with it', () => {
    const rows: SheetRow[] = [
      { number: 1, cells: ['Code', '', 'Code'] },
      {
        number: 2,
        cells: ['C1', '', 'C2'],
        numbers: [0, 2],
        formulas: [2],
        links: { 0: 'https://nordby.example/1', 2: 'https://nordby.example/2' },
      },
    ];
    const [first, second] = tablesOf([{ name: '', rows }], KNOWN);
    expect(first?.rows[1]).toEqual({
      number: 2,
      cells: ['C1', ''],
      numbers: [0],
      formulas: [],
      links: { 0: 'https://nordby.example/1' },
    });
    expect(second?.rows[1]).toEqual({
      number: 2,
      cells: ['', '', 'C2'],
      numbers: [2],
      formulas: [2],
      links: { 2: 'https://nordby.example/2' },
    });
  });

  test.each([
    ['a heading that comes twice in one table', 'Code;Tax;Sum;Tax', 'C1;1;2;3'],
    ['a second one with nothing below it', 'Code;Class;;Code;Class', 'C1;7A;;;'],
    ['other headings beside it', 'Code;Class;;Code;Room', 'C1;7A;;C2;12'],
    ['two codes of one order', 'Order;Code;Code', '17;C1;C2'],
    ['a row of data that repeats itself', 'Code;Class', 'C1;C1'],
  ])('A5: %s is one table', (_, ...lines) => {
    expect(split(...lines)).toEqual([['Blad', ...lines.map((line, at) => `${at + 1} ${line}`)]]);
  });
});
