import { describe, expect, test } from 'vitest';
import { saysShop } from '#core/import/shop-orders.ts';

describe('A5: orders of a web shop', () => {
  test.each([
    ['Order,Email,Shipping Method,Total', 'sure'],
    ['Ordernummer,Frakt,Summa', 'sure'],
    ['Bestellnummer,Versandkosten,Betrag', 'sure'],
    ['Order,Customer,Email,Total', 'perhaps'],
    ['Ordernummer,Kund,E-post,Summa', 'perhaps'],
    ['Order Number,Order Date,Amount,Currency', 'no'],
    ['Order Number,School,Email,Amount', 'no'],
    ['Order Number,Customer,Amount', 'no'],
  ])('A5: %s: %s', (headings, says) => {
    expect(saysShop(headings.split(','))).toBe(says);
  });
});
