import { describe, expect, test } from 'vitest';
import { readCsv } from '#data/import/read/csv-rows.ts';
import { decodeText, isBinaryText } from '#data/import/read/text-encoding.ts';

const cellsOf = (text: string): (readonly string[])[] => {
  const read = readCsv(text);
  return read.ok ? read.value.rows.map(({ cells }) => cells) : [[read.problem.code]];
};
const numbersOf = (text: string): number[] => {
  const read = readCsv(text);
  return read.ok ? read.value.rows.map(({ number }) => number) : [];
};

describe('separated text', () => {
  const cases: readonly (readonly [string, string, readonly (readonly string[])[]])[] = [
    ['noughts and formulas stay text', '00123,=1+1,1E5', [['00123', '=1+1', '1E5']]],
    [
      'semicolons, although sums hold commas',
      'Kod;Belopp\nA;1 250,50\nB;2,5',
      [
        ['Kod', 'Belopp'],
        ['A', '1 250,50'],
        ['B', '2,5'],
      ],
    ],
    [
      'tabs',
      'Kod\tLänk\nA\tx,y',
      [
        ['Kod', 'Länk'],
        ['A', 'x,y'],
      ],
    ],
    [
      'bars',
      'Code|Link\nA|x',
      [
        ['Code', 'Link'],
        ['A', 'x'],
      ],
    ],
    ['sep= as Excel writes it', 'sep=;\r\nCode;a,b\r\n', [['Code', 'a,b']]],
    [
      'quotes with separators, lines and quotes in them',
      'a,"b,\n""c""",d\ne',
      [['a', 'b,\n"c"', 'd'], ['e']],
    ],
    ['a quote inside a cell is a character', 'a,5" screen,b\nc', [['a', '5" screen', 'b'], ['c']]],
    ['text after a closing quote is kept', '"a" b,c', [['a b', 'c']]],
    ['all ends of lines', 'a\rb\nc\r\nd', [['a'], ['b'], ['c'], ['d']]],
    ['no separator at all', 'Code\nA\nB', [['Code'], ['A'], ['B']]],
    [
      'separators inside quotes do not count',
      '"a;b;c","d;e"\n"f;g",h',
      [
        ['a;b;c', 'd;e'],
        ['f;g', 'h'],
      ],
    ],
    ['empty cells at the end are left out', 'a,,\nb,c,', [['a'], ['b', 'c']]],
    ['an empty quoted cell at the end', 'a,""', [['a']]],
  ];
  test.each(cases)('A5: %s', (_, text, cells) => {
    expect(cellsOf(text)).toEqual(cells);
  });

  test('A5: blank rows are left out and counted', () => {
    expect(numbersOf('a\n\n , ,\nb\r\n\r\nc')).toEqual([1, 4, 6]);
    expect(numbersOf('sep=,\na')).toEqual([2]);
  });

  test('A5: a row with a line inside quotes counts as one, as in a spreadsheet', () => {
    expect(numbersOf('a\n"b\nb"\nc')).toEqual([1, 2, 3]);
  });

  test('A5: an endless cell is named by its row', () => {
    expect(readCsv('a\nb\nc,"d')).toMatchObject({
      ok: false,
      problem: { code: 'endless-cell', params: { row: 3 } },
    });
    expect(readCsv(`a\n${'x'.repeat(32_768)}`)).toMatchObject({
      ok: false,
      problem: { params: { row: 2 } },
    });
    expect(readCsv(`a\n${'x'.repeat(32_767)}`)).toMatchObject({ ok: true });
  });

  test('A5: so is a cell whose letters stand for more than can be kept', () => {
    expect(readCsv(`a\n${'ﷺ'.repeat(3_000)}`)).toMatchObject({
      problem: { code: 'endless-cell', params: { row: 2 } },
    });
    expect(readCsv(`a\n${'å'.repeat(30_000)}`)).toMatchObject({ ok: true });
  });
});

describe('encodings', () => {
  const utf16 = (text: string, littleEndian: boolean): Uint8Array => {
    const bytes = new Uint8Array(text.length * 2);
    const view = new DataView(bytes.buffer);
    [...text].forEach((letter, at) => view.setUint16(at * 2, letter.charCodeAt(0), littleEndian));
    return bytes;
  };
  const text = 'Kod;Inlösningslänk åäö';
  const cases: readonly (readonly [string, Uint8Array, string])[] = [
    ['UTF-8', new TextEncoder().encode(text), 'utf-8'],
    ['UTF-8 with a mark', new TextEncoder().encode(`\ufeff${text}`), 'utf-8'],
    ['UTF-16LE with a mark', utf16(`\ufeff${text}`, true), 'utf-16le'],
    ['UTF-16BE with a mark', utf16(`\ufeff${text}`, false), 'utf-16be'],
    ['UTF-16LE without a mark', utf16(text, true), 'utf-16le'],
    ['UTF-16BE without a mark', utf16(text, false), 'utf-16be'],
    ['Windows-1252', Uint8Array.from(text, (letter) => letter.charCodeAt(0)), 'windows-1252'],
  ];
  test.each(cases)('A5: %s', (_, bytes, encoding) => {
    expect(decodeText(bytes)).toEqual({ text, encoding });
  });

  test('A5: text with noughts or many control characters is no text', () => {
    expect(isBinaryText('Code\nA\u0000')).toBe(true);
    expect(isBinaryText('\u0001\u0002\u0003Code')).toBe(true);
    expect(isBinaryText('Code\tLink\r\nA\u001a')).toBe(false);
  });
});
