import { adamIdOf, codeOf, skuOf, vipIdOf } from './made-up.ts';
import { VIP, one, type ExpectedSheet, type Shape } from './shape.ts';
import { bookFile, dayCell } from './workbook.ts';
import { textFile } from './written.ts';

const customers = (sheet: Omit<ExpectedSheet, 'kind'>) => one(VIP, { kind: 'customers', ...sheet });
const CONSOLE =
  'likely: the Reseller Console’s csv, whose columns Adobe does not publish (adobe.md §6)';

const translated = (file: string, headings: string): Shape =>
  textFile(
    file,
    `${headings}\nNordby kommun;${vipIdOf(1)};EDU;2027-03-15\nVästby skola;${vipIdOf(2)};EDU;2027-04-10\n`,
    {
      seen: `${CONSOLE}; in another language`,
      expected: customers({
        headings: 1,
        rows: 2,
        asks: false,
        fields: { name: 0, vipId: 1, segment: 2, anniversary: 3 },
        values: { 2: { vipId: vipIdOf(1), segment: 'EDU', anniversary: '2027-03-15' } },
      }),
    },
  );

/** Lists of VIP customers. */
export const vipCustomers: readonly Shape[] = [
  translated('customers-english.csv', 'Customer Name;VIP ID;Market Segment;Anniversary Date'),
  translated('customers-swedish.csv', 'Kundnamn;VIP-ID;Marknadssegment;Årsdag'),
  translated('customers-german.csv', 'Kundenname;VIP-ID;Marktsegment;Jahrestag'),
  translated('customers-french.csv', 'Nom du client;ID VIP;Segment de marché;Date anniversaire'),
  translated(
    'customers-spanish.csv',
    'Nombre del cliente;ID de VIP;Segmento de mercado;Fecha de aniversario',
  ),
  translated('customers-dutch.csv', 'Klantnaam;VIP-id;Marktsegment;Verjaardatum'),
  translated('customers-norwegian.csv', 'Kundenavn;VIP-ID;Markedssegment;Årsdato'),
  translated('customers-danish.csv', 'Kundenavn;VIP-id;Markedssegment;Årsdag'),
  translated('customers-finnish.csv', 'Asiakkaan nimi;VIP-tunnus;Markkinasegmentti;Vuosipäivä'),
  textFile(
    'customers-all-columns.csv',
    `VIP ID,Customer Name,Program,Market Segment,Level,Anniversary Date,Admin Name,Admin Email,Product,License Type,Licenses,Used
${vipIdOf(3)},Nordby kommun,VIP,EDU,2,2027-03-15,Ada Ek,ada.ek@nordby.example,Testprogram,Team,50,45
${vipIdOf(4)},Västby AB,VIP MP,COM,1,15-Mar-2027,Bo Alm,bo.alm,Testprogram,Team,-1,0
`,
    {
      seen: CONSOLE,
      expected: customers({
        headings: 1,
        rows: 1,
        fields: { vipId: 0, name: 1, anniversary: 5, adminEmail: 7, licences: 10, used: 11 },
        unreadable: { 3: 'count-below-nothing' },
      }),
    },
  ),
  textFile(
    'customers-thousands.csv',
    `Customer,VIP ID,Product,Licenses,Used\nNordby kommun,${vipIdOf(1)},Testprogram,"1,000","1,000"\nVästby AB,${vipIdOf(2)},Testprogram,"10.000","9 500"\n`,
    {
      seen: 'habits of several countries: a list with a thousand licences',
      expected: customers({
        headings: 1,
        rows: 2,
        values: {
          2: { counts: { owned: 1000, assigned: 1000 } },
          3: { counts: { owned: 10_000, assigned: 9500 } },
        },
      }),
    },
  ),
  textFile(
    'customers-marketplace.csv',
    `Customer,Customer ID,Renewal Date,Auto-renew,Status,Price level,3YC,Licenses,Pending
Nordby kommun,1009990001,2027-03-15,Yes,Active,02,No,50,0
`,
    {
      seen: 'the columns of a marketplace’s own list, CloudBlue (adobe.md §6)',
      expected: customers({
        headings: 1,
        rows: 1,
        fields: { name: 0, marketplaceId: 1, anniversary: 2, level: 5 },
      }),
    },
  ),
  textFile(
    'customers-bare.csv',
    `Nordby kommun;${vipIdOf(5)};2027-03-15\nVästby AB;${vipIdOf(6)};2027-04-10\nÖstby AB;${vipIdOf(7)};2027-05-01\n`,
    {
      seen: 'likely: the table without its headings',
      expected: customers({ headings: 0, rows: 3, asks: true, fields: { vipId: 1 } }),
    },
  ),
  textFile(
    'customers-unknown-headings.csv',
    `Vem;Medlem hos Adobe;När\nNordby kommun;${vipIdOf(5)};2027-03-15\nVästby AB;${vipIdOf(6)};2027-04-10\n`,
    {
      seen: 'likely: a reseller’s own list',
      expected: customers({ headings: 1, rows: 2, asks: true, fields: { vipId: 1 } }),
    },
  ),
  textFile(
    'customers-ids-in-groups.csv',
    `Customer;VIP ID\nNordby kommun;${(vipIdOf(8).match(/.{4}/g) ?? []).join(' ')}\nVästby AB;${vipIdOf(9).toLowerCase()}\n`,
    {
      seen: 'likely: copied out of a mail',
      expected: customers({
        headings: 1,
        rows: 2,
        values: { 2: { vipId: vipIdOf(8) }, 3: { vipId: vipIdOf(9) } },
      }),
    },
  ),
  textFile(
    'customers-ids-as-exponents.csv',
    `Customer;VIP ID;Anniversary Date\nNordby kommun;1,23457E+19;2027-03-15\nVästby AB;1.23457E+19;2027-04-10\nÖstby AB;${vipIdOf(10)};2027-05-01\n`,
    {
      seen: 'Excel reads an ID of figures, or of figures and one E, as a number when it opens a csv',
      expected: customers({ headings: 1, rows: 1, unreadable: { 2: 'any', 3: 'any' } }),
    },
  ),
  textFile(
    'customers-total-below.csv',
    `Customer Name,VIP ID,Anniversary Date\nNordby kommun,${vipIdOf(11)},2027-03-15\nVästby AB,${vipIdOf(12)},2027-04-10\nTotal customers: 2,,\n`,
    {
      seen: 'likely: a report with its number of rows below',
      expected: customers({ headings: 1, rows: 2, aside: [4] }),
    },
  ),
  textFile(
    'customers-subtotals.csv',
    `Kundnamn;VIP-ID;Produkt;Licenser;Använda\nNordby kommun;${vipIdOf(11)};Testprogram;50;45\nSumma Nordby kommun;;;50;45\nVästby AB;${vipIdOf(12)};Testprogram;10;10\nSumma;;;60;55\n`,
    {
      seen: 'Excel, Data > Subtotal',
      expected: customers({ headings: 1, rows: 2, aside: [3, 5] }),
    },
  ),
  textFile(
    'customers-note-below.csv',
    `Customer Name,VIP ID,Anniversary Date\nNordby kommun,${vipIdOf(13)},2027-03-15\n\n"Exported 2026-11-20 08:15 by reseller@nordby.example"\n`,
    { seen: CONSOLE, expected: customers({ headings: 1, rows: 1, aside: [4] }) },
  ),
  textFile(
    'customers-preamble-6.csv',
    `Reseller Console\nAll customers\nNordbys Datorer AB\n2026-11-20\nFilter: none\n\nCustomer Name,VIP ID,Anniversary Date\nNordby kommun,${vipIdOf(14)},2027-03-15\n`,
    { seen: CONSOLE, expected: customers({ headings: 7, rows: 1, asks: false }) },
  ),
  textFile(
    'customers-preamble-45.csv',
    `${Array.from({ length: 45 }, (_, at) => `Line ${at + 1} of the terms of this report.`).join('\n')}\nCustomer Name,VIP ID,Anniversary Date\nNordby kommun,${vipIdOf(15)},2027-03-15\n`,
    {
      seen: 'likely: terms above the table',
      expected: customers({ headings: 46, rows: 1, asks: false }),
    },
  ),
  textFile(
    'customers-headings-repeated.csv',
    `Customer Name,VIP ID,Anniversary Date\nNordby kommun,${vipIdOf(16)},2027-03-15\nCustomer Name,VIP ID,Anniversary Date\nVästby AB,${vipIdOf(17)},2027-04-10\n`,
    {
      seen: 'likely: a report made to be printed, or two under each other',
      expected: customers({ headings: 1, rows: 2, aside: [3] }),
    },
  ),
  textFile(
    'customers-days-unclear.csv',
    `Customer Name;VIP ID;Anniversary Date\nNordby kommun;${vipIdOf(18)};03/04/2027\nVästby AB;${vipIdOf(19)};05/06/2027\n`,
    {
      seen: 'any habits',
      expected: {
        programme: VIP,
        sheets: [{ kind: 'customers', headings: 1 }],
        questions: ['date-order'],
      },
    },
  ),
  bookFile(
    'customers-plain.xlsx',
    [
      {
        name: 'Customers',
        rows: [
          ['Customer Name', 'VIP ID', 'Anniversary Date'],
          ['Nordby kommun', vipIdOf(20), dayCell('2027-03-15')],
          ['Västby AB', 12_345_678_901_234_567_000, dayCell('2027-04-10')],
        ],
      },
    ],
    {
      seen: 'likely: the csv opened in Excel and saved: an ID of figures alone became a number',
      expected: customers({
        name: 'Customers',
        headings: 1,
        rows: 1,
        unreadable: { 3: 'any' },
        values: { 2: { anniversary: '2027-03-15' } },
      }),
    },
  ),
  bookFile(
    'customers-a-sheet-a-segment.xlsx',
    [
      {
        name: 'EDU',
        rows: [
          ['Kund', 'VIP-ID', 'Årsdag'],
          ['Nordby kommun', vipIdOf(21), '2027-03-15'],
        ],
      },
      {
        name: 'COM',
        rows: [
          ['Kund', 'VIP-ID', 'Årsdag'],
          ['Västby AB', vipIdOf(22), '2027-04-10'],
        ],
      },
      { name: 'Listor', rows: [['EDU'], ['COM'], ['GOV']], isHidden: true },
    ],
    {
      seen: 'likely: a reseller’s own book, with a hidden sheet of choices',
      expected: {
        programme: VIP,
        sheets: [
          { name: 'EDU', kind: 'customers', headings: 1, rows: 1 },
          { name: 'COM', kind: 'customers', headings: 1, rows: 1 },
        ],
        skipped: ['Listor'],
      },
    },
  ),
  bookFile(
    'customers-beside-codes-and-apps.xlsx',
    [
      {
        name: 'Kunder',
        rows: [
          ['Kund', 'VIP-ID', 'Årsdag'],
          ['Nordby kommun', vipIdOf(25), '2027-03-15'],
        ],
      },
      { name: 'Koder', rows: [['Kod'], [codeOf(140)]] },
      {
        name: 'Appar',
        rows: [
          ['App', 'Adam-ID', 'Licenser'],
          ['Testapp Musik', adamIdOf(2), 30],
        ],
      },
    ],
    {
      seen: 'likely: one book for all that someone manages',
      // One file is one programme’s: what is left out is said.
      expected: {
        programme: VIP,
        sheets: [{ name: 'Kunder', kind: 'customers', headings: 1, rows: 1 }],
        skipped: ['Koder', 'Appar'],
      },
    },
  ),
  bookFile(
    'customers-and-prices-below.xlsx',
    [
      {
        name: 'Adobe',
        rows: [
          ['Kund', 'VIP-ID', 'Årsdag'],
          ['Nordby kommun', vipIdOf(23), '2027-03-15'],
          [],
          ['SKU', 'Produkt', 'Årspris', 'Valuta'],
          [skuOf(1), 'Testprogram', 1200, 'SEK'],
        ],
      },
    ],
    {
      seen: 'likely: two tables on one sheet',
      expected: {
        programme: VIP,
        sheets: [
          { name: 'Adobe', kind: 'customers', headings: 1, rows: 1, asks: false },
          {
            name: 'Adobe (2)',
            kind: 'prices',
            headings: 4,
            rows: 1,
            asks: false,
            values: { 5: { sku: skuOf(1), yearlyPrice: '1200.00', currency: 'SEK' } },
          },
        ],
      },
    },
  ),
  bookFile(
    'customers-headings-merged.xlsx',
    [
      {
        name: 'Kunder',
        rows: [
          ['Kund', null, 'Avtal', null],
          ['Namn', 'VIP-ID', 'Årsdag', 'Nivå'],
          ['Nordby kommun', vipIdOf(24), dayCell('2027-03-15'), 2],
        ],
        merged: ['A1:B1', 'C1:D1'],
      },
    ],
    {
      seen: 'likely: a list made to be printed',
      expected: customers({
        name: 'Kunder',
        headings: 2,
        rows: 1,
        fields: { name: 0, vipId: 1, anniversary: 2, level: 3 },
      }),
    },
  ),
];
