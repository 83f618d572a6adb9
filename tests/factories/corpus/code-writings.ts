import { codeOf, linkOf } from './made-up.ts';
import { CREDIT, one, type ExpectedSheet, type Shape } from './shape.ts';
import { textFile, type Writing } from './written.ts';

const codes = (sheet: Omit<ExpectedSheet, 'kind'>) => one(CREDIT, { kind: 'codes', ...sheet });

const TABLE = (separator: string): string =>
  `Kod${separator}Länk${separator}Produkt
${[71, 72, 73].map((at) => `${codeOf(at)}${separator}${linkOf(at)}${separator}Räkneövning ${at}`).join('\n')}
`;

const written = (
  file: string,
  seen: string,
  text: string,
  writing: Writing = {},
  headings = 1,
): Shape =>
  textFile(
    file,
    text,
    {
      seen,
      expected: codes({
        headings,
        rows: 3,
        asks: false,
        fields: { code: 0, link: 1, product: 2 },
        values: { [headings + 1]: { code: codeOf(71), product: 'Räkneövning 71' } },
      }),
    },
    writing,
  );

/** One list of codes in all the ways in which programs write text. */
export const codeWritings: readonly Shape[] = [
  written('writing-comma.csv', 'Google Sheets, Download > csv', TABLE(','), { lineEnd: '\r\n' }),
  written('writing-comma-lf.csv', 'command line tools', TABLE(','), { lineEnd: '\n' }),
  written('writing-cr.csv', 'likely: Excel for Mac, "CSV (Macintosh)"', TABLE(';'), {
    lineEnd: '\r',
  }),
  written('writing-semicolon-bom.csv', 'Excel in Swedish, "CSV UTF-8"', TABLE(';'), {
    encoding: 'utf-8-bom',
  }),
  written('writing-semicolon-cp1252.csv', 'Excel in Swedish, "CSV"', TABLE(';'), {
    encoding: 'cp1252',
  }),
  written('writing-tab-utf16.txt', 'Excel, "Unicode text"', TABLE('\t'), { encoding: 'utf-16le' }),
  written('writing-tab-utf16be.txt', 'likely: older Macs', TABLE('\t'), { encoding: 'utf-16be' }),
  written('writing-utf16-without-mark.csv', 'likely: a database tool', TABLE(','), {
    encoding: 'utf-16be-bare',
  }),
  written('writing-pipe.txt', 'likely: a database tool', TABLE('|')),
  written('writing-tab.tsv', 'a table copied out of a browser or of Excel', TABLE('\t')),
  written(
    'writing-sep-line.csv',
    'exports that tell Excel the separator',
    `sep=;\n${TABLE(';')}`,
    {},
    2,
  ),
  written(
    'writing-sep-line-bom.csv',
    'the same with a byte order mark',
    `sep=;\n${TABLE(';')}`,
    { encoding: 'utf-8-bom' },
    2,
  ),
  written(
    'writing-all-quoted.csv',
    'LibreOffice, "Quote all text cells"',
    TABLE(',').replace(/[^,\n]+/g, '"$&"'),
  ),
  written(
    'writing-table-name.csv',
    'likely: Numbers, with the table’s name above it',
    `Tabell 1\n${TABLE(';')}`,
    {},
    2,
  ),
  written(
    'writing-empty-columns.csv',
    'Excel writes separators for columns that once held something',
    TABLE(';').replace(/\n/g, ';;;;\n') + ';;;;;;\n;;;;;;\n',
  ),
  textFile('writing-empty-lines.csv', TABLE(';').replace(/\n/g, '\n\n'), {
    seen: 'likely: a mail program that doubles line ends',
    expected: codes({ headings: 1, rows: 3, fields: { code: 0, link: 1, product: 2 } }),
  }),
  textFile(
    'writing-quotes-doubled.csv',
    `Code,Product\n${codeOf(74)},"Skärm 10"" och ""penna"", blå"\n${codeOf(75)},"Bok ""Räkna, del 2"""\n`,
    {
      seen: 'RFC 4180, every spreadsheet',
      expected: codes({
        headings: 1,
        rows: 2,
        values: { 2: { product: 'Skärm 10" och "penna", blå' } },
      }),
    },
  ),
  textFile(
    'writing-quotes-in-the-middle.csv',
    `Code;Product\n${codeOf(76)};Skärm 10" blå\n${codeOf(77)};5" och 6"\n`,
    { seen: 'likely: a register that quotes nothing', expected: codes({ headings: 1, rows: 2 }) },
  ),
  textFile(
    'writing-lines-in-cells.csv',
    `Code,Comment\n${codeOf(78)},"Ada\nBo\n\nCilla"\n"${codeOf(79)}\n",\n`,
    {
      seen: 'Alt+Enter in Excel',
      expected: codes({ headings: 1, rows: 2, values: { 3: { code: codeOf(79) } } }),
    },
  ),
  textFile(
    'writing-stray-quote.csv',
    `Code,Product\n${codeOf(80)},"Skärm 10\n${codeOf(81)},Penna\n`,
    {
      seen: 'likely: a cell cut by hand',
      expected: codes({
        headings: 1,
        rows: 2,
        values: { 2: { code: codeOf(80), product: '"Skärm 10' }, 3: { code: codeOf(81) } },
      }),
    },
  ),
  textFile(
    'writing-quote-never-closed.csv',
    `Code,Product\n${codeOf(84)},Penna\n${codeOf(85)},"Skärm\nom 10 tum\n${codeOf(86)},Penna\n`,
    {
      seen: 'likely: a text of several lines cut by hand',
      expected: {
        programme: CREDIT,
        sheets: [{ kind: 'codes', headings: 1, rows: 1, values: { 2: { code: codeOf(84) } } }],
        gaps: ['open-quote'],
      },
    },
  ),
  textFile(
    'writing-separator-changes.csv',
    `Beställt av: Nordby, Väst\nKod;Produkt\n${codeOf(82)};Räkna, del 1\n${codeOf(83)};Räkna, del 2, tredje utgåvan\n`,
    {
      seen: 'likely: commas in words of a list with semicolons',
      expected: codes({ headings: 2, rows: 2, fields: { code: 0, product: 1 } }),
    },
  ),
  textFile(
    'codes-order-number-alone.txt',
    `W900000417\n${[91, 92, 93].map((at) => codeOf(at)).join('\n')}\n`,
    {
      seen: 'likely: pasted out of a mail, the order above its codes',
      expected: codes({ headings: 0, asks: true, rows: 3, aside: [1] }),
    },
  ),
  textFile(
    'codes-two-orders-alone.txt',
    `W900000417\n${codeOf(94)}\n${codeOf(95)}\n\nW900000418\n${codeOf(96)}\n`,
    {
      seen: 'likely: the codes of two orders below each other',
      expected: {
        ...codes({
          headings: 0,
          asks: true,
          rows: 3,
          unreadable: { 1: 'number-alone', 5: 'number-alone' },
        }),
        questions: ['order-number'],
      },
    },
  ),
];
