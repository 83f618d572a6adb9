import { skuOf, vipIdOf } from './made-up.ts';
import { VIP, one, type ExpectedSheet, type Shape } from './shape.ts';
import { bookFile, dayCell } from './workbook.ts';
import { textFile } from './written.ts';

const prices = (sheet: Omit<ExpectedSheet, 'kind'>) => one(VIP, { kind: 'prices', ...sheet });
const invoices = (sheet: Omit<ExpectedSheet, 'kind'>) => one(VIP, { kind: 'invoices', ...sheet });

const priced = (file: string, headings: string): Shape =>
  textFile(
    file,
    `${headings}\n${skuOf(1)};Testprogram;1250,50;EUR\n${skuOf(2)};Testprogram Pro;2400,00;EUR\n`,
    {
      seen: 'likely: a distributor’s price list (adobe.md §9: no file seen)',
      expected: prices({
        headings: 1,
        rows: 2,
        asks: false,
        fields: { sku: 0, product: 1, yearlyPrice: 2, currency: 3 },
        values: { 2: { sku: skuOf(1), yearlyPrice: '1250.50', currency: 'EUR' } },
      }),
    },
  );

/** The header of a reconciliation report, as Adobe publishes it. */
const RECONCILIATION =
  'Sold To Company ID,Sold To Name,Sold To Address,Sold To City,Sold To State,Sold To Postal Code,Sold To Country,Bill To Company ID,Bill To Name,Bill To Address,Bill To City,Bill To State,Bill To Postal Code,Bill To Country,Reseller ID,Reseller Name,Reseller State,Reseller Country,Ship To Customer ID,Ship To Name,Ship To Address,Ship To City,Ship To State,Ship To Postal Code,Ship To Country,Order Number,Invoice Number,External Reference,Order Date,Billing Cycle,Comments,Line Item,Subscription ID,SKU,Product Description,Charge Start Date,Charge End Date,Quantity,Product Price,Charge Type,Order Reason,Ext Price,Tax (Y/N),Tax Rate,Taxes,Line Total Amount,Currency,Local Currency,Extended Price Local,Taxes Local Currency,GST Total Local Currency,PST Total Local Currency,QST Total Local Currency,Invoice Total Local,Exchange Rate,Exchange Date,Extended Price,Taxes,GST Total,PST Total,QST Total,Invoice Total Amount,Sub Total,Tax Total,Grand Total,Market Segment'.split(
    ',',
  );

const COLUMN = (heading: string): number => RECONCILIATION.indexOf(heading);

const reconciled = (said: Readonly<Record<string, string>>): string =>
  RECONCILIATION.map((heading, at) => (COLUMN(heading) === at ? (said[heading] ?? '') : '')).join(
    ',',
  );

const LINE = {
  'Reseller ID': '1000400002',
  'Ship To Customer ID': '1009990001',
  'Ship To Name': 'Nordby kommun',
  'Order Number': '7700000123',
  'Invoice Number': '9300000417',
  'External Reference': 'PO-2026-0417',
  'Order Date': '12-Jun-2026',
  'Line Item': '000010',
  'Subscription ID': 'aa11bb22NA',
  SKU: skuOf(1, '02'),
  'Product Description': 'Testprogram',
  'Charge Start Date': '12-Jun-2026',
  'Charge End Date': '14-Mar-2027',
  Quantity: '12',
  'Product Price': '100.00',
  'Charge Type': 'INVOICE',
  'Order Reason': 'ADD SEATS',
  'Ext Price': '1200.00',
  Taxes: '0.00',
  'Line Total Amount': '1200.00',
  Currency: 'EUR',
};

const CREDITED = {
  'Order Number': '7700000140',
  'Invoice Number': '9300000418',
  'Order Date': '20-Jun-2026',
  'Line Item': '000010',
  SKU: skuOf(1, '02'),
  'Product Description': 'Testprogram',
  Quantity: '-2',
  'Product Price': '100.00',
  'Charge Type': 'CREDIT',
  'Ext Price': '-200.00',
  'Line Total Amount': '-200.00',
  Currency: 'EUR',
};

