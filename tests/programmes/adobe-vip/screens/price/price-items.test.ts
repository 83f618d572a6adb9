import { describe, expect, test } from 'vitest';
import type { VolymRecord } from '#core/record/record.ts';
import {
  offeredItems,
  priceItemFor,
  priceItemsOn,
  readPriceItems,
} from '#programmes/adobe-vip/screens/price/price-items.ts';

const SKU = '65297600BA01A12';
const record = (data: Record<string, unknown>): VolymRecord =>
  ({
    data: { sku: SKU, product: 'Illustrator', yearlyPrice: '4188.00', currency: 'SEK', ...data },
  }) as unknown as VolymRecord;
const itemsOn = (day: string, ...given: Record<string, unknown>[]) =>
  priceItemsOn(readPriceItems(given.map(record)), day);

describe('C12: the price list in the calculator', () => {
  test('C12: a price counts from its day, by the day of the order', () => {
    const prices = [
      { validFrom: '2027-01-01', yearlyPrice: '4500.00' },
      { validFrom: '2026-01-01' },
    ];
    const on = (day: string) => priceItemFor(itemsOn(day, ...prices), SKU, '')?.yearlyPrice;
    expect([on('2026-12-31'), on('2027-01-01'), on('2025-12-31')]).toEqual([
      '4188.00',
      '4500.00',
      undefined,
    ]);
  });

  test('C12: each currency has its own price, and the SKU is offered once', () => {
    const items = itemsOn('2026-11-20', { currency: 'EUR', yearlyPrice: '380.00' }, {});
    expect(priceItemFor(items, SKU, 'EUR')?.yearlyPrice).toBe('380.00');
    expect(priceItemFor(items, 'illustrator', '')).toMatchObject({
      yearlyPrice: '4188.00',
      currency: 'SEK',
    });
    expect(priceItemFor(items, SKU, 'USD')).toMatchObject({ yearlyPrice: '', currency: 'USD' });
    expect(offeredItems(items, 'illu')).toMatchObject({ shown: [{ sku: SKU }], more: 0 });
  });

  test('C12: ten months are no year, and a minimum-order offer is nobody’s name', () => {
    expect(priceItemFor(itemsOn('2026-11-20', { months: 10 }), SKU, '')?.yearlyPrice).toBe('');
    const items = itemsOn('2026-11-20', { sku: '65297600BA01X12' }, {});
    expect(priceItemFor(items, 'Illustrator', '')?.sku).toBe(SKU);
    expect(priceItemFor(items, '65297600BA01X12', '')?.sku).toBe('65297600BA01X12');
    expect(
      priceItemFor(itemsOn('2026-11-20', { sku: '65297601BA01A12' }, {}), 'Illustrator', ''),
    ).toBeUndefined();
  });

  test('C12: every word that is typed tells, in the name and in the SKU, and what is over is counted', () => {
    const skus = Array.from({ length: 12 }, (_, at) => ({
      sku: `652976${String(at).padStart(2, '0')}BA01A12`,
    }));
    const items = itemsOn('2026-11-20', ...skus, {
      sku: '65304520BA01A12',
      product: 'Acrobat Pro för företag',
    });
    expect(offeredItems(items, 'foretag acrobat')).toMatchObject({
      shown: [{ sku: '65304520BA01A12' }],
      more: 0,
    });
    expect(offeredItems(items, 'illustrator')).toMatchObject({ more: 7 });
    expect(offeredItems(items, 'illustrator 65297611')).toMatchObject({
      shown: [{ sku: '65297611BA01A12' }],
      more: 0,
    });
    expect(offeredItems(items, ' ')).toEqual({ shown: [], more: 0 });
  });

  test('C12: those of the customer’s own segment come first, each by its level', () => {
    const items = itemsOn(
      '2026-11-20',
      { sku: '65297600BA01A12', segment: 'COM', level: '01' },
      { sku: '65297600BB02A12', segment: 'EDU', level: '02' },
      { sku: '65297600BB01A12', segment: 'EDU', level: '01' },
    );
    const skus = (segment: string) =>
      offeredItems(items, 'illustrator', segment).shown.map(({ sku }) => sku);
    expect(skus('EDU')).toEqual(['65297600BB01A12', '65297600BB02A12', '65297600BA01A12']);
    expect(skus('')).toEqual(['65297600BA01A12', '65297600BB02A12', '65297600BB01A12']);
  });

  test('C12: what a newer version wrote otherwise is left out', () => {
    expect(readPriceItems([record({ yearlyPrice: 4188 }), record({ sku: '' })])).toEqual([]);
  });
});
