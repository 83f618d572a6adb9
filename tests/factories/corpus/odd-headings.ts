import { adamIdOf, codeOf, linkOf, skuOf, vipIdOf } from './made-up.ts';
import { CREDIT, LICENCES, VIP, one, type Shape } from './shape.ts';
import { bookFile, dayCell } from './workbook.ts';
import { textFile } from './written.ts';

const ORDER = (number: number): string =>
  `W9000008${String(number).padStart(2, '0')};2026-09-01;25000;SEK;${codeOf(800 + number, 16)}`;

const credit = (file: string, headings: string, seen: string, row = 1): Shape =>
  textFile(file, `${headings}\n${ORDER(row)}\n${ORDER(row + 1)}\n`, {
    seen,
    expected: one(CREDIT, {
      kind: 'credit',
      headings: 1,
      rows: 2,
      asks: false,
      fields: { orderNumber: 0, orderDate: 1, amount: 2, currency: 3, code: 4 },
    }),
  });

/** Headings as people and programs write them. */
export const oddHeadings: readonly Shape[] = [
  credit(
    'headings-capitals.csv',
    'ORDERNUMMER;ORDERDATUM;BELOPP;VALUTA;INLÖSNINGSKOD',
    'older registers',
  ),
  credit(
    'headings-colons.csv',
    'Order number:;Order date:;Amount:;Currency:;Code:',
    'likely: a form',
  ),
  credit(
    'headings-short.csv',
    'Ordernr.;Datum;Belopp (kr);Valuta;Kod',
    'likely: a school’s own list',
  ),
  credit('headings-number-signs.csv', 'Order #;Order date;Amount;Currency;Code', 'web shops'),
  credit(
    'headings-snake-case.csv',
    'order_number;order_date;credit_amount;currency_code;redemption_code',
    'databases',
  ),
  credit(
    'headings-camel-case.csv',
    'orderNumber;orderDate;creditAmount;currencyCode;redemptionCode',
    'scripts',
  ),
  credit(
    'headings-with-stars.csv',
    'Order number *;Order date *;Amount *;Currency;Code',
    'templates that mark what is needed',
  ),
  credit(
    'headings-no-break-spaces.csv',
    'Order\u{A0}number; Order\u{A0}date ;\u{200B}Amount;Currency;Redemption\u{A0}code',
    'copied from a page',
  ),
  credit(
    'headings-of-two-lines.csv',
    '"Order\nnumber";"Order\ndate";"Amount\n(excl. VAT)";Currency;"Redemption\ncode"',
    'Alt+Enter in Excel',
  ),
  credit(
    'headings-decomposed.csv',
    'Ordernummer;Orderdatum;Belopp;Valuta;Inlo\u{308}sningskod',
    'Macs write letters and marks apart',
  ),
  credit(
    'headings-mixed-languages.csv',
    'Order number;Orderdatum;Summa;Currency;Kod',
    'likely: someone began to translate',
  ),
  bookFile(
    'headings-of-two-rows.xlsx',
    [
      {
        name: 'Kredit',
        rows: [
          ['Order', 'Order', 'Credit', 'Credit', 'Redemption'],
          ['number', 'date', 'amount', 'currency', 'code'],
          ['W900000820', dayCell('2026-09-01'), 25_000, 'SEK', codeOf(820, 16)],
        ],
      },
    ],
    {
      seen: 'likely: headings broken over two rows',
      expected: one(CREDIT, {
        kind: 'credit',
        name: 'Kredit',
        rows: 1,
        fields: { orderNumber: 0, code: 4 },
      }),
    },
  ),
  textFile(
    'headings-line-in-quotes.csv',
    `"Code,""Code Redemption Link"""\n"${codeOf(821)},""${linkOf(821)}"""\n"${codeOf(822)},""${linkOf(822)}"""\n`,
    {
      seen: 'a csv opened and saved again as one column: each line is in quotes',
      expected: one(CREDIT, {
        kind: 'codes',
        headings: 1,
        rows: 2,
        asks: false,
        fields: { code: 0, link: 1 },
      }),
    },
  ),
  textFile(
    'headings-twice-the-same.csv',
    `Name,Name,Adam ID,Total\nTestapp Musik,Musik,${adamIdOf(2)},30\n`,
    {
      seen: 'joins of two tables',
      expected: one(LICENCES, {
        kind: 'apps',
        headings: 1,
        rows: 1,
        fields: { name: 0, adamId: 2, total: 3 },
      }),
    },
  ),
  textFile(
    'headings-numbered-columns.csv',
    `,Customer Name,VIP ID,Anniversary Date\n0,Nordby kommun,${vipIdOf(60)},2027-03-15\n1,Västby AB,${vipIdOf(61)},2027-04-10\n`,
    {
      seen: 'pandas writes the number of each row',
      expected: one(VIP, {
        kind: 'customers',
        headings: 1,
        rows: 2,
        asks: false,
        fields: { name: 1, vipId: 2 },
      }),
    },
  ),
  textFile(
    'headings-row-numbers.csv',
    `Nr;Kund;VIP-ID;Årsdag\n1;Nordby kommun;${vipIdOf(62)};2027-03-15 00:00:00\n2;Västby AB;${vipIdOf(63)};2027-04-10 00:00:00\n`,
    {
      seen: 'likely: a numbered list; days with a time of nothing',
      expected: one(VIP, {
        kind: 'customers',
        headings: 1,
        rows: 2,
        fields: { name: 1, vipId: 2, anniversary: 3 },
        values: { 2: { anniversary: '2027-03-15' } },
      }),
    },
  ),
  textFile(
    'headings-order-in-english-words.csv',
    `PO #,Customer,VIP Number,Date Ordered,Part #,Description,Qty,Unit Cost\nINK-1,Nordby kommun,${vipIdOf(64)},2026-11-20,${skuOf(1)},Testprogram,12,100.00\n`,
    {
      seen: 'likely: a reseller’s ERP; it has no order number of Adobe’s',
      expected: {
        never: ['apple-credit/*', 'apple-licences/*', 'adobe-vip/customers', 'adobe-vip/prices'],
      },
    },
  ),
  textFile(
    'headings-markdown.txt',
    `| Code | Code Redemption Link |\n|------|------|\n| ${codeOf(823)} | ${linkOf(823)} |\n| ${codeOf(824)} | ${linkOf(824)} |\n`,
    {
      seen: 'a table in a ticket or a chat',
      expected: one(CREDIT, {
        kind: 'codes',
        headings: 1,
        rows: 2,
        fields: { code: 1, link: 2 },
        aside: [2],
      }),
    },
  ),
  textFile(
    'headings-aligned-with-spaces.txt',
    `Code          Product\n${codeOf(825)}  Testapp Musik\n${codeOf(826)}  Testapp Musik\n`,
    {
      seen: 'a report made for a printer; columns of spaces are not read',
      expected: { never: ['apple-licences/*', 'adobe-vip/*'] },
    },
  ),
  textFile(
    'headings-money-split-at-commas.csv',
    `Order Number,Order Date,Amount,Currency\nW900000830,2026-09-01,25,000.00,SEK\n`,
    {
      seen: 'likely: a script that quotes nothing: the sum is in two cells',
      expected: one(CREDIT, { kind: 'credit', headings: 1, rows: 0, unreadable: { 2: 'any' } }),
    },
  ),
  textFile(
    'headings-comma-decimals-split.csv',
    `Ordernummer,Orderdatum,Belopp,Valuta\nW900000831,2026-09-01,25000,50,SEK\n`,
    {
      seen: 'likely: the same with a decimal comma',
      expected: one(CREDIT, { kind: 'credit', headings: 1, rows: 0, unreadable: { 2: 'any' } }),
    },
  ),
];
