import { describe, expect, test } from 'vitest';
import { priceIndex, type ListedPrice } from '#programmes/adobe-vip/rules/product/price-index.ts';
import { suitableSku } from '#programmes/adobe-vip/rules/renewal/renewal-suggestion.ts';

const SKU = '65297752BA02A12';
const listed = (given: Partial<ListedPrice> = {}): ListedPrice => ({
  sku: SKU,
  product: 'Creative Cloud',
  segment: 'COM',
  level: '02',
  yearlyPrice: '420.00',
  currency: 'SEK',
  months: 12,
  validFrom: '',
  ...given,
});
const priceOn = (prices: readonly ListedPrice[], day = '2026-11-20', currency = '') =>
  priceIndex(prices, { day, currency }).bySku(SKU);

describe('C9: what the price list says', () => {
  test('C9: a price that holds from a day on is not used before it', () => {
    const prices = [
      listed({ yearlyPrice: '450.00', validFrom: '2027-01-01' }),
      listed({ validFrom: '2026-01-01' }),
    ];
    expect(priceOn(prices, '2026-12-31')?.yearlyPrice).toBe('420.00');
    expect(priceOn(prices, '2027-01-01')?.yearlyPrice).toBe('450.00');
    expect(priceOn(prices.slice(0, 1), '2026-12-31')).toBeUndefined();
    // A SKU that is not sold yet has no name either.
    const index = priceIndex(prices.slice(0, 1), { day: '2026-12-31', currency: '' });
    expect(index.ofProduct('creative cloud')).toEqual([]);
  });

  test('C9: each currency has its price; in none but the one that is asked for', () => {
    const prices = [
      listed({ currency: 'EUR', yearlyPrice: '40.00' }),
      listed(),
      listed({ currency: 'DKK' }),
    ];
    expect(priceOn(prices, '2026-11-20', 'EUR')).toMatchObject({
      yearlyPrice: '40.00',
      currency: 'EUR',
    });
    expect(priceOn(prices)).toMatchObject({ yearlyPrice: '420.00', currency: 'SEK' });
    expect(priceOn([prices[2]!, prices[0]!])).toMatchObject({ currency: 'DKK' });
    // It is on the list, and has no price there.
    expect(priceOn(prices, '2026-11-20', 'USD')).toMatchObject({
      yearlyPrice: '',
      currency: 'USD',
    });
    expect(
      priceIndex(prices, { day: '2026-11-20', currency: '' }).ofProduct('Creative Cloud'),
    ).toHaveLength(1);
  });

  test.each([
    ['the list', { months: 10 }, ''],
    ['the SKU', { months: 0, sku: '65297752BATAA10' }, ''],
    ['neither', { months: 0, sku: 'CC-ALL' }, '420.00'],
    ['both, a year', { months: 12 }, '420.00'],
  ])(
    'C9: a price for other than twelve months is no year’s, by what %s says',
    (_, given, yearlyPrice) => {
      const price = listed(given);
      const index = priceIndex([price], { day: '2026-11-20', currency: '' });
      expect(index.bySku(price.sku)?.yearlyPrice).toBe(yearlyPrice);
    },
  );

  test('C9: a name never means a minimum-order offer, nor any term but a year', () => {
    const prices = [
      listed({ sku: '65297752BA02X12' }),
      listed({ sku: '65297752BA02A10' }),
      listed({ sku: '65297753BA02A12' }),
    ];
    const find = (all: readonly ListedPrice[]) =>
      suitableSku(
        { sku: '', product: 'Creative Cloud' },
        { level: '2', segment: 'COM' },
        priceIndex(all, { day: '2026-11-20', currency: '' }),
      );
    expect(find(prices)).toBe('65297753BA02A12');
    expect(find(prices.slice(0, 2))).toBe('');
  });
});
