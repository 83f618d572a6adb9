import { adamIdOf, codeOf, linkOf, skuOf, vipIdOf } from './made-up.ts';
import { CREDIT, LICENCES, VIP, one, type ExpectedSheet, type Shape } from './shape.ts';
import { encoded, textFile } from './written.ts';

const codes = (sheet: Omit<ExpectedSheet, 'kind'>) => one(CREDIT, { kind: 'codes', ...sheet });
const credit = (sheet: Omit<ExpectedSheet, 'kind'>) => one(CREDIT, { kind: 'credit', ...sheet });

const HEADINGS = 'Ordernummer;Orderdatum;Belopp;Valuta;Inlösningskod';

const sums = (
  file: string,
  seen: string,
  rows: readonly string[],
  sheet: Omit<ExpectedSheet, 'kind'>,
  headings = HEADINGS,
): Shape =>
  textFile(file, `${[headings, ...rows].join('\n')}\n`, {
    seen,
    expected: credit({ headings: 1, asks: false, ...sheet }),
  });

const order = (number: number, sum: string, currency = 'SEK'): string =>
  `W90000${number};2026-09-01;${sum};${currency};${codeOf(number, 16)}`;

/** A text in Mac OS Roman, which programs for the Mac wrote for years. */
const inMacRoman = (text: string): Uint8Array<ArrayBuffer> => {
  const letters = new Map([
    ['å', 0x8c],
    ['ä', 0x8a],
    ['ö', 0x9a],
    ['Å', 0x81],
    ['Ä', 0x80],
    ['Ö', 0x85],
    ['é', 0x8e],
  ]);
  return Uint8Array.from(text, (letter) => letters.get(letter) ?? letter.charCodeAt(0));
};

