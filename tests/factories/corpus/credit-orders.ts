import { codeOf } from './made-up.ts';
import { CREDIT, one, type ExpectedSheet, type Shape } from './shape.ts';
import { textFile } from './written.ts';

const credit = (sheet: Omit<ExpectedSheet, 'kind'>) => one(CREDIT, { kind: 'credit', ...sheet });

const INBOX =
  'likely: the sheet of the secure inbox, whose columns Apple does not publish (apple.md §3.2)';

const translated = (file: string, headings: string, separator = ';'): Shape =>
  textFile(
    file,
    `${headings.replaceAll(';', separator)}
W900000417${separator}2026-09-01${separator}25000.00${separator}EUR${separator}${codeOf(201, 16)}
W900000512${separator}2026-10-12${separator}10000.00${separator}EUR${separator}${codeOf(202, 16)}
`,
    {
      seen: `${INBOX}; translated`,
      expected: credit({
        headings: 1,
        rows: 2,
        asks: false,
        fields: { orderNumber: 0, orderDate: 1, amount: 2, currency: 3, code: 4 },
        values: { 2: { orderNumber: 'W900000417', amount: '25000.00', currency: 'EUR' } },
      }),
    },
  );

/** Sums of one column, each in a row of its own, and what they come to. */
const sums = (
  file: string,
  seen: string,
  written: readonly (readonly [written: string, amount: string, currency?: string])[],
  heading = 'Belopp',
  questions: readonly string[] = [],
): Shape =>
  textFile(
    file,
    `Ordernummer;Orderdatum;${heading};Inlösningskod
${written.map(([sum], at) => `W9000006${10 + at};2026-09-0${at + 1};"${sum}";${codeOf(220 + at, 16)}`).join('\n')}
`,
    {
      seen,
      expected: {
        programme: CREDIT,
        questions,
        sheets: [
          {
            kind: 'credit',
            headings: 1,
            ...(questions.length > 0
              ? {}
              : {
                  rows: written.length,
                  values: Object.fromEntries(
                    written.map(([, amount, currency], at) => [
                      at + 2,
                      { amount, ...(currency === undefined ? {} : { currency }) },
                    ]),
                  ),
                }),
          },
        ],
      },
    },
  );

const days = (
  file: string,
  seen: string,
  written: readonly (readonly [written: string, day: string])[],
  questions: readonly string[] = [],
): Shape =>
  textFile(
    file,
    `Order Number;Order Date;Credit Amount;Currency\n${written.map(([day], at) => `W9000007${10 + at};${day};100.00;EUR`).join('\n')}\n`,
    {
      seen,
      expected: {
        programme: CREDIT,
        questions,
        sheets: [
          {
            kind: 'credit',
            headings: 1,
            ...(questions.length > 0
              ? {}
              : {
                  rows: written.length,
                  values: Object.fromEntries(
                    written.map(([, orderDate], at) => [at + 2, { orderDate }]),
                  ),
                }),
          },
        ],
      },
    },
  );

