import { adamIdOf, codeOf, linkOf } from './made-up.ts';
import { CREDIT, one, type ExpectedSheet, type Shape } from './shape.ts';
import { bookFile, dayCell, formatted, formula } from './workbook.ts';
import { bytesFile, storedZip, textFile } from './written.ts';
import { odsContent, odsRow, odsTable } from '../ods-file.ts';

const codes = (sheet: Omit<ExpectedSheet, 'kind'>): ExpectedSheet => ({ kind: 'codes', ...sheet });
const row = (number: number): readonly string[] => [codeOf(number), linkOf(number)];
const HEADINGS = ['Code', 'Code Redemption Link'];

const NOTE = ['Ask Ada before you hand anything out.'];

/** Sheets of codes in workbooks, and in pages that are called workbooks. */
export const codeBooks: readonly Shape[] = [
  bookFile('codes-plain.xls', [{ name: 'Codes', rows: [HEADINGS, row(101), row(102)] }], {
    seen: 'the sheet of codes is an .xls (AirWatch 9.2, apple.md §3.1); the columns are confirmed',
    expected: one(CREDIT, codes({ name: 'Codes', headings: 1, rows: 2, fields: { code: 0 } })),
  }),
  bookFile(
    'codes-preamble-6.xlsx',
    [
      {
        name: 'Blad1',
        rows: [
          ['Ordernummer', 'MNB0000519'],
          ['Produkt', 'Testapp Musik'],
          ['Adam-ID', Number(adamIdOf(519))],
          ['Inköpsdatum', dayCell('2026-09-02')],
          ['Köpta koder', 2],
          ['Kvarvarande koder', 2],
          [],
          ['Kod', 'Inlösningslänk'],
          row(103),
          row(104),
        ],
      },
    ],
    {
      seen: 'likely: the English sheet, translated by whoever keeps it',
      expected: one(
        CREDIT,
        codes({ name: 'Blad1', headings: 8, rows: 2, asks: false, fields: { code: 0, link: 1 } }),
      ),
    },
  ),
  bookFile(
    'codes-headings-merged.xlsx',
    [
      {
        name: 'Codes',
        rows: [
          ['Codes of autumn 2026'],
          ['App', null, 'Redemption', null],
          ['Product', 'Adam ID', 'Code', 'Code Redemption Link'],
          ['Testapp Musik', adamIdOf(3), codeOf(105), linkOf(105)],
          ['Testapp Musik', adamIdOf(3), codeOf(106), linkOf(106)],
        ],
        merged: ['A1:D1', 'A2:B2', 'C2:D2'],
      },
    ],
    {
      seen: 'likely: a list made to be printed',
      expected: one(
        CREDIT,
        codes({ name: 'Codes', headings: 3, rows: 2, fields: { product: 0, code: 2, link: 3 } }),
      ),
    },
  ),
  bookFile(
    'codes-several-sheets.xlsx',
    [
      { name: 'Matematik', rows: [HEADINGS, row(107), row(108)] },
      { name: 'Musik', rows: [HEADINGS, row(109)] },
      {
        name: 'Att göra',
        rows: [
          ['Vad', 'Vem'],
          ['Dela ut', 'Bo'],
        ],
      },
    ],
    {
      seen: 'likely: a school keeps one sheet for each app',
      expected: {
        programme: CREDIT,
        sheets: [
          codes({ name: 'Matematik', headings: 1, rows: 2 }),
          codes({ name: 'Musik', headings: 1, rows: 1 }),
        ],
        skipped: ['Att göra'],
      },
    },
  ),
  bookFile(
    'codes-hidden-sheet.xlsx',
    [
      { name: 'Koder', rows: [HEADINGS, row(110), row(111)] },
      { name: 'Gamla', rows: [HEADINGS, row(112)], isHidden: true },
    ],
    {
      seen: 'likely: what was handed out is kept out of sight',
      expected: {
        programme: CREDIT,
        sheets: [codes({ name: 'Koder', headings: 1, rows: 2 })],
        skipped: ['Gamla'],
      },
    },
  ),
  bytesFile(
    'codes-libreoffice.ods',
    storedZip({
      mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
      'content.xml': odsContent(
        odsTable(
          odsRow(...HEADINGS) +
            odsRow(codeOf(180), linkOf(180).replace('&', '&amp;')) +
            odsRow(codeOf(181)),
          'Koder',
        ) + odsTable(odsRow(...HEADINGS) + odsRow(codeOf(182)), 'Gamla', ' table:style-name="hid"'),
      ),
      'META-INF/manifest.xml': '<manifest/>',
    }),
    {
      seen: 'LibreOffice, with a sheet that is hidden',
      expected: {
        programme: CREDIT,
        sheets: [codes({ name: 'Koder', headings: 1, rows: 2 })],
        skipped: ['Gamla'],
      },
    },
  ),
  bookFile(
    'codes-total-below.xlsx',
    [
      {
        name: 'Codes',
        rows: [HEADINGS, row(113), row(114), ['Total', formula('COUNTA(A2:A3)', 2)]],
      },
    ],
    {
      seen: 'likely: Excel’s total row of a table',
      expected: one(CREDIT, codes({ name: 'Codes', headings: 1, rows: 2, aside: [4] })),
    },
  ),
  bookFile(
    'codes-note-below.xlsx',
    [{ name: 'Codes', rows: [HEADINGS, row(115), row(116), [], NOTE, ['Skapad 2026-09-02']] }],
    {
      seen: 'likely',
      expected: one(CREDIT, codes({ name: 'Codes', headings: 1, rows: 2, aside: [5, 6] })),
    },
  ),
  bookFile(
    'codes-as-numbers.xlsx',
    [{ name: 'Codes', rows: [['Code'], [codeOf(117)], [1_234_567_890_123_450], [98_765_432_101]] }],
    {
      seen: 'Excel keeps fifteen figures of a number: the last of sixteen is lost',
      expected: one(
        CREDIT,
        codes({ name: 'Codes', headings: 1, rows: 2, unreadable: { 3: 'any' } }),
      ),
    },
  ),
  bookFile(
    'codes-as-exponents.xlsx',
    [
      {
        name: 'Codes',
        rows: [['Code'], [codeOf(118)], [1.234e19], [formatted(12e45, '0.00E+00')]],
      },
    ],
    {
      seen: 'Excel reads 12E45 as a number',
      expected: one(
        CREDIT,
        codes({ name: 'Codes', headings: 1, rows: 1, unreadable: { 3: 'any', 4: 'any' } }),
      ),
    },
  ),
  bookFile(
    'codes-behind-hyperlinks.xlsx',
    [
      {
        name: 'Codes',
        rows: [
          ['Code', 'Product'],
          [formula(`HYPERLINK("${linkOf(119)}","${codeOf(119)}")`, codeOf(119)), 'Testapp Musik'],
          [formula(`HYPERLINK("${linkOf(120)}","Redeem")`, 'Redeem'), 'Testapp Musik'],
        ],
      },
    ],
    {
      seen: 'likely: a list with codes to press',
      expected: one(
        CREDIT,
        codes({
          name: 'Codes',
          headings: 1,
          rows: 2,
          values: { 2: { code: codeOf(119) }, 3: { code: codeOf(120) } },
        }),
      ),
    },
  ),
  bookFile(
    'codes-from-formulas.xlsx',
    [
      {
        name: 'Codes',
        rows: [
          ['Code', 'Part 1', 'Part 2'],
          [formula('B2&C2', codeOf(121)), codeOf(121).slice(0, 6), codeOf(121).slice(6)],
          [formula('B3&C3', 'FAKE'), 'FAKE', null],
        ],
      },
    ],
    {
      seen: 'likely: codes put together in the sheet',
      expected: one(
        CREDIT,
        codes({
          name: 'Codes',
          headings: 1,
          rows: 1,
          unreadable: { 3: 'formula-instead-of-code' },
          values: { 2: { code: codeOf(121) } },
        }),
      ),
    },
  ),
  bookFile(
    'codes-2003.xls',
    [{ name: 'Codes', rows: [HEADINGS, row(122), row(123)] }],
    {
      seen: 'Excel 2003’s XML, still written by report servers',
      expected: one(CREDIT, codes({ name: 'Codes', headings: 1, rows: 2, fields: { code: 0 } })),
    },
    'xlml',
  ),
  bookFile(
    'codes-left-columns-empty.xlsx',
    [
      {
        name: 'Codes',
        rows: [
          [],
          [null, null, 'Kod', 'Länk'],
          [null, null, ...row(124)],
          [null, null, ...row(125)],
        ],
      },
    ],
    {
      seen: 'likely: a table in the middle of the sheet',
      expected: one(
        CREDIT,
        codes({ name: 'Codes', headings: 2, rows: 2, fields: { code: 2, link: 3 } }),
      ),
    },
  ),
  bookFile(
    'codes-two-tables-side-by-side.xlsx',
    [
      {
        name: 'Codes',
        rows: [
          ['Testapp Musik', null, null, 'Testapp Matematik'],
          ['Code', 'Class', null, 'Code', 'Class'],
          [codeOf(126), '7A', null, codeOf(127), '7B'],
          [codeOf(128), '7A', null, codeOf(129), '7B'],
        ],
      },
    ],
    {
      seen: 'likely: a list made to be printed on one page',
      expected: {
        programme: CREDIT,
        sheets: [
          codes({ name: 'Codes', headings: 2, rows: 2, asks: false, fields: { code: 0 } }),
          codes({
            name: 'Codes (2)',
            headings: 2,
            rows: 2,
            asks: false,
            fields: { code: 3 },
            values: { 3: { code: codeOf(127) }, 4: { code: codeOf(129) } },
          }),
        ],
      },
    },
  ),
  textFile(
    'credit-halves-side-by-side.csv',
    `Inköp våren 2026
Order Number;Amount;Currency;Code;Order Number;Amount;Currency;Code
W900000211;25000;SEK;${codeOf(211, 16)};W900000213;18000;SEK;${codeOf(213, 16)}
W900000212;40000;SEK;${codeOf(212, 16)};;;;
`,
    {
      seen: 'likely: a long list in two halves, for one page',
      expected: {
        programme: CREDIT,
        sheets: [
          { kind: 'credit', name: '#1', headings: 2, rows: 2, asks: false },
          {
            kind: 'credit',
            name: '#2',
            headings: 2,
            rows: 1,
            asks: false,
            fields: { orderNumber: 4, code: 7 },
            values: { 3: { orderNumber: 'W900000213', code: codeOf(213, 16) } },
          },
        ],
      },
    },
  ),
  bookFile(
    'codes-two-for-an-order.xlsx',
    [
      {
        name: 'Codes',
        rows: [
          ['Order Number', 'Code', 'Code'],
          ['W900000214', codeOf(214, 16), codeOf(215, 16)],
          ['W900000216', codeOf(216, 16), codeOf(217, 16)],
        ],
      },
    ],
    {
      seen: 'likely: an order with two codes in one row',
      // The second column of codes cannot be read beside the first: it must not be lost unseen.
      expected: one(CREDIT, { kind: 'credit', name: 'Codes', headings: 1, asks: true }),
    },
  ),
  bookFile(
    'codes-and-pupils.xlsx',
    [
      {
        name: 'Koder',
        rows: [
          ['Kod', 'Status'],
          [codeOf(130), 'Använd'],
          [codeOf(131), ''],
        ],
      },
      {
        name: 'Elever',
        rows: [
          ['Namn', 'Klass', 'E-post'],
          ['Ada Ek', '7A', 'ada.ek@nordby.example'],
        ],
      },
    ],
    {
      seen: 'likely: a school’s own file',
      expected: {
        programme: CREDIT,
        sheets: [codes({ name: 'Koder', headings: 1, rows: 2 })],
        skipped: ['Elever'],
      },
    },
  ),
  textFile(
    'codes-page.xls',
    `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8"><style>td{mso-number-format:"\\@"}</style></head><body><table>
<tr><th>Code</th><th>Code Redemption Link</th></tr>
<tr><td>${codeOf(132)}</td><td>${linkOf(132).replace('&', '&amp;')}</td></tr>
<tr><td>${codeOf(133)}</td><td>${linkOf(133).replace('&', '&amp;')}</td></tr>
</table></body></html>
`,
    {
      seen: 'portals that save a page as .xls',
      expected: one(
        CREDIT,
        codes({
          headings: 1,
          rows: 2,
          fields: { code: 0, link: 1 },
          values: { 2: { code: codeOf(132) } },
        }),
      ),
    },
  ),
  textFile(
    'codes-mail.html',
    `<html><body><table width="600"><tr><td>Hej!<br>Här är koderna.</td></tr><tr><td>
<table><tr><td><b>Kod</b></td><td><b>Produkt</b></td></tr>
<tr><td>${codeOf(134)}</td><td>Testapp Musik</td></tr>
<tr><td>${codeOf(135)}</td><td>Testapp Musik</td></tr></table>
</td></tr><tr><td>Med vänlig hälsning</td></tr></table></body></html>
`,
    {
      seen: 'likely: a mail with a table, saved as a page: tables in tables',
      expected: one(CREDIT, codes({ rows: 2, fields: { code: 0, product: 1 }, aside: [1, 6] })),
    },
  ),
];