/** Cells as people and programs damage them, and texts as they are glued together. */
export const hardCells: readonly Shape[] = [
  textFile(
    'codes-two-in-a-cell.csv',
    `Kod;Produkt\n"${codeOf(861)}\n${codeOf(862)}";Testapp Musik\n${codeOf(863)};Testapp Musik\n`,
    {
      seen: 'likely: both codes of an order typed into one cell (Alt+Enter)',
      // Which of them would be kept? Neither, until each has a row.
      expected: codes({ headings: 1, rows: 1, unreadable: { 2: 'several-codes' } }),
    },
  ),
  textFile(
    'codes-in-a-cell-with-commas.csv',
    `Kod;Produkt\n${codeOf(864)}, ${codeOf(865)};Testapp Musik\n${codeOf(866)};Testapp Musik\n`,
    {
      seen: 'likely: the same with a comma',
      expected: codes({ headings: 1, rows: 1, unreadable: { 2: 'several-codes' } }),
    },
  ),
  textFile(
    'codes-broken-over-lines.csv',
    `Kod;Produkt\n"${codeOf(867, 16).slice(0, 8)}\n${codeOf(867, 16).slice(8)}";Testapp Musik\n`,
    {
      seen: 'likely: copied from a narrow column of a PDF',
      expected: codes({ headings: 1, rows: 1, values: { 2: { code: codeOf(867, 16) } } }),
    },
  ),
  textFile(
    'codes-with-full-stops.csv',
    `Kod;Produkt\n${codeOf(868)}.;Testapp Musik\n"${codeOf(869)},";Testapp Musik\n(${codeOf(870)});Testapp Musik\n`,
    {
      seen: 'likely: codes copied out of sentences of a mail',
      expected: codes({
        headings: 1,
        rows: 3,
        values: {
          2: { code: codeOf(868) },
          3: { code: codeOf(869) },
          4: { code: codeOf(870) },
        },
      }),
    },
  ),
  textFile(
    'codes-with-other-dashes.csv',
    `Kod\n${codeOf(871).replace(/(.{4})(?=.)/g, '$1–')}\n${codeOf(872).replace(/(.{4})(?=.)/g, '$1\u{A0}')}\n${codeOf(873).replace(/(.{4})(?=.)/g, '$1 - ')}\n`,
    {
      seen: 'Word makes long dashes and spaces that do not break',
      expected: codes({
        headings: 1,
        rows: 3,
        values: { 2: { code: codeOf(871) }, 3: { code: codeOf(872) }, 4: { code: codeOf(873) } },
      }),
    },
  ),
  textFile(
    'codes-numbered.csv',
    `Nr;Kod;Titel;Antal\n1;${codeOf(874)};Räkneövning;1\n2;${codeOf(875)};Räkneövning;1\n`,
    {
      seen: 'likely: a numbered list',
      expected: codes({ headings: 1, rows: 2, asks: false, fields: { code: 1, product: 2 } }),
    },
  ),
  textFile(
    'codes-joined-with-marks.csv',
    `\u{FEFF}Kod;Produkt\n${codeOf(876)};Testapp Musik\n\u{FEFF}Kod;Produkt\n${codeOf(877)};Testapp Musik\n`,
    {
      seen: '`cat a.csv b.csv`: a byte order mark and the headings once more in the middle',
      expected: codes({ headings: 1, rows: 2, aside: [3], unreadable: {} }),
    },
  ),
  textFile(
    'codes-mixed-line-ends.csv',
    `Kod;Produkt\r\n${codeOf(878)};Testapp Musik\n${codeOf(879)};Testapp Läsa\r${codeOf(880)};Testapp Sång\r\n`,
    { seen: 'files put together on several systems', expected: codes({ headings: 1, rows: 3 }) },
    { lineEnd: '\n' },
  ),
  {
    file: 'codes-mac-roman.csv',
    seen: 'Excel for Mac, "CSV (Macintosh)", until 2016',
    bytes: inMacRoman(
      `Inlösningskod;Länk;Kund\r${codeOf(881)};${linkOf(881)};Ödeshögs skola\r${codeOf(882)};${linkOf(882)};Åbyskolan\r`,
    ),
    expected: codes({
      headings: 1,
      rows: 2,
      fields: { code: 0, link: 1, institution: 2 },
      values: { 2: { institution: 'Ödeshögs skola' } },
    }),
  },
  {
    file: 'codes-utf16-without-mark.csv',
    seen: 'likely: SQL Server’s bcp -w',
    bytes: encoded(
      `Kod;Produkt\r\n${codeOf(883)};Räkneövning\r\n${codeOf(884)};Räkneövning\r\n`,
      'utf-16le',
    ).slice(2),
    expected: codes({ headings: 1, rows: 2, values: { 2: { product: 'Räkneövning' } } }),
  },
  textFile(
    'codes-in-a-very-wide-sheet.csv',
    `${Array.from({ length: 400 }, (_, at) => (at === 250 ? 'Redemption code' : `Fält ${at}`)).join(';')}\n` +
      [885, 886]
        .map((number) =>
          Array.from({ length: 400 }, (_, at) => (at === 250 ? codeOf(number) : String(at))).join(
            ';',
          ),
        )
        .join('\n') +
      '\n',
    {
      seen: 'likely: everything that a database has of an order',
      expected: codes({ headings: 1, rows: 2, asks: false, fields: { code: 250 } }),
    },
  ),
  sums(
    'credit-apostrophes.csv',
    'numbers stored as text, with the apostrophe that says so',
    [`'900000887;'2026-09-01;'25000;SEK;'${codeOf(887, 16)}`],
    {
      rows: 1,
      values: {
        2: {
          orderNumber: '900000887',
          orderDate: '2026-09-01',
          amount: '25000.00',
          code: codeOf(887, 16),
        },
      },
    },
  ),
  sums(
    'credit-credits.csv',
    'accounting programs: money that goes back, in three ways of writing',
    [order(8881, '-25000'), order(8882, '"25 000,00-"'), order(8883, '(25000)'), order(8884, '10')],
    { rows: 1, unreadable: { 2: 'not-an-amount', 3: 'not-an-amount', 4: 'not-an-amount' } },
  ),
  sums(
    'credit-in-thousands.csv',
    'likely: a budget in thousands of kronor',
    [order(8891, '25', ''), order(8892, '10', '')],
    { rows: 0, unreadable: { 2: 'amount-in-thousands', 3: 'amount-in-thousands' } },
    'Ordernummer;Orderdatum;Belopp (tkr);Valuta;Inlösningskod',
  ),
  sums(
    'credit-sums-narrow-spaces.csv',
    'browsers and macOS: narrow spaces that do not break, the currency in front',
    [
      order(8901, '"€\u{A0}1\u{202F}234,50"', ''),
      order(8902, "CHF 1'234.50", ''),
      order(8903, 'CHF 1\u{2019}234.50', ''),
      order(8904, '"1.234,50 ₺"', ''),
      order(8905, '"₺1.234,50"', ''),
      order(8906, '"1 234,50 Ft"', ''),
      order(8907, '"-1 234,50"', ''),
    ],
    {
      rows: 6,
      unreadable: { 8: 'not-an-amount' },
      values: {
        2: { amount: '1234.50', currency: 'EUR' },
        3: { amount: '1234.50', currency: 'CHF' },
        4: { amount: '1234.50', currency: 'CHF' },
        5: { amount: '1234.50', currency: 'TRY' },
        6: { amount: '1234.50', currency: 'TRY' },
        7: { amount: '1234.50', currency: 'HUF' },
      },
    },
  ),
  sums(
    'credit-kroner-danish.csv',
    'a Danish school’s own list: kr. is Danish there',
    [
      `W900008911;2026-09-01;"1.234,50 kr.";${codeOf(8911, 16)}`,
      `W900008912;2026-09-01;"kr. 25.000,00";${codeOf(8912, 16)}`,
    ],
    {
      rows: 2,
      values: {
        2: { amount: '1234.50', currency: 'DKK', notes: [] },
        3: { amount: '25000.00', currency: 'DKK', notes: [] },
      },
    },
    'Ordrenummer;Ordredato;Beløb;Indløsningskode',
  ),
  sums(
    'credit-kroner-norwegian.csv',
    'a Norwegian school’s own list: kr is Norwegian there',
    [
      `W900008921;2026-09-01;"kr 1\u{A0}234,50";${codeOf(8921, 16)}`,
      `W900008922;2026-09-01;"25 000 kr";${codeOf(8922, 16)}`,
    ],
    {
      rows: 2,
      values: {
        2: { amount: '1234.50', currency: 'NOK', notes: [] },
        3: { amount: '25000.00', currency: 'NOK', notes: [] },
      },
    },
    'Ordrenummer;Ordredato;Beløp;Innløsningskode',
  ),
  sums(
    'credit-kronor-english.csv',
    'likely: English headings over kr: Swedish, and each row says that nothing says so',
    [`W900008931;2026-09-01;"25 000 kr";${codeOf(8931, 16)}`],
    {
      rows: 1,
      values: { 2: { amount: '25000.00', currency: 'SEK', notes: ['taken-as-swedish'] } },
    },
    'Order number;Order date;Amount;Redemption code',
  ),
  sums(
    'credit-kroner-either.csv',
    'likely: headings that are Danish as well as Norwegian, over kr',
    [`W900008941;2026-09-01;"25 000 kr";${codeOf(8941, 16)}`],
    { rows: 0, unreadable: { 2: 'currency-unclear' } },
    'Ordrenummer;Ordredato;Amount;Kode',
  ),
  textFile(
    'apps-percent.csv',
    `App;Adam-ID;Använda %;Licenser;Använda;Lediga\nTestapp Musik;${adamIdOf(2)};33 %;30;10;20\nTestapp Läsa;${adamIdOf(3)};50 %;20;10;10\n`,
    {
      seen: 'likely: a report that shows how much of each is used',
      expected: one(LICENCES, {
        kind: 'apps',
        headings: 1,
        rows: 2,
        asks: false,
        fields: { name: 0, adamId: 1, total: 3, assigned: 4, available: 5 },
      }),
    },
  ),
  textFile(
    'apps-names-and-total.csv',
    `Namn;App;Licenser\nMusik;Testapp Musik;30\nLäsa;Testapp Läsa;20\nTotalt;;50\n`,
    {
      seen: 'likely: a school’s own list; a name for pupils beside the app’s own',
      expected: one(LICENCES, { kind: 'apps', headings: 1, asks: true, aside: [4] }),
    },
  ),
  textFile(
    'prices-percent.csv',
    `SKU;Produkt;Rabatt %;Pris;Valuta\n${skuOf(1)};Testprogram;10 %;1200,00;SEK\n${skuOf(2)};Testprogram Pro;5 %;2400,00;SEK\n`,
    {
      seen: 'likely: a reseller’s price list with its discount',
      expected: one(VIP, {
        kind: 'prices',
        headings: 1,
        rows: 2,
        fields: { sku: 0, product: 1, yearlyPrice: 3, currency: 4 },
        values: { 2: { yearlyPrice: '1200.00', currency: 'SEK' } },
      }),
    },
  ),
  textFile(
    'prices-kronor-english.csv',
    `SKU;Product;List price\n${skuOf(1)};Testprogram;1 234,50 kr\n`,
    {
      seen: 'likely: English headings over kr',
      expected: one(VIP, {
        kind: 'prices',
        headings: 1,
        rows: 1,
        values: { 2: { currency: 'SEK', notes: [{ code: 'taken-as-swedish' }] } },
      }),
    },
  ),
  textFile(
    'prices-in-thousands.csv',
    `SKU;Produkt;Årspris (tkr);Valuta\n${skuOf(1)};Testprogram;1,2;SEK\n`,
    {
      seen: 'likely: a budget in thousands of kronor',
      expected: one(VIP, {
        kind: 'prices',
        headings: 1,
        rows: 0,
        unreadable: { 2: 'amount-unclear' },
      }),
    },
  ),
  textFile(
    'prices-kroner-norwegian.csv',
    `Artikkelnummer;Produkt;Listepris\n${skuOf(1)};Testprogram;kr 1 234,50\n`,
    {
      seen: 'likely: a Norwegian reseller’s price list',
      expected: one(VIP, {
        kind: 'prices',
        headings: 1,
        rows: 1,
        values: { 2: { yearlyPrice: '1234.50', currency: 'NOK' } },
      }),
    },
  ),
  textFile(
    'credit-page-spanning-rows.xls',
    `<table><tr><th>Ordernummer<th>Orderdatum<th>Belopp<th>Valuta<th>Kod
<tr><td rowspan=2>W900009001<td>2026-09-01<td>100<td>SEK<td>${codeOf(9001, 16)}
<tr><td>2026-09-01<td>200<td>SEK<td>${codeOf(9002, 16)}
<tr><td>W900009003<td>2026-09-02<td>300<td rowspan="2">EUR<td>${codeOf(9003, 16)}
<tr><td>W900009004<td>2026-09-02<td>400<td>${codeOf(9004, 16)}
</table>
`,
    {
      seen: 'reports of portals: a cell over several rows',
      expected: credit({
        headings: 1,
        rows: 4,
        values: {
          3: { orderNumber: 'W900009001', amount: '200.00', code: codeOf(9002, 16) },
          5: { orderNumber: 'W900009004', amount: '400.00', currency: 'EUR' },
        },
      }),
    },
  ),
  textFile(
    'customers-capitals-glued.csv',
    `KUNDNAMN;VIPNUMMER;FÖRNYELSEDATUM;ADMINEPOST\nNORDBY KOMMUN;${vipIdOf(75)};20270315;ADA@NORDBY.EXAMPLE\n`,
    {
      seen: 'older registers: capitals without spaces',
      expected: one(VIP, {
        kind: 'customers',
        headings: 1,
        rows: 1,
        asks: false,
        fields: { name: 0, vipId: 1, anniversary: 2 },
        values: { 2: { anniversary: '2027-03-15' } },
      }),
    },
  ),
  textFile(
    'customers-emails-twice.csv',
    `Kund;VIP-ID;E-post;E-post;Årsdag\nNordby kommun;${vipIdOf(76)};ada@nordby.example;bo@nordby.example;2027-03-15\n`,
    {
      seen: 'likely: two contacts under one heading',
      expected: one(VIP, {
        kind: 'customers',
        headings: 1,
        rows: 1,
        fields: { name: 0, vipId: 1, adminEmail: 2, anniversary: 4 },
      }),
    },
  ),
];