/** Credit orders as text: headings, sums, days, numbers of orders. */
export const creditOrders: readonly Shape[] = [
  translated(
    'credit-english.csv',
    'Order Number;Order Date;Credit Amount;Currency;Redemption Code',
    ',',
  ),
  translated('credit-swedish.csv', 'Ordernummer;Orderdatum;Belopp;Valuta;Inlösningskod'),
  translated('credit-german.csv', 'Bestellnummer;Bestelldatum;Betrag;Währung;Einlösecode'),
  translated(
    'credit-french.csv',
    'Numéro de commande;Date de commande;Montant;Devise;Code d’échange',
  ),
  translated(
    'credit-spanish.csv',
    'Número de pedido;Fecha de pedido;Importe;Moneda;Código de canje',
  ),
  translated('credit-dutch.csv', 'Bestelnummer;Besteldatum;Bedrag;Valuta;Inwisselcode'),
  translated('credit-norwegian.csv', 'Ordrenummer;Ordredato;Beløp;Valuta;Innløsningskode'),
  translated('credit-danish.csv', 'Ordrenummer;Ordredato;Beløb;Valuta;Indløsningskode'),
  translated('credit-finnish.csv', 'Tilausnumero;Tilauspäivä;Summa;Valuutta;Lunastuskoodi'),
  textFile(
    'credit-without-codes.csv',
    `Order Number,Order Date,Credit Amount,Currency,Content Purchaser,Purchaser Apple ID,Institution
W900000418,2026-09-01,25000.00,SEK,Ada Ek,innehall@nordby.example,Nordby kommun
`,
    {
      seen: 'likely: a list of orders before any code is fetched',
      expected: credit({
        headings: 1,
        rows: 1,
        fields: { orderNumber: 0, purchaserName: 4, purchaserAppleId: 5, institution: 6 },
      }),
    },
  ),
  textFile(
    'credit-one-order-above.csv',
    `Order Number,W900000419
Order Date,2026-09-01
Credit Amount,25000.00
Currency,SEK

Code
${codeOf(203, 16)}
`,
    {
      seen: 'one redemption code for each credit order (SEED0, apple.md §3.2); the lines are likely',
      expected: credit({
        headings: 6,
        rows: 1,
        values: { 7: { orderNumber: 'W900000419', amount: '25000.00', currency: 'SEK' } },
      }),
    },
  ),
  textFile(
    'credit-number.csv',
    `Kreditnummer;Belopp;Valuta;Leveransdatum;Kod\nVC00000417;25000;SEK;2026-09-03;${codeOf(204, 16)}\n`,
    {
      seen: 'the Swedish article says credit number (SEED0); the columns are likely',
      expected: credit({
        headings: 1,
        rows: 1,
        fields: { creditNumber: 0, readyOn: 3, code: 4 },
        values: { 2: { orderNumber: 'VC00000417', amount: '25000.00' } },
      }),
    },
  ),
  sums('credit-sums-swedish.csv', 'Swedish habits', [
    ['25 000,00 kr', '25000.00', 'SEK'],
    ['25\u{A0}000 kr', '25000.00', 'SEK'],
    ['1 250,50', '1250.50'],
  ]),
  sums('credit-sums-swedish-dash.csv', 'Swedish habits', [
    ['25.000:-', '25000.00'],
    ['1.250,50', '1250.50'],
    ['100:-', '100.00'],
  ]),
  sums('credit-sums-german.csv', 'German habits', [
    ['SEK 25.000,00', '25000.00', 'SEK'],
    ['25.000,00 €', '25000.00', 'EUR'],
    ['EUR 1.250,50', '1250.50', 'EUR'],
  ]),
  sums(
    'credit-sums-us.csv',
    'habits of the United States',
    [
      ['$1,200.50', '1200.50', 'USD'],
      ['$25,000.00', '25000.00', 'USD'],
      ['US$100', '100.00', 'USD'],
    ],
    'Amount (USD)',
  ),
  sums('credit-sums-swiss.csv', 'Swiss habits', [
    ["CHF 1'200.50", '1200.50', 'CHF'],
    ['CHF 1’200.50', '1200.50', 'CHF'],
    ['CHF 100.–', '100.00', 'CHF'],
  ]),
  sums('credit-sums-french.csv', 'French habits: a narrow space', [
    ['25\u{202F}000,00 €', '25000.00', 'EUR'],
    ['1\u{202F}250,50 €', '1250.50', 'EUR'],
  ]),
  sums('credit-sums-other-money.csv', 'habits of neighbours: zloty, koruna, forint', [
    ['25 000,00 zł', '25000.00', 'PLN'],
    ['1 250,50 Kč', '1250.50', 'CZK'],
  ]),
  sums(
    'credit-sums-unclear.csv',
    'any habits',
    [
      ['25.000', ''],
      ['1.250', ''],
    ],
    'Belopp (SEK)',
    ['amount'],
  ),
  textFile(
    'credit-sums-dollars-of-whom.csv',
    `Order Number,Amount,Code\nW900000630,"$1,200.50",${codeOf(230, 16)}\n`,
    {
      seen: 'likely: seven countries of the list have dollars',
      expected: credit({ headings: 1, rows: 0, unreadable: { 2: 'currency-unclear' } }),
    },
  ),
  textFile(
    'credit-sum-below-nothing.csv',
    `Ordernummer;Belopp;Valuta\nW900000640;25000;SEK\nW900000641;-5000;SEK\nW900000642;tre tusen;SEK\n`,
    {
      seen: 'likely: a credit note among orders, a sum in words',
      expected: credit({
        headings: 1,
        rows: 1,
        unreadable: { 3: 'not-an-amount', 4: 'not-an-amount' },
      }),
    },
  ),
  days('credit-days-plain.csv', 'spreadsheets and databases', [
    ['2026-09-01', '2026-09-01'],
    ['20260901', '2026-09-01'],
    ['2026-09-01T08:15:00Z', '2026-09-01'],
    ['46266', '2026-09-01'],
    ['2026/09/01', '2026-09-01'],
    ['2026. 9. 1.', '2026-09-01'],
  ]),
  days('credit-days-in-order.csv', 'a day above twelve tells the order', [
    ['31/12/2026', '2026-12-31'],
    ['03/04/2026', '2026-04-03'],
    ['3/4/26', '2026-04-03'],
  ]),
  days('credit-days-us.csv', 'habits of the United States', [
    ['12/31/2026', '2026-12-31'],
    ['03/04/2026 8:15 AM', '2026-03-04'],
  ]),
  days(
    'credit-days-unclear.csv',
    'any habits',
    [
      ['03/04/2026', ''],
      ['05/06/2026', ''],
    ],
    ['date-order'],
  ),
  days('credit-days-named.csv', 'English and Swedish', [
    ['1 sep 2026', '2026-09-01'],
    ['Sep 1, 2026', '2026-09-01'],
    ['den 1 september 2026', '2026-09-01'],
    ['1-Sep-26', '2026-09-01'],
    ['tis 1 sep. 2026 kl. 08:15', '2026-09-01'],
  ]),
  days('credit-days-german.csv', 'German months', [
    ['1. September 2026', '2026-09-01'],
    ['3. März 2026', '2026-03-03'],
    ['24. Dez. 2026', '2026-12-24'],
    ['01.09.2026', '2026-09-01'],
  ]),
  days('credit-days-french.csv', 'French months', [
    ['1 septembre 2026', '2026-09-01'],
    ['1er février 2026', '2026-02-01'],
    ['14 août 2026', '2026-08-14'],
  ]),
  days('credit-days-spanish.csv', 'Spanish months', [
    ['1 de septiembre de 2026', '2026-09-01'],
    ['3 de enero de 2026', '2026-01-03'],
  ]),
  days('credit-days-nordic.csv', 'Norwegian, Danish, Dutch and Finnish months', [
    ['24. desember 2026', '2026-12-24'],
    ['3. marts 2026', '2026-03-03'],
    ['3 maart 2026', '2026-03-03'],
    ['3. maaliskuuta 2026', '2026-03-03'],
  ]),
  textFile(
    'credit-numbers-as-exponents.csv',
    'Ordernummer;Orderdatum;Belopp;Valuta\n1,23457E+11;2026-09-01;25000;SEK\n9.00000417E8;2026-09-02;10000;SEK\nW900000650;2026-09-03;5000;SEK\n',
    {
      seen: 'Excel writes long numbers so when it saves as csv: their figures are lost',
      expected: credit({ headings: 1, rows: 1, unreadable: { 2: 'any', 3: 'any' } }),
    },
  ),
  textFile(
    'credit-total-below.csv',
    'Ordernummer;Orderdatum;Belopp;Valuta\nW900000651;2026-09-01;25000;SEK\nW900000652;2026-09-02;10000;SEK\nSumma;;35000;SEK\n',
    {
      seen: 'likely: a list that someone adds up',
      expected: credit({ headings: 1, rows: 2, aside: [4] }),
    },
  ),
  textFile(
    'credit-subtotals.csv',
    'Köpare;Ordernummer;Belopp;Valuta\nAda Ek;W900000653;25000;SEK\nDelsumma Ada Ek;;25000;SEK\nBo Alm;W900000654;10000;SEK\nDelsumma Bo Alm;;10000;SEK\nTotalsumma;;35000;SEK\n',
    {
      seen: 'Excel, Data > Subtotal',
      expected: credit({ headings: 1, rows: 2, aside: [3, 5, 6] }),
    },
  ),
  textFile(
    'credit-carried-over.csv',
    'Order;Date;Amount;Currency;Code\nBalance brought forward;2026-01-01;1200.00;EUR;\nW900000655;2026-09-01;25000.00;EUR;' +
      `${codeOf(205, 16)}\n`,
    {
      seen: 'likely: a ledger of a school',
      expected: credit({ headings: 1, rows: 1, aside: [2] }),
    },
  ),
];
