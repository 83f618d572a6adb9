import { skuOf, vipIdOf } from './made-up.ts';
import { VIP, one, type ExpectedSheet, type Shape } from './shape.ts';
import { bookFile, dayCell } from './workbook.ts';
import { textFile } from './written.ts';

const authorizations = (sheet: Omit<ExpectedSheet, 'kind'>) =>
  one(VIP, { kind: 'authorizations', ...sheet });
const orders = (sheet: Omit<ExpectedSheet, 'kind'>) => one(VIP, { kind: 'orders', ...sheet });
const LIKELY = 'likely: Adobe publishes no columns of it (adobe.md §6)';

const authorized = (file: string, headings: string): Shape =>
  textFile(
    file,
    `${headings}\n${vipIdOf(101)};${vipIdOf(1)};Nordby kommun;2026-11-20;Testprogram;5;INK-417\n${vipIdOf(102)};${vipIdOf(2)};Västby AB;2026-11-21;Testprogram;1;\n`,
    {
      seen: `${LIKELY}; translated`,
      expected: authorizations({
        headings: 1,
        rows: 2,
        asks: false,
        fields: { requestNumber: 0, vipId: 1, name: 2, product: 4, quantity: 5 },
        values: { 2: { createdOn: '2026-11-20', quantity: 5 } },
      }),
    },
  );

const ordered = (file: string, headings: string): Shape =>
  textFile(
    file,
    `${headings}\n7700000123;${vipIdOf(1)};Nordby kommun;2026-11-20;${skuOf(1, '02')};Testprogram;12\n7700000124;${vipIdOf(2)};Västby AB;2026-11-21;${skuOf(1)};Testprogram;1\n`,
    {
      seen: `${LIKELY}; translated`,
      expected: orders({
        headings: 1,
        rows: 2,
        asks: false,
        fields: { orderNumber: 0, vipId: 1, name: 2, orderDate: 3, sku: 4, quantity: 6 },
        values: { 2: { orderNumber: '7700000123', quantity: 12, orderDate: '2026-11-20' } },
      }),
    },
  );

