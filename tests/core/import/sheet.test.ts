import { describe, expect, test } from 'vitest';
import { readCsv } from '#data/import/read/csv/csv-rows.ts';
import { neutralCell, separatedText } from '#core/import/sheet.ts';
import { cellText } from '#core/import/tables/table-columns.ts';

test.each(['=1+1', '+1', '-2+3', '@SUM(1,1)', '\t=1', '\r=1', '\n=1', "=cmd|' /C calc'!A0"])(
  'A5: %j leaves as text',
  (text) => {
    expect(neutralCell(text)).toBe(`'${text}`);
  },
);

test.each([
  '- 2+3',
  "- cmd|' /C calc'!A0",
  '- HYPERLINK(A1)',
  '-\u00a01+1',
  '-sum(1)',
  '-',
  '- ',
  '- bread, milk',
  '- bread\n- milk',
  '-- bread',
  '- 5',
])(
  'A5: %j begins with a sign and leaves as text, whether or not something to reckon follows',
  (text) => {
    expect(neutralCell(text)).toBe(`'${text}`);
  },
);

test('A5: a list that left as text is read again without the mark', () => {
  const cells = ['-', '- bread, milk', '-- bread'];
  const read = readCsv(separatedText([cells], ';'));
  const [row] = read.ok ? read.value.rows : [];
  expect(cells.map((_, at) => row && cellText(row, at))).toEqual(cells);
});

test.each([
  '',
  'FAKE0000ABCD',
  '-3',
  '-216.48',
  '-216,48',
  '2026-12-31',
  '25000.00',
  "'=1",
  ' =1',
  'a=b',
])('A5: %j leaves as it is', (text) => {
  expect(neutralCell(text)).toBe(text);
});

describe('X9: a file is opened by a spreadsheet that parts cells at another character', () => {
  /**
   * Cells as a program has them that parts at that character, and takes a quote for one at the
   * beginning of a cell alone.
   */
  const cellsAt = (text: string, separator: string): string[] => {
    const cells: string[] = [];
    let [cell, isQuoted] = ['', false];
    for (let at = 0; at < text.length; at += 1) {
      const letter = text[at] ?? '';
      if (letter === '"' && isQuoted && text[at + 1] === '"') cell += text[(at += 1)];
      else if (letter === '"' && (isQuoted || cell === '')) isQuoted = !isQuoted;
      else if (!isQuoted && (letter === separator || letter === '\n' || letter === '\r')) {
        cells.push(cell);
        cell = '';
      } else cell += letter;
    }
    return [...cells, cell];
  };
  const hostile = [
    'a;=1+1',
    'a,=1+1',
    'a\t@SUM(1)',
    'a\n=1+1',
    'a\r\n+1+1',
    'a;-2+3',
    ';=1',
    '"a;=1',
    'a";=1',
    'a,-cmd|x',
    ',,=1',
    'a;-5',
  ];

  test.each([';', ','] as const)(
    'X9: no cell of a file that is parted at %j begins a formula, wherever it is parted',
    (separator) => {
      for (const cell of hostile)
        for (const rows of [[['x', cell, 'y']], [[cell]], [['x'], [cell, cell]]])
          for (const other of [';', ',', '\t']) {
            const formulas = cellsAt(separatedText(rows, separator), other).filter((cell) =>
              /^[=+@]|^-(?!\d*"?(?:$|[;,]))/.test(cell),
            );
            expect([cell, other, formulas]).toEqual([cell, other, []]);
          }
    },
  );

  test('X9: where the comma is a decimal mark, no number below nothing goes on in the next cell as a formula', () => {
    for (const before of ['-5', 'a;-5', 'a\t-5', 'a;-', '25.000;-'])
      for (const after of ["1+cmd|' /C calc'!A0", '2*A1', '*A1', '/A1', '1-HYPERLINK(A1)'])
        for (const other of [';', '\t']) {
          const cells = cellsAt(separatedText([[before, after, 'x']], ','), other);
          expect([before, after, cells.filter((cell) => /^-\d*,[^"]/.test(cell))]).toEqual([
            before,
            after,
            [],
          ]);
        }
    // Each is read as it was written where the comma parts cells.
    expect(cellsAt(separatedText([['-5', '2*A1', 'x']], ','), ',')).toEqual(['-5', '2*A1', 'x']);
    expect(separatedText([['-5', '12', '', 'x', '-5', 'y']], ',')).toBe('-5,12,,x,-5,y');
    expect(separatedText([['-5', 'y']], ';')).toBe('-5;y');
  });

  test('X9: sums, prices and plain lists stay as they are', () => {
    for (const cell of [
      '25.000,-',
      '-5,25',
      '1;-2',
      'sara@nordby.example, bo@nordby.example',
      'a; b, c',
      'x=1, y=2',
    ])
      expect(separatedText([[cell]], ';').replace(/^"|"$/g, '')).toBe(cell);
    expect(separatedText([['a;b', 'c', 'a;=1']], ',')).toBe(`a;b,c,"a;'=1"`);
  });
});
