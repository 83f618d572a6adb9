import { describe, expect, test } from 'vitest';
import { csvOf, rowsOf, shelfOf } from '#tests/factories/vip-lists.ts';

const VIP = '5A20C8F190D73B627E4D';
const OTHER = '6A20C8F190D73B627E4D';
const SKU = '65304520CA01A12';
const HEADINGS = 'Customer Name;VIP ID;Anniversary Date;Market Segment';
const FIRST = `Linden;${VIP};2027-01-01;EDU`;
const NEXT = `Västby AB;${OTHER};2027-02-01;COM`;
const endsIn = async (...lines: readonly string[]) =>
  (await rowsOf(csvOf(HEADINGS, FIRST, ...lines))).map((row) =>
    row.outcome === 'unreadable' ? row.reason : row.is,
  );

describe('A5, C13: headings that come again in a VIP list', () => {
  test.each([HEADINGS, 'CUSTOMER NAME;VIP-ID;Anniversary date;', 'Customer Name;VIP ID;;'])(
    'A5: "%s" is no customer, and what follows is',
    async (again) => {
      expect(await endsIn(again, NEXT)).toEqual(['customer', 'headings-again', 'customer']);
    },
  );

  test('A5: one heading among other cells is not all of them', async () => {
    expect(await endsIn(`Customer Name;${OTHER};;`)).toEqual(['customer', 'customer']);
  });
});

describe('A5, C13: another table below a VIP list', () => {
  test.each([
    ['a price list', 'SKU;Produkt;Årspris;Valuta', `${SKU};Foto;1,250;SEK`],
    ['customers in other columns', 'VIP ID;Kund;Årsdag', `${OTHER};Västby AB;2027-02-01`],
    ['with some known headings', 'Produkt;Antal;Färg', 'Foto;4;blå'],
  ])('A5: %s is set aside from its headings on', async (_, headings, row) => {
    const told = ['customer', 'another-table', 'another-table', 'another-table'];
    expect(await endsIn(headings, row, row)).toEqual(told);
    expect(await endsIn('', headings, row, row)).toEqual(told);
  });

  test('A5: after a blank line headings that nobody knows begin one, too', async () => {
    expect(await endsIn('', 'App;Adam-ID;Antal köpta', 'Testapp;900000000002;30')).toEqual([
      'customer',
      'another-table',
      'another-table',
    ]);
  });

  test('A5: the first list goes on where its own headings come again', async () => {
    const rows = ['SKU;Produkt;Årspris;Valuta', `${SKU};Foto;1200;SEK`, 'Summa;;1200;'];
    expect(await endsIn('', ...rows, '', HEADINGS, NEXT)).toEqual([
      'customer',
      'another-table',
      'another-table',
      'another-table',
      'headings-again',
      'customer',
    ]);
  });

  test('A5: nobody is asked how its sums and days are written', async () => {
    const shelf = await shelfOf(
      csvOf(
        HEADINGS,
        FIRST,
        '',
        'Order Number;VIP ID;Order Date;SKU;Quantity',
        `7;${VIP};03/04/2026;${SKU};4`,
      ),
    );
    expect(shelf.content().questions).toEqual([]);
  });

  test('A5: customers after a blank line are customers, one with a note for a number as well', async () => {
    expect(await endsIn('', NEXT, '', `Östby;saknas;2027-03-01;EDU`)).toEqual([
      'customer',
      'customer',
      'customer',
    ]);
  });

  test('C13: one odd row after a blank line costs no other its place', async () => {
    const list = async (...rows: readonly string[]) =>
      (await rowsOf(csvOf('Kundnamn;VIP-medlems-ID;Ort', `Linden;${VIP};Linden`, '', ...rows))).map(
        (row) => (row.outcome === 'unreadable' ? row.reason : row.is),
      );
    const vikby = 'Vikby kommun;01234567890123456780;Vikby';
    for (const word of ['saknas', 'pending', '-', 'N/A'])
      expect(await list(`Sundby kommun;${word};Sundby`, vikby)).toEqual([
        'customer',
        'customer',
        'customer',
      ]);
    expect(await list('Sundby kommun;se avtalet;Sundby', 'Ö;se avtalet;', vikby)).toEqual([
      'customer',
      'another-table',
      'another-table',
      'customer',
    ]);
  });

  test('C13: a word that says there is no number is none', async () => {
    const rows = await rowsOf(csvOf(HEADINGS, FIRST, 'Östby;saknas;;EDU', 'Norrby;-;;EDU'));
    expect(rows.map((row) => row.outcome === 'value' && 'vipId' in row && row.vipId)).toEqual([
      VIP,
      '',
      '',
    ]);
  });
});
