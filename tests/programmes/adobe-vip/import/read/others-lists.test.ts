import { describe, expect, test } from 'vitest';
import { csvOf, rowsOf } from '#tests/factories/vip-lists.ts';

const VIP = '5A20C8F190D73B627E4D';
const SKU = '65304520CA01A12';
const readAs = async (...lines: readonly string[]) =>
  rowsOf(csvOf(...lines)).then(
    (rows) => rows.map((row) => (row.outcome === 'value' ? row.is : row.reason)),
    (refused: Error) => refused.message,
  );

describe('A5, C13: a list of others is none of VIP by its headings alone', () => {
  test.each([
    ['a catalogue', 'Art.nr;Benämning;Pris', '1001;Penna blå;4,50'],
    ['a price list', 'Part Number;Description;List Price;Currency', 'AAA-10732;Suite;120.00;EUR'],
    [
      'orders of a shop',
      'Order Number;Customer;Order Date;SKU;Quantity',
      '1001;Bageri Ek;2026-11-01;MK2K3KS/A;2',
    ],
    [
      'lines of an invoice',
      'Invoice Number;SKU;Product;Quantity;Net amount',
      'F-1;MK2K3KS/A;iPad;2;7200',
    ],
  ])('A5: %s is refused', async (_, headings, row) => {
    expect(await readAs(headings, row, row)).toBe('no-codes');
  });

  test.each([
    ['SKU;Product;Price (SEK)', `${SKU};Foto;1200`, 'price'],
    ['Part Number;Level;List Price;Currency', 'AAA-10732;1;120.00;EUR', 'price'],
    ['Order Number;Customer;Order Date;SKU;Quantity', `77;Linden;2026-11-01;${SKU};2`, 'order'],
    ['Order Number;VIP ID;Order Date;SKU;Quantity', `77;${VIP};2026-11-01;ANOTHER;2`, 'order'],
    ['Invoice Number;SKU;Product;Quantity;Net amount', `F-1;${SKU};Foto;2;7200`, 'invoice'],
  ])('C13: %s with %s is a list of VIP', async (headings, row, is) => {
    expect(await readAs(headings, row)).toEqual([is]);
  });

  test('C13: what stands between the SKUs of a price list does not make it one of others', async () => {
    expect(
      await readAs('SKU;Product;Price (SEK)', 'Skola;;', `${SKU};Foto;1200`, 'Företag;;'),
    ).toEqual(['note-row', 'price', 'note-row']);
  });
});