/** Purchase authorizations and orders. */
export const vipPurchases: readonly Shape[] = [
  authorized(
    'authorizations-english.csv',
    'Request Number;VIP ID;Customer Name;Created;Product;Quantity;PO Number',
  ),
  authorized(
    'authorizations-swedish.csv',
    'Begäransnummer;VIP-ID;Kundnamn;Skapad;Produkt;Antal;Inköpsordernummer',
  ),
  authorized(
    'authorizations-german.csv',
    'Anfragenummer;VIP-ID;Kundenname;Erstellt am;Produkt;Menge;Bestellnummer des Kunden',
  ),
  authorized(
    'authorizations-french.csv',
    'Numéro de demande;ID VIP;Nom du client;Date de création;Produit;Quantité;Bon de commande',
  ),
  authorized(
    'authorizations-spanish.csv',
    'Número de solicitud;ID de VIP;Nombre del cliente;Fecha de creación;Producto;Cantidad;Orden de compra',
  ),
  authorized(
    'authorizations-dutch.csv',
    'Aanvraagnummer;VIP-id;Klantnaam;Gemaakt op;Product;Aantal;Inkoopordernummer',
  ),
  authorized(
    'authorizations-norwegian.csv',
    'Forespørselsnummer;VIP-ID;Kundenavn;Opprettet;Produkt;Antall;Innkjøpsordrenummer',
  ),
  textFile(
    'authorizations-all-columns.csv',
    `VIP ID,Customer Name,Deployment Date,License Type,Product,Quantity,End User PO,Status,Order Due
${vipIdOf(1)},Nordby kommun,2026-11-20,Team,Testprogram,5,INK-417,Pending,2026-12-20
${vipIdOf(2)},Västby AB,2026-10-01,Enterprise,Testprogram,1,,Past due,2026-10-31
${vipIdOf(3)},Östby skola,2026-11-20,Education device,Testprogram,20,,Pending,
${vipIdOf(4)},Norrby AB,2026-11-20,Team,Testprogram,0,,Pending,
${vipIdOf(5)},Sörby AB,2026-11-20,Team,Testprogram,2.5,,Pending,
`,
    {
      seen: `the fields of the dialog (adobe.md §2); as a list it is ${LIKELY}`,
      expected: authorizations({
        headings: 1,
        rows: 2,
        fields: { deploymentDate: 2, licenceType: 3, status: 7, dueOn: 8 },
        unreadable: {
          4: 'order-from-adobe',
          5: 'quantity-not-above-nothing',
          6: 'quantity-not-whole',
        },
      }),
    },
  ),
  bookFile(
    'authorizations-total-below.xlsx',
    [
      {
        name: 'Open',
        rows: [
          ['Request Number', 'VIP ID', 'Customer', 'Created', 'Product', 'Quantity'],
          [vipIdOf(101), vipIdOf(1), 'Nordby kommun', dayCell('2026-11-20'), 'Testprogram', 5],
          [vipIdOf(102), vipIdOf(2), 'Västby AB', dayCell('2026-11-21'), 'Testprogram', 1],
          ['Total', null, null, null, null, 6],
        ],
      },
    ],
    {
      seen: 'likely: a list that someone adds up',
      expected: authorizations({ name: 'Open', headings: 1, rows: 2, aside: [4] }),
    },
  ),
  ordered('orders-english.csv', 'Order Number;VIP ID;Customer;Order Date;SKU;Product;Quantity'),
  ordered('orders-swedish.csv', 'Ordernummer;VIP-ID;Kund;Orderdatum;Artikelnummer;Produkt;Antal'),
  ordered(
    'orders-german.csv',
    'Bestellnummer;VIP-ID;Kunde;Bestelldatum;Artikelnummer;Produkt;Menge',
  ),
  ordered(
    'orders-french.csv',
    'Numéro de commande;ID VIP;Client;Date de commande;Référence;Produit;Quantité',
  ),
  ordered(
    'orders-spanish.csv',
    'Número de pedido;ID de VIP;Cliente;Fecha del pedido;SKU;Producto;Cantidad',
  ),
  ordered('orders-dutch.csv', 'Bestelnummer;VIP-id;Klant;Besteldatum;Artikelnummer;Product;Aantal'),
  ordered('orders-danish.csv', 'Ordrenummer;VIP-id;Kunde;Ordredato;Varenummer;Produkt;Antal'),
  ordered(
    'orders-finnish.csv',
    'Tilausnumero;VIP-tunnus;Asiakas;Tilauspäivä;Tuotekoodi;Tuote;Määrä',
  ),
  textFile(
    'orders-returns-and-prices.csv',
    `Order Number,Customer ID,Customer Name,Order Date,Order Type,Reference Order ID,SKU,Quantity,Unit Price,Currency
7700000123,1009990001,Nordby kommun,2026-11-20,NEW,,${skuOf(1, '02')},12,"1,250.50",EUR
7700000140,1009990001,Nordby kommun,2026-11-25,RETURN,7700000123,${skuOf(1, '02')},-2,"1,250.50",EUR
7700000150,1009990001,Nordby kommun,2026-11-26,RENEWAL,,${skuOf(1, '02')},"1,200",10.00,EUR
`,
    {
      seen: 'the fields of the Marketplace’s API (adobe.md §5), as a script would write them',
      expected: orders({
        headings: 1,
        rows: 3,
        fields: { orderNumber: 0, marketplaceId: 1, orderType: 4, originalOrder: 5, unitPrice: 8 },
        values: {
          2: { type: 'new', quantity: 12, unitPrice: '1250.50' },
          3: { type: 'return', quantity: 2, originalOrder: '7700000123' },
          4: { type: 'renewal', quantity: 1200 },
        },
      }),
    },
  ),
  textFile(
    'orders-thousands.csv',
    `Order Number;VIP ID;Customer;Order Date;SKU;Quantity
7700000160;${vipIdOf(1)};Nordby kommun;2026-11-20;${skuOf(1)};1,000
7700000161;${vipIdOf(1)};Nordby kommun;2026-11-20;${skuOf(2)};2.000
7700000162;${vipIdOf(1)};Nordby kommun;2026-11-20;${skuOf(3)};1 500
7700000163;${vipIdOf(1)};Nordby kommun;2026-11-20;${skuOf(4)};12,00
`,
    {
      seen: 'habits of several countries: a list with a thousand licences',
      expected: orders({
        headings: 1,
        rows: 4,
        values: {
          2: { quantity: 1000 },
          3: { quantity: 2000 },
          4: { quantity: 1500 },
          5: { quantity: 12 },
        },
      }),
    },
  ),
  textFile(
    'orders-numbers-as-exponents.csv',
    `Order Number;VIP ID;Customer;Order Date;SKU;Quantity\n7,7E+09;${vipIdOf(1)};Nordby kommun;2026-11-20;${skuOf(1)};12\n7700000125;${vipIdOf(1)};Nordby kommun;2026-11-20;${skuOf(1)};1\n`,
    {
      seen: 'Excel writes long numbers so when it saves as csv: their figures are lost',
      expected: orders({ headings: 1, rows: 1, unreadable: { 2: 'any' } }),
    },
  ),
  textFile(
    'orders-subtotals.csv',
    `Order Number;Customer;VIP ID;Order Date;Product;Quantity\n7700000126;Nordby kommun;${vipIdOf(1)};2026-11-20;Testprogram;12\nSubtotal Nordby kommun;;;;;12\n7700000127;Västby AB;${vipIdOf(2)};2026-11-21;Testprogram;1\nGrand total;;;;;13\n`,
    {
      seen: 'Excel, Data > Subtotal',
      expected: orders({ headings: 1, rows: 2, aside: [3, 5] }),
    },
  ),
  bookFile(
    'orders-plain.xls',
    [
      {
        name: 'Orders',
        rows: [
          [
            'Order Number',
            'VIP ID',
            'Customer',
            'Order Date',
            'SKU',
            'Quantity',
            'Unit Price (SEK)',
          ],
          [7_700_000_128, vipIdOf(1), 'Nordby kommun', dayCell('2026-11-20'), skuOf(1), 12, 1250.5],
        ],
      },
    ],
    {
      seen: 'likely: an ERP’s Excel export',
      expected: orders({
        name: 'Orders',
        headings: 1,
        rows: 1,
        values: {
          2: {
            orderNumber: '7700000128',
            orderDate: '2026-11-20',
            unitPrice: '1250.50',
            currency: 'SEK',
          },
        },
      }),
    },
  ),
];
