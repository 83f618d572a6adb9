import { describe, expect, test } from 'vitest';
import { sheetPartsIn } from '#data/import/read/xls/xls-sheet-parts.ts';

const word = (value: number): number[] => [value & 0xff, (value >> 8) & 0xff];
const record = (type: number, ...content: readonly number[]): number[] => [
  ...word(type),
  ...word(content.length),
  ...content,
];
const words = (type: number, ...values: readonly number[]): number[] =>
  record(type, ...values.flatMap(word));

const BEGIN = words(0x0809, 0x0600, 0x10);
const END = record(0x000a);
const row = (number: number, flags: number): number[] =>
  words(0x0208, number, 0, 1, 255, 0, 0, flags, 15);
const columns = (first: number, last: number, flags: number): number[] =>
  words(0x007d, first, last, 2048, 15, flags);
const merged = (count: number, ...ranges: readonly number[]): number[] =>
  words(0x00e5, count, ...ranges);

/** A workbook stream of sheets with these records, each where its name says that it begins. */
const book = (...sheets: readonly (readonly number[][])[]): Uint8Array => {
  const bodies = sheets.map((records) => [...BEGIN, ...records.flat(), ...END]);
  const names = (starts: readonly number[]): number[] => [
    ...BEGIN,
    ...starts.flatMap((at) => record(0x0085, ...word(at), ...word(at >> 16), 0, 0, 1, 0, 65)),
    ...END,
  ];
  const head = names(sheets.map(() => 0)).length;
  const starts = bodies.map((_, at) => head + bodies.slice(0, at).flat().length);
  return new Uint8Array([...names(starts), ...bodies.flat()]);
};

const partsOf = (...sheets: readonly (readonly number[][])[]) =>
  sheetPartsIn(book(...sheets)).map(({ rows, columns, merged }) => ({
    rows: [...rows],
    columns,
    merged: merged.map(({ s, e }) => [s.r, s.c, e.r, e.c]),
  }));

describe('A5: what a sheet of an .xls says beside its values', () => {
  test('A5: rows without a height are hidden, and no others', () => {
    expect(partsOf([row(0, 0x0100), row(1, 0x0120), row(2, 0x0110), row(9, 0x01ff)])).toEqual([
      { rows: [2, 10], columns: [], merged: [] },
    ]);
  });

  test('A5: so are columns, by their range', () => {
    expect(partsOf([columns(0, 0, 0), columns(1, 2, 1), columns(250, 65_535, 1)])).toEqual([
      { rows: [], columns: [1, 2, 250, 251, 252, 253, 254, 255], merged: [] },
    ]);
  });

  test('A5: merged cells are those that the record holds, however many it claims', () => {
    expect(partsOf([merged(2, 1, 2, 0, 0, 3, 5, 1, 1), merged(60_000, 7, 8, 0, 0)])).toEqual([
      {
        rows: [],
        columns: [],
        merged: [
          [1, 0, 2, 0],
          [3, 1, 5, 1],
          [7, 0, 8, 0],
        ],
      },
    ]);
  });

  test('A5: each sheet has its own, and a chart within it none', () => {
    const chart = [BEGIN, row(4, 0x20), END].flat();
    expect(partsOf([row(1, 0x20), chart], [row(2, 0x20)]).map(({ rows }) => rows)).toEqual([
      [2],
      [3],
    ]);
  });

  test('A5: a record that is too short says nothing, and a name that leads nowhere neither', () => {
    expect(partsOf([words(0x0208, 1), words(0x007d, 1, 2), record(0x00e5)])).toEqual([
      { rows: [], columns: [], merged: [] },
    ]);
    const nowhere = new Uint8Array([
      ...BEGIN,
      ...record(0x0085, 7, 0, 0, 0, 0, 0, 1, 0, 65),
      ...END,
    ]);
    expect(sheetPartsIn(nowhere)).toMatchObject([{ columns: [], merged: [] }]);
  });
});