/** Price lists and invoices. */
export const vipMoney: readonly Shape[] = [
  priced('prices-english.csv', 'SKU;Product;Yearly price;Currency'),
  priced('prices-swedish.csv', 'Artikelnummer;Produkt;Årspris;Valuta'),
  priced('prices-german.csv', 'Artikelnummer;Produkt;Jahrespreis;Währung'),
  priced('prices-french.csv', 'Référence;Produit;Prix annuel;Devise'),
  priced('prices-spanish.csv', 'SKU;Producto;Precio anual;Moneda'),
  priced('prices-dutch.csv', 'Artikelnummer;Product;Jaarprijs;Valuta'),
  priced('prices-norwegian.csv', 'Varenummer;Produkt;Årspris;Valuta'),
  priced('prices-danish.csv', 'Varenummer;Produkt;Årspris;Valuta'),
  priced('prices-finnish.csv', 'Tuotekoodi;Tuote;Vuosihinta;Valuutta'),
  textFile(
    'prices-partner.csv',
    `Market Segment,Offer ID,Product Name,Level,Term,Partner Price,Currency,Effective Date
COM,${skuOf(1)},Testprogram,1,12,"$1,250.50",USD,11/20/2026
EDU,${skuOf(1, '01', 'B')},Testprogram,1,12,$400,USD,11/20/2026
COM,,Testprogram,1,12,$10,USD,11/20/2026
COM,${skuOf(3)},Testprogram,1,12,on request,USD,11/20/2026
COM,${skuOf(4)},Testprogram,1,12,,USD,11/20/2026
`,
    {
      seen: 'likely: a price list of the Marketplace (fields as in its API)',
      expected: prices({
        headings: 1,
        rows: 2,
        fields: { segment: 0, sku: 1, level: 3, months: 4, yearlyPrice: 5, validFrom: 7 },
        unreadable: { 4: 'sku-missing', 5: 'not-an-amount', 6: 'price-missing' },
        values: { 2: { yearlyPrice: '1250.50', validFrom: '2026-11-20', segment: 'COM' } },
      }),
    },
  ),
  textFile(
    'prices-bare.csv',
    `${skuOf(1)};Testprogram;1250,50\n${skuOf(2)};Testprogram Pro;2400,00\n${skuOf(3)};Testprogram Max;3000,00\n`,
    {
      seen: 'likely: the table without its headings',
      expected: prices({ headings: 0, rows: 3, asks: true, fields: { sku: 0 } }),
    },
  ),
  textFile(
    'prices-unclear.csv',
    `SKU;Produkt;Årspris;Valuta\n${skuOf(1)};Testprogram;1.250;SEK\n${skuOf(2)};Testprogram Pro;2.400;SEK\n`,
    {
      seen: 'any habits',
      expected: {
        programme: VIP,
        sheets: [{ kind: 'prices', headings: 1 }],
        questions: ['amount'],
      },
    },
  ),
  bookFile(
    'prices-groups.xlsx',
    [
      {
        name: 'Prislista',
        rows: [
          ['Prislista Adobe VIP'],
          ['Gäller från', dayCell('2026-12-01')],
          [],
          ['SKU', 'Produkt', 'Pris per år (SEK)'],
          ['Näringsliv'],
          [skuOf(1), 'Testprogram', 1250.5],
          ['Utbildning'],
          [skuOf(1, '01', 'B'), 'Testprogram', 400],
          [],
          ['Alla priser exklusive moms. Med reservation för ändringar.'],
        ],
        merged: ['A1:C1', 'A5:C5', 'A7:C7'],
      },
    ],
    {
      seen: 'likely: a distributor’s price list made to be printed',
      expected: prices({
        name: 'Prislista',
        headings: 4,
        rows: 2,
        aside: [5, 7, 10],
        values: { 6: { yearlyPrice: '1250.50', currency: 'SEK' } },
      }),
    },
  ),
  textFile(
    'invoices-reconciliation.csv',
    `${RECONCILIATION.join(',')}\n${reconciled(LINE)}\n${reconciled(CREDITED)}\n`,
    {
      seen: 'the Marketplace’s partner reconciliation file: its header row is published (adobe.md §6)',
      expected: invoices({
        headings: 1,
        rows: 2,
        asks: false,
        fields: {
          invoiceNumber: COLUMN('Invoice Number'),
          orderNumber: COLUMN('Order Number'),
          lineItem: COLUMN('Line Item'),
          netAmount: COLUMN('Ext Price'),
          taxAmount: COLUMN('Taxes'),
          charge: COLUMN('Charge Type'),
        },
        values: {
          2: { charge: 'invoice', quantity: 12, netAmount: '1200.00', orderDate: '2026-06-12' },
          3: { charge: 'credit', quantity: -2, netAmount: '-200.00' },
        },
      }),
    },
  ),
  textFile(
    'invoices-reconciliation-opened-in-excel.csv',
    `Fakturarader juni\n${RECONCILIATION.join(';')}\n${reconciled({ ...LINE, 'Line Item': '10', 'Order Date': '2026-06-12', 'Charge Start Date': '2026-06-12', 'Charge End Date': '2027-03-14', 'Ext Price': '1200.00' }).replaceAll(',', ';')}\n`,
    {
      seen: 'likely: the same, opened in a Swedish Excel and saved',
      expected: invoices({ headings: 2, rows: 1, values: { 3: { line: '000010' } } }),
    },
  ),
  textFile(
    'invoices-plain.csv',
    `Fakturanummer;Artikelnummer;Benämning;Antal;Belopp;Valuta\nF-417;${skuOf(1)};Testprogram;12;15006,00;SEK\nF-417;${skuOf(2)};Testprogram Pro;1;2400,00;SEK\n`,
    {
      seen: 'likely: a reseller’s own invoice lines',
      expected: invoices({
        headings: 1,
        rows: 2,
        fields: { invoiceNumber: 0, sku: 1, product: 2, quantity: 3, netAmount: 4 },
      }),
    },
  ),
  textFile(
    'invoices-total-below.csv',
    `Invoice Number,VIP ID,SKU,Product,Quantity,Net amount,Currency\nF-418,${vipIdOf(1)},${skuOf(1)},Testprogram,12,15006.00,SEK\nF-418,,,Freight,1,0.00,SEK\nTotal,,,,13,15006.00,SEK\n`,
    {
      seen: 'likely: an invoice as a table',
      expected: invoices({ headings: 1, rows: 2, aside: [4] }),
    },
  ),
  textFile(
    'invoices-german.csv',
    `Rechnungsnummer;Position;Artikelnummer;Bezeichnung;Menge;Nettobetrag;Währung\nF-419;000010;${skuOf(1)};Testprogram;12;15.006,00;EUR\n`,
    {
      seen: 'likely: a German distributor',
      expected: invoices({
        headings: 1,
        rows: 1,
        asks: false,
        fields: { invoiceNumber: 0, sku: 2, quantity: 4, netAmount: 5 },
      }),
    },
  ),
];
