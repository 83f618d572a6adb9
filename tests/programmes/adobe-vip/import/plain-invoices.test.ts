import { describe, expect, test } from 'vitest';
import type { InvoiceLine } from '#programmes/adobe-vip/rules/product/invoice-line.ts';
import type { VipRow } from '#programmes/adobe-vip/import/read/values.ts';
import { whoseLines } from '#programmes/adobe-vip/rules/reconcile/line-customer.ts';
import { customerWith } from '#tests/factories/vip.ts';
import { csvOf, shelfOf, VipWorld } from '#tests/factories/vip-lists.ts';

const SWEDISH =
  'Fakturanummer;Fakturadatum;Kund;VIP-nummer;Ordernummer;Artikelnummer;Produkt;Antal;Belopp;Valuta';
const MIXED = SWEDISH.replace('VIP-nummer', 'VIP ID').replace('Artikelnummer', 'SKU');
const ENGLISH =
  'Invoice Number;Invoice Date;Customer Name;VIP ID;Order Number;SKU;Product;Quantity;Amount;Currency';
const ROWS = [
  'F-1001;2026-10-05;Åkerö skola;12345;ORD-1;65297701BA02B12;Acrobat Pro för team;10;6715,00;SEK',
  'F-1002;2026-10-06;Åkerö skola;12345;ORD-1;65297701BA02B12;Acrobat Pro för team;-3;-2647,50;SEK',
];
const VIP = '5A20C8F190D73B627E4D';
const content = async (...rows: readonly string[]) => (await shelfOf(csvOf(...rows))).content();
const kindOf = async (...rows: readonly string[]) => {
  const { programme, sheets } = await content(...rows);
  return [programme, sheets[0]?.kind, sheets[0]?.needsMapping];
};
const linesOf = async (...rows: readonly string[]) => {
  const world = new VipWorld();
  world.bring([...(await shelfOf(csvOf(...rows))).rows({})] as VipRow[]);
  return world.of<InvoiceLine>('invoice-line').map(({ data }) => data);
};

describe('C13: a report of a few columns, whose sums are called no more than that', () => {
  test.each([SWEDISH, MIXED, ENGLISH])(
    'C13: %s is lines of invoices, and asks nothing',
    async (heading) => {
      const { programme, sheets } = await content(heading, ...ROWS);
      expect([programme, sheets[0]?.kind, sheets[0]?.needsMapping]).toEqual([
        'adobe-vip',
        'invoices',
        false,
      ]);
      expect(sheets[0]?.columns.map(({ field }) => field)).toEqual([
        'invoiceNumber',
        '',
        'name',
        'vipId',
        'orderNumber',
        'sku',
        'product',
        'quantity',
        'netAmount',
        'currency',
      ]);
      const [sold, back] = await linesOf(heading, ...ROWS);
      expect(sold).toMatchObject({
        invoiceNumber: 'F-1001',
        orderNumber: 'ORD-1',
        customerName: 'Åkerö skola',
        customerNumber: '12345',
        sku: '65297701BA02B12',
        product: 'Acrobat Pro för team',
        quantity: 10,
        charge: 'invoice',
        netAmount: '6715.00',
        unitPrice: '',
        currency: 'SEK',
      });
      expect(back).toMatchObject({ charge: 'return', quantity: -3, netAmount: '-2647.50' });
    },
  );

  test('C13: a column that says what the line comes to goes before one that is only called a sum', async () => {
    const [sheet] = (
      await content('Faktura;VIP ID;SKU;Antal;Belopp;Radbelopp', `F1;${VIP};65000002CA01A12;4;5;4`)
    ).sheets;
    expect(sheet?.columns.map(({ field }) => field).slice(-2)).toEqual(['', 'netAmount']);
  });

  test('C13: without members the SKUs tell that it is Adobe’s; with neither it may be an invoice of anything', async () => {
    const heading =
      'Order Number;Order;Invoice Number;Part Number;Product;Quantity;Amount;Currency';
    expect(await kindOf(heading, '77;;F1;65000002CA01A12;Foto;4;100,50;SEK')).toEqual([
      'adobe-vip',
      'invoices',
      false,
    ]);
    expect(await kindOf(heading, '77;;F1;D9999ZM/A;VPP-kredit;4;100,50;SEK')).toEqual([
      'apple-credit',
      'credit',
      false,
    ]);
  });

  test('C13: a list of orders that names its invoice and a sum is one of orders, a price list one of prices', async () => {
    const orders = 'Ordernummer;Orderdatum;Kund;VIP ID;SKU;Antal;Fakturanummer;Belopp';
    expect(await kindOf(orders, `77;2026-11-17;Foto AB;${VIP};65000002CA01A12;4;F1;100`)).toEqual([
      'adobe-vip',
      'orders',
      false,
    ]);
    expect(await kindOf('Art.;Belopp', '65000002CA01A12;100,50')).toEqual([
      'adobe-vip',
      'prices',
      true,
    ]);
  });

  test('C13: the customer is found by the VIP ID of the line', async () => {
    const [line] = await linesOf(
      MIXED,
      ROWS[0]!.replace('12345', `${VIP.slice(0, 4)} ${VIP.slice(4)}`),
    );
    expect(whoseLines([customerWith({ name: 'Annat namn' })])(line!)).toEqual([customerWith().id]);
    const [odd] = await linesOf(MIXED, ROWS[0]!);
    expect(whoseLines([customerWith({ name: 'Annat namn', vipId: '12345' })])(odd!)).toEqual([
      customerWith().id,
    ]);
    // By its name, where a customer has a VIP ID of Adobe's shape.
    expect(whoseLines([customerWith({ name: 'Åkerö skola' })])(odd!)).toEqual([customerWith().id]);
  });
});
