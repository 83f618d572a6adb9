import { codeOf } from './made-up.ts';
import { CREDIT, one, type ExpectedSheet, type Shape } from './shape.ts';
import { bookFile, dayCell, formatted, formula } from './workbook.ts';
import { textFile } from './written.ts';

const credit = (sheet: Omit<ExpectedSheet, 'kind'>): ExpectedSheet => ({
  kind: 'credit',
  ...sheet,
});
const HEADINGS = ['Ordernummer', 'Orderdatum', 'Belopp', 'Valuta', 'Inlösningskod'];
const order = (number: number, sum = 25_000) => [
  `W90000${String(number).padStart(4, '0')}`,
  dayCell('2026-09-01'),
  sum,
  'SEK',
  codeOf(number, 16),
];

/** Credit orders in workbooks, and in what is called so. */
export const creditBooks: readonly Shape[] = [
  bookFile('credit-plain.xlsx', [{ name: 'Kredit', rows: [HEADINGS, order(301), order(302)] }], {
    seen: 'likely: the sheet of the secure inbox (apple.md §3.2)',
    expected: one(
      CREDIT,
      credit({
        name: 'Kredit',
        headings: 1,
        rows: 2,
        fields: { orderNumber: 0, orderDate: 1, amount: 2, currency: 3, code: 4 },
        values: { 2: { amount: '25000.00', orderDate: '2026-09-01', currency: 'SEK' } },
      }),
    ),
  }),
  bookFile('credit-plain.xls', [{ name: 'Kredit', rows: [HEADINGS, order(303)] }], {
    seen: 'Apple’s article speaks of a spreadsheet (SEED0)',
    expected: one(
      CREDIT,
      credit({
        name: 'Kredit',
        headings: 1,
        rows: 1,
        values: { 2: { amount: '25000.00', orderDate: '2026-09-01' } },
      }),
    ),
  }),
  bookFile(
    'credit-order-numbers-as-numbers.xlsx',
    [
      {
        name: 'Orders',
        rows: [
          ['Order Number', 'Amount', 'Currency'],
          [formatted(417, '0000000000'), 25_000, 'EUR'],
          [9_000_004_170_001, 1200.5, 'EUR'],
          [formatted(900_000_418, '0.00E+00'), 100, 'EUR'],
        ],
      },
    ],
    {
      seen: 'Excel stores figures as numbers and shows noughts or exponents by a format',
      expected: one(
        CREDIT,
        credit({
          name: 'Orders',
          headings: 1,
          rows: 3,
          values: {
            2: { orderNumber: '0000000417' },
            3: { orderNumber: '9000004170001', amount: '1200.50' },
            4: { orderNumber: '900000418' },
          },
        }),
      ),
    },
  ),
  bookFile(
    'credit-sixteen-figures.xlsx',
    [
      {
        name: 'Orders',
        rows: [
          ['Order Number', 'Amount', 'Currency'],
          [1_234_567_890_123_450, 25_000, 'EUR'],
          ['W900000420', 100, 'EUR'],
        ],
      },
    ],
    {
      seen: 'Excel keeps fifteen figures: the last of sixteen is lost',
      expected: one(
        CREDIT,
        credit({ name: 'Orders', headings: 1, rows: 1, unreadable: { 2: 'any' } }),
      ),
    },
  ),
  bookFile(
    'credit-a-sheet-a-year.xlsx',
    [
      { name: '2025', rows: [HEADINGS, order(304)] },
      { name: '2026', rows: [HEADINGS, order(305), order(306)] },
      {
        name: 'Summering',
        rows: [
          ['År', 'Summa'],
          [2025, 25_000],
          [2026, 50_000],
        ],
      },
    ],
    {
      seen: 'likely: an administrator’s own book',
      expected: {
        programme: CREDIT,
        sheets: [
          credit({ name: '2025', headings: 1, rows: 1 }),
          credit({ name: '2026', headings: 1, rows: 2 }),
        ],
        skipped: ['Summering'],
      },
    },
  ),
  bookFile(
    'credit-reseller.xlsx',
    [
      {
        name: 'Order',
        rows: [
          ['Nordbys Datorer AB'],
          ['Kund', 'Nordby kommun'],
          [],
          [
            'Vårt ordernr',
            'Ert ordernr',
            'Artikel',
            'Kreditnummer',
            'Belopp',
            'Valuta',
            'Levererad',
          ],
          ['NB-1001', 'INK-417', 'VPP-kredit', 'VC00000421', 25_000, 'SEK', dayCell('2026-09-03')],
          ['NB-1002', 'INK-418', 'VPP-kredit', 'VC00000422', 10_000, 'SEK', dayCell('2026-09-04')],
        ],
      },
    ],
    {
      seen: 'likely: an authorized reseller’s own Excel',
      expected: one(
        CREDIT,
        credit({
          name: 'Order',
          headings: 4,
          rows: 2,
          fields: { creditNumber: 3, amount: 4, currency: 5, readyOn: 6 },
          values: { 5: { creditNumber: 'VC00000421' } },
        }),
      ),
    },
  ),
  bookFile(
    'credit-total-below.xlsx',
    [
      {
        name: 'Kredit',
        rows: [
          HEADINGS,
          order(307),
          order(308),
          ['Totalt', null, formula('SUM(C2:C3)', 50_000), 'SEK'],
          [],
          ['Uppdaterad av Ada 2026-09-05'],
        ],
      },
    ],
    {
      seen: 'likely: Excel’s total row of a table, and a note',
      expected: one(CREDIT, credit({ name: 'Kredit', headings: 1, rows: 2, aside: [4, 6] })),
    },
  ),
  bookFile(
    'credit-a-table-for-each-buyer.xlsx',
    [
      {
        name: 'Kredit',
        rows: [
          ['Köpare', 'ada@nordby.example'],
          HEADINGS,
          order(309),
          [],
          ['Köpare', 'bo@nordby.example'],
          HEADINGS,
          order(310),
        ],
      },
    ],
    {
      seen: 'likely: an administrator’s own book',
      expected: {
        programme: CREDIT,
        sheets: [
          {
            kind: 'credit',
            name: 'Kredit',
            headings: 2,
            rows: 1,
            values: { 3: { purchaserAppleId: 'ada@nordby.example' } },
          },
          {
            kind: 'credit',
            name: 'Kredit (2)',
            headings: 6,
            rows: 1,
            values: { 7: { purchaserAppleId: 'bo@nordby.example' } },
          },
        ],
      },
    },
  ),
  bookFile(
    'credit-headings-merged.xlsx',
    [
      {
        name: 'Kredit',
        rows: [['Order', null, 'Pengar', null, 'Kod'], HEADINGS, order(311)],
        merged: ['A1:B1', 'C1:D1'],
      },
    ],
    {
      seen: 'likely: a list made to be printed',
      expected: one(CREDIT, credit({ name: 'Kredit', headings: 2, rows: 1 })),
    },
  ),
  bookFile(
    'credit-hidden-sheet.xlsx',
    [
      { name: 'Kredit', rows: [HEADINGS, order(312)] },
      { name: 'Utkast', rows: [HEADINGS, order(313)], isHidden: true },
    ],
    {
      seen: 'likely: drafts are kept out of sight',
      expected: {
        programme: CREDIT,
        sheets: [credit({ name: 'Kredit', headings: 1, rows: 1 })],
        skipped: ['Utkast'],
      },
    },
  ),
  bookFile(
    'credit-errors-in-cells.xlsx',
    [
      {
        name: 'Kredit',
        rows: [
          HEADINGS,
          ['W900000430', { t: 'e', v: 0x2a }, 100, 'SEK', null],
          [{ t: 'e', v: 0x17 }, dayCell('2026-09-01'), 100, 'SEK', null],
          order(314),
        ],
      },
    ],
    {
      seen: 'Excel: #N/A, #REF!',
      expected: one(
        CREDIT,
        credit({ name: 'Kredit', headings: 1, rows: 1, unreadable: { 2: 'any', 3: 'any' } }),
      ),
    },
  ),
  textFile(
    'credit-page.xls',
    `<table border=1><tr><th>Ordernummer<th>Orderdatum<th>Belopp<th>Valuta
<tr><td>W900000431<td>2026-09-01<td>25&nbsp;000,00<td>SEK
<tr><td>W900000432<td>2026-09-02<td>10&#160;000,00<td>SEK
</table>
`,
    {
      seen: 'portals that save a page as .xls; cells without end tags',
      expected: one(
        CREDIT,
        credit({ headings: 1, rows: 2, values: { 2: { amount: '25000.00', currency: 'SEK' } } }),
      ),
    },
  ),
];
