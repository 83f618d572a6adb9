import { describe, expect, test } from 'vitest';
import { csvOf, rowsOf, shelfOf } from '#tests/factories/vip-lists.ts';

const VIP = '5A20C8F190D73B627E4D';
const SKU = '65304520CA01A12';
const endsIn = async (...lines: readonly string[]) =>
  (await rowsOf(csvOf(...lines))).map((row) =>
    row.outcome === 'unreadable' ? row.reason : row.is,
  );
const customers = async (...rows: readonly string[]) =>
  endsIn('Customer Name;VIP ID;Anniversary Date;Licenses', `Linden;${VIP};2027-01-01;4`, ...rows);

describe('A5, C13: a row that adds up others is none of a VIP list', () => {
  test.each([
    'Total;;;4',
    'Summa:;;;4',
    'Total customers: 1;;',
    'Summa Linden;;;4',
    'Linden total;;;4',
    ';Total;;4',
    'Total;1;;4',
  ])('A5: "%s" in a list of customers', async (row) => {
    expect(await customers(row)).toEqual(['customer', 'total-row']);
  });

  test.each([`Total;${VIP.replace('5', '6')};;`, 'Total Kontor AB;;;', 'Summit AB;;2027-02-02;'])(
    'A5: "%s" is a customer',
    async (row) => {
      expect(await customers(row)).toEqual(['customer', 'customer']);
    },
  );

  test('C13: customers of a list without numbers, whatever they are called', async () => {
    const list = async (...rows: readonly string[]) =>
      endsIn(
        'Customer Name;City;Market Segment;Anniversary Date;Licenses',
        'Linden;Malmö;EDU;;4',
        ...rows,
      );
    const called = ['Transport Malmö', 'Balance', 'Transport AB: Nord', 'Balance 24'];
    for (const name of called)
      expect(await list(`${name};Kiruna;EDU;;2`, `${name};;;;2`)).toEqual([
        'customer',
        'customer',
        'customer',
      ]);
    expect(await list('Total Malmö;;;;2', 'Summa;Kiruna;EDU;')).toEqual([
      'customer',
      'customer',
      'customer',
    ]);
    expect(await list('Total Linden;;;;4', 'Yhteensä: 1;;;;', 'Totalt;;;;1 000,00')).toEqual([
      'customer',
      'total-row',
      'total-row',
      'total-row',
    ]);
  });

  test('A5: in lists of authorizations, orders, prices and invoices', async () => {
    expect(
      await endsIn(
        'Request Number;VIP ID;Created;Product;Quantity',
        `R1;${VIP};2026-11-20;Foto;4`,
        'Total;;;;4',
      ),
    ).toEqual(['authorization', 'total-row']);
    expect(
      await endsIn(
        'Order Number;Customer;VIP ID;Order Date;Product;Quantity',
        `77;Linden;${VIP};2026-11-20;Foto;4`,
        'Subtotal Linden;;;;;4',
        'Grand total;;;;;4',
      ),
    ).toEqual(['order', 'total-row', 'total-row']);
    expect(await endsIn('SKU;Product;Price (SEK)', `${SKU};Foto;1200`, ';Summa;1200')).toEqual([
      'price',
      'total-row',
    ]);
    expect(
      await endsIn(
        'Invoice Number;VIP ID;SKU;Product;Quantity;Net amount;Currency',
        `F-1;${VIP};${SKU};Foto;4;1200;SEK`,
        'Total;;;;4;1200;',
      ),
    ).toEqual(['invoice', 'total-row']);
  });

  test('A5: nobody is asked how a sum below the list is written', async () => {
    const shelf = await shelfOf(
      csvOf('SKU;Product;Price (SEK)', `${SKU};Foto;1200,50`, 'Total;;1,250'),
    );
    expect(shelf.content().questions).toEqual([]);
  });
});

describe('A5, C13: a note beside a VIP list is none of it', () => {
  test.each([
    'Exported 2026-11-20 08:15 by reseller@nordby.example',
    'Källa: Adobe',
    '2026-11-20',
    'This report shows all the customers of your department and theirs',
  ])('A5: "%s" in a list of customers', async (row) => {
    expect(await customers(row)).toEqual(['customer', 'note-row']);
  });

  test('A5: a name alone is a customer, unless it stands apart below the list', async () => {
    expect(await customers('Västby AB')).toEqual(['customer', 'customer']);
    expect(await customers('', 'Reseller Console', 'Nordby')).toEqual([
      'customer',
      'note-row',
      'note-row',
    ]);
    expect(await customers('', 'Västby AB', `Östby;${VIP.replace('5', '6')};;`)).toEqual([
      'customer',
      'customer',
      'customer',
    ]);
    expect(await customers('', `;${VIP.replace('5', '6')}`)).toEqual(['customer', 'customer']);
  });

  test('A5: the heading of a group in a price list, and a number alone', async () => {
    expect(
      await endsIn('SKU;Product;Price (SEK)', 'Utbildning', `${SKU};Foto;1200`, `${SKU};;`),
    ).toEqual(['note-row', 'price', 'price-missing']);
  });

  test('A5: a list of one column is all its own', async () => {
    expect(await endsIn('VIP ID;Customer Name', ';Linden', ';Källa: Adobe')).toEqual([
      'customer',
      'customer',
    ]);
  });
});
