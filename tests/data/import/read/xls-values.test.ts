import { describe, expect, test } from 'vitest';
import { readXls } from '#data/import/read/office-sheets.ts';
import { recordsOf } from '#data/import/read/xls/xls-records.ts';
import { onlyValues } from '#data/import/read/xls/xls-values.ts';

const word = (value: number): number[] => [value & 0xff, (value >> 8) & 0xff];
const ascii = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0));
const record = (type: number, content: readonly number[]): number[] => [
  ...word(type),
  ...word(content.length),
  ...content,
];

const END = record(0x000a, []);
const XF = record(0x00e0, Array<number>(20).fill(0));
const begin = (part: number, version = 0x0600): number[] =>
  record(0x0809, [...word(version), ...word(part), ...Array<number>(12).fill(0)]);

/** A workbook stream of one sheet, with these records in it and before it. */
const book = (
  cells: readonly number[][],
  before: readonly number[][] = [],
  version = 0x0600,
): Uint8Array => {
  const sheet = [...begin(0x10, version), ...cells.flat(), ...END];
  const head = (at: number): number[] => [
    ...begin(0x05, version),
    ...before.flat(),
    ...XF,
    ...record(0x0085, [
      ...word(at),
      0,
      0,
      0,
      0,
      3,
      ...(version === 0x0600 ? [0] : []),
      ...ascii('Ark'),
    ]),
    ...END,
  ];
  return new Uint8Array([...head(head(0).length), ...sheet]);
};

const cell = (row: number, column: number): number[] => [...word(row), ...word(column), 0, 0];
const seven = [0, 0, 0, 0, 0, 0, 0x1c, 0x40];
const aText = [0, 0, 0, 0, 0, 0, 0xff, 0xff];

const formula = (
  value: readonly number[],
  tokens: readonly number[],
  extra: readonly number[] = [],
): number[] =>
  record(0x0006, [
    ...cell(1, 0),
    ...value,
    0,
    0,
    0,
    0,
    0,
    0,
    ...word(tokens.length),
    ...tokens,
    ...extra,
  ]);
const label = record(0x0204, [...cell(0, 0), ...word(4), 0, ...ascii('Kod?')]);

const text = (value: string): number[] => [0x17, value.length, 0, ...ascii(value)];
const HYPERLINK = [0x42, 2, ...word(359)];
const ADDRESS = 'https://apps.example/redeem?code=FAKE0000ABCD';

/**
 * What the reader makes of a stream; undefined for one that is refused before the package sees it.
 */
const rowsOf = (stream: Uint8Array) => {
  const values = onlyValues(stream);
  if (values === undefined) return undefined;
  const read = readXls({ values, parts: [] });
  return read.ok ? read.value[0]?.rows : read.problem.code;
};

const SEVEN = { number: 2, cells: ['7'], formulas: [0], numbers: [0] };

describe('A5: formulas of an .xls', () => {
  test('A5: an address that is spelled out is kept', () => {
    const shown = record(0x0207, [...word(6), 0, ...ascii('Redeem')]);
    const tokens = [...text(ADDRESS), ...text('Redeem'), ...HYPERLINK];
    expect(rowsOf(book([label, formula(aText, tokens), shown]))).toEqual([
      { number: 1, cells: ['Kod?'] },
      { number: 2, cells: ['Redeem'], formulas: [0], links: { 0: ADDRESS } },
    ]);
  });

  test.each([
    ['of numbers and cells', [0x1e, 3, 0, 0x44, 0, 0, 0, 0, 0x03]],
    ['with a constant array whose content is missing', [0x60, 0, 0, 0, 0, 0, 0, 0]],
    ['with a text that is longer than the formula', [0x17, 200, 0, 65]],
    ['that ends where a text begins', [0x17]],
    ['that is shared', [0x01, 0, 0, 0, 0]],
    ['that chooses between more than there are', [0x19, 0x04, 0xff, 0xff]],
    ['of tokens that nobody has', [0xee, 0xff, 0x80]],
    ['of an add-in', [0x18, 0x19, 0xff, 0xff, 0xff, 0xff]],
  ])('A5: one %s ends, and its value is there', (_, tokens) => {
    expect(rowsOf(book([formula(seven, tokens)]))).toEqual([SEVEN]);
  });

  test('A5: one that says more of itself than its record holds ends', () => {
    const whole = formula(seven, [0x26, 0, 0, 0, 0, 0, 0], [9, 9]);
    whole[4 + 20] = 0xf0;
    expect(rowsOf(book([whole]))).toEqual([SEVEN]);
  });

  test('A5: one that is cut short is a damaged file', () => {
    expect(rowsOf(book([record(0x0006, [...cell(1, 0), ...seven])]))).toBeUndefined();
  });

  test('A5: those of Excel 5 keep their value', () => {
    expect(rowsOf(book([formula(seven, [0x44, 0, 0, 0])], [], 0x0500))).toEqual([SEVEN]);
  });
});

