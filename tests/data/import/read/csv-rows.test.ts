import { describe, expect, test } from 'vitest';
import { readCsv } from '#data/import/read/csv/csv-rows.ts';
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
    expect(readCsv('"a\nb,c\nd')).toMatchObject({
      ok: false,
      problem: { code: 'endless-cell', params: { row: 1 } },
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

describe('quotes that are not closed', () => {
  const readOf = (text: string) => {
    const read = readCsv(text);
    if (!read.ok) throw new Error(read.problem.code);
    return { cells: read.value.rows.map(({ cells }) => cells), openQuote: read.value.openQuote };
  };

  test.each([
    [
      'in the middle',
      'Code,Link\nA,"https://\nB,x\n',
      [
        ['A', '"https://'],
        ['B', 'x'],
      ],
    ],
    [
      'twice',
      'Code,Link\nA,"x\nB,"y\nC,z\n',
      [
        ['A', '"x'],
        ['B', '"y'],
        ['C', 'z'],
      ],
    ],
    [
      'before a cell in quotes',
      'Code,Link\nA,"x\nB,"y"\nC,z',
      [
        ['A', '"x'],
        ['B', 'y'],
        ['C', 'z'],
      ],
    ],
    [
      'in the last line',
      'Code,Link\nA,x\nB,"y\n',
      [
        ['A', 'x'],
        ['B', '"y'],
      ],
    ],
    [
      'beside blank lines',
      'Code,Link\n\n"A,x\n\nB,y',
      [
        ['"A', 'x'],
        ['B', 'y'],
      ],
    ],
    ['in a single column', 'Code\n"A\nB\n', [['"A'], ['B']]],
  ])('A5: a stray mark %s is a mark, and no row is lost by it', (_, text, rows) => {
    const read = readOf(text);
    expect(read.cells.slice(1)).toEqual(rows);
    expect(read.openQuote).toBeUndefined();
  });

  test('A5: a mark in the headings is one, too', () => {
    expect(readOf('Code,"Link\nA,x\nB,y').cells).toEqual([
      ['Code', '"Link'],
      ['A', 'x'],
      ['B', 'y'],
    ]);
  });

  test.each([
    ['a text that is cut off in it', 'Code,Note\nA,x\nB,"and then', 3],
    ['a text of several lines', 'Code,Note\nA,x\nB,"and then\nnothing came\nC,y\n', 3],
    ['a line with too few cells', 'Code,Note,Day\nA,x,1\nB,"x\nC,y,2\n', 3],
  ])('A5: the rows before %s are read, and its row is named', (_, text, row) => {
    expect(readOf(text)).toMatchObject({ openQuote: row });
    expect(readOf(text).cells).toHaveLength(row - 1);
  });

  test('A5: a cell of several lines stays one', () => {
    expect(readOf('Code,Note\nA,"x\ny"\nB,"he said ""no""\nand left"').cells.slice(1)).toEqual([
      ['A', 'x\ny'],
      ['B', 'he said "no"\nand left'],
    ]);
  });

  test('A5: many marks take no longer than their text', () => {
    const lines = Array.from({ length: 90_000 }, (_, at) => `A${at},"x`);
    const read = readOf(`Code,Link\n${lines.join('\n')}\n`);
    expect(read.cells).toHaveLength(90_001);
    expect(read.cells.at(-1)).toEqual(['A89999', '"x']);
  });
});

describe('lines in quotes', () => {
  test.each([
    [
      'semicolons',
      '"Code;Link"\n"A;x"\n',
      ';',
      [
        ['Code', 'Link'],
        ['A', 'x'],
      ],
    ],
    [
      'cells in quotes of their own',
      '"Code,""Link"""\n"A,""x,y"""\n',
      ',',
      [
        ['Code', 'Link'],
        ['A', 'x,y'],
      ],
    ],
    ['empty cells', '"Code;Link;Day"\n\n"A;;"\n";;"\n', ';', [['Code', 'Link', 'Day'], ['A']]],
  ])('A5: are read once more, with %s', (_, text, separator, cells) => {
    expect(readCsv(text)).toMatchObject({ ok: true, value: { separator } });
    expect(cellsOf(text)).toEqual(cells);
  });

  test('A5: keep the numbers of their rows', () => {
    expect(numbersOf('"Code;Link"\n\n"A;x"\n')).toEqual([1, 3]);
  });

  test('A5: are cells where one of them is no line of the others', () => {
    expect(cellsOf('"Name"\n"Ada, Bo"\n')).toEqual([['Name'], ['Ada, Bo']]);
    expect(cellsOf('"a;b"\nc\n')).toEqual([['a;b'], ['c']]);
    expect(cellsOf('"a;b"\n')).toEqual([['a;b']]);
    expect(cellsOf('"a;b"\n"c;d\ne"\n')).toEqual([['a;b'], ['c;d\ne']]);
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

  const MAC = new Map([
    ['Å', 0x81],
    ['ä', 0x8a],
    ['å', 0x8c],
    ['ö', 0x9a],
  ]);

  test('A5: Mac OS Roman, where letters are as there', () => {
    const words = 'Inlösningslänk;Nivå;Årsdag';
    const bytes = Uint8Array.from(words, (letter) => MAC.get(letter) ?? letter.charCodeAt(0));
    expect(decodeText(bytes)).toEqual({ text: words, encoding: 'macintosh' });
  });

  test.each(['Skola…;5 € – ”Ek”', 'Š. Ök;Wörter', 'Kœnig-Straße'])(
    'A5: %s is Windows-1252',
    (words) => {
      const marks = new Map([
        ['…', 0x85],
        ['€', 0x80],
        ['–', 0x96],
        ['”', 0x94],
        ['Š', 0x8a],
        ['œ', 0x9c],
      ]);
      const bytes = Uint8Array.from(words, (letter) => marks.get(letter) ?? letter.charCodeAt(0));
      expect(decodeText(bytes)).toEqual({ text: words, encoding: 'windows-1252' });
    },
  );

  test('A5: text with noughts or many control characters is no text', () => {
    expect(isBinaryText('Code\nA\u0000')).toBe(true);
    expect(isBinaryText('\u0001\u0002\u0003Code')).toBe(true);
    expect(isBinaryText('Code\tLink\r\nA\u001a')).toBe(false);
  });
});