describe('A5: shared strings of an .xls', () => {
  const strings = (...parts: readonly (readonly number[])[]): number[][] => {
    const [first = [], ...rest] = parts;
    return [
      record(0x00fc, [1, 0, 0, 0, 1, 0, 0, 0, ...first]),
      ...rest.map((part) => record(0x003c, part)),
    ];
  };
  const shown = record(0x00fd, [...cell(0, 0), 0, 0, 0, 0]);

  test.each([
    ['in one record', [[4, 0, 0, ...ascii('Kod?')]]],
    [
      'cut in two by a record, and wide from there',
      [
        [4, 0, 0, ...ascii('Ko')],
        [1, 0x64, 0, 0x3f, 0],
      ],
    ],
    [
      'with formats and more behind it',
      [[4, 0, 0x0c, 1, 0, 2, 0, 0, 0, ...ascii('Kod?'), 0, 0, 0, 0, 9, 9]],
    ],
  ])('A5: one %s is read', (_, parts) => {
    expect(rowsOf(book([shown], strings(...parts)))).toEqual([{ number: 1, cells: ['Kod?'] }]);
  });

  test.each([
    [
      'says that more is behind it than there is',
      [[4, 0, 0x04, 0xf0, 0xff, 0xff, 0xff, ...ascii('Kod?')]],
    ],
    ['has formats beyond the end', [[4, 0, 0x08, 0xff, 0xff, ...ascii('Kod?')]]],
    ['is longer than its record', [[0xff, 0x7f, 0, ...ascii('Kod?')]]],
    ['ends in its length', [[4, 0]]],
    ['ends in what is behind it', [[4, 0, 0x0c, 1]]],
  ])('A5: one that %s makes a damaged file', (_, parts) => {
    expect(rowsOf(book([shown], strings(...parts)))).toBeUndefined();
  });
});

describe('A5: what else is in an .xls', () => {
  test('A5: drawings, names and add-ins never reach the package, nor what continues them', () => {
    const drawing = [...record(0x00ec, [1, 2, 3]), ...record(0x003c, [4, 5])];
    const name = record(0x0018, [0, 0, 0, 200, 0xff, 0xff]);
    const stream = book([label, drawing, name]);
    expect(rowsOf(stream)).toEqual([{ number: 1, cells: ['Kod?'] }]);
    const types = [...recordsOf(onlyValues(stream) ?? new Uint8Array())].map(({ type }) => type);
    expect(types.filter((type) => [0x00ec, 0x003c, 0x0018].includes(type))).toEqual([]);
    expect(types).toHaveLength([...recordsOf(stream)].length);
  });

  test('A5: a workbook of Excel 4 is not read', () => {
    expect(rowsOf(book([label], [], 0x0400))).toBeUndefined();
  });

  test.each([0x0204, 0x0203, 0x00bd, 0x00fd, 0x0085, 0x00e0])(
    'A5: a record %i without content is refused',
    (type) => {
      expect(rowsOf(book([record(type, [])]))).toBeUndefined();
    },
  );
});
