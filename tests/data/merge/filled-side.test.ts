import { assert, constantFrom, dictionary, option, property, record } from 'fast-check';
import { expect, test } from 'vitest';
import { pricesMet } from '#programmes/adobe-vip/rules/product/prices-met.ts';
import { pricesIn, type PriceOfDays } from '#programmes/adobe-vip/rules/product/price-days.ts';
import type { PriceListItemData } from '#programmes/adobe-vip/rules/product/price-list-item.ts';
import type { VipCustomerData } from '#programmes/adobe-vip/rules/customer/vip-customer.ts';
import type { Draft } from '#core/record/record.ts';
import { stored } from '#data/records/envelope.ts';
import type { Copy } from '#data/merge/copy.ts';
import { merge } from '#data/merge/merge.ts';
import { customerWith } from '#tests/factories/vip.ts';

const doingOf = (by: string, now: number) => ({
  today: '2026-11-22',
  now,
  by,
  newId: () => `${by}-${now}`,
});
const price = (data: Partial<PriceListItemData>): Draft<PriceListItemData> => ({
  id: 'price-1',
  kind: 'price-list-item',
  programme: 'adobe-vip',
  parent: '',
  data: {
    v: 1,
    sku: '65297600BA01A12',
    product: 'Illustrator',
    segment: 'COM',
    level: '01',
    currency: 'SEK',
    months: 12,
    yearlyPrice: '1000',
    validFrom: '2026-01-01',
    ...data,
  },
});
const written = (by: string, now: number, draft: Draft, before?: Copy): Copy =>
  stored(draft, before, doingOf(by, now));
const base = written('sara', 10, price({}));
const read = (by: string, now: number, data: Partial<PriceListItemData>): Copy =>
  written(by, now, price(data), base);
const daysOf = (of: PriceOfDays) => pricesIn(of).map((dated) => `${dated.from} ${dated.price}`);
const pricesOf = ({ data }: Copy) => daysOf(data as PriceListItemData);

test.each([1_000, 3_000])(
  'C13, X8: two devices that read a list each keep the price of both lists (%d)',
  (moment) => {
    const dated = { datedPrices: { '2026-01-01': '1000' } };
    const one = read('sara', moment, { yearlyPrice: '1300', validFrom: '2027-02-01', ...dated });
    const other = read('kim', 2_000, { yearlyPrice: '1000', validFrom: '2027-03-01', ...dated });
    for (const known of [base, undefined])
      for (const both of [merge(known, one, other), merge(known, other, one)]) {
        expect(pricesOf(both)).toEqual(['2026-01-01 1000', '2027-02-01 1300', '2027-03-01 1000']);
        expect((both.data as PriceListItemData).validFrom).toBe('2027-03-01');
        expect(both.clashes).toEqual([]);
      }
  },
);

test('C13, X8: a price that is in no list never appears, and both devices agree', () => {
  const days = constantFrom('2026-01-01', '2026-07-01', '2027-01-01', '2027-02-01');
  const prices = record({ validFrom: days, yearlyPrice: constantFrom('1000', '1100', '900') });
  assert(
    property(prices, prices, (a, b) => {
      const [one, other] = [read('sara', 1_000, a), read('kim', 2_000, b)];
      const [left, right] = [merge(base, one, other), merge(base, other, one)];
      expect(pricesOf(left)).toEqual(pricesOf(right));
      const known = [base, one, other].flatMap(pricesOf);
      expect(pricesOf(left).filter((dated) => !known.includes(dated))).toEqual([]);
    }),
  );
});

test('C13, X8: whoever meets first, the same is written, also where a price repeats its own day or has no other', () => {
  const day = constantFrom('2026-01-01', '2026-07-01');
  const amount = constantFrom('1000', '1000.00', '900');
  const prices = record(
    {
      validFrom: day,
      yearlyPrice: amount,
      datedPrices: dictionary(day, amount, { maxKeys: 2, noNullPrototype: true }),
    },
    { requiredKeys: ['validFrom', 'yearlyPrice'], noNullPrototype: true },
  );
  assert(
    property(prices, prices, option(prices, { nil: undefined }), (a, b, known) => {
      const met = pricesMet(a, b, known)!;
      expect(pricesMet(b, a, known)).toStrictEqual(met);
      for (const side of [a, b]) expect(daysOf(pricesMet(met, side, known)!)).toEqual(daysOf(met));
    }),
    { numRuns: 1_000 },
  );
});

test('C13, X8: two copies of which neither has a price meet without end to neither', () => {
  const unpriced = (by: string, now: number, currency: string, before?: Copy): Copy => {
    const { yearlyPrice: _, ...data } = { ...price({ currency }).data };
    return written(by, now, { ...price({}), data } as Draft, before);
  };
  const known = unpriced('sara', 10, 'SEK');
  for (const agreed of [undefined, known]) {
    const [one, other] = [
      unpriced('sara', 1_000, 'EUR', agreed),
      unpriced('kim', 2_000, 'SEK', agreed),
    ];
    const later = { ...other, data: { ...other.data, validFrom: '2027-01-01' } } as Copy;
    for (const both of [merge(agreed, one, later), merge(agreed, later, one)]) {
      expect(both.data).toMatchObject({ validFrom: '2027-01-01' });
      expect(both.clashes).toEqual([]);
    }
  }
});

type Dated = readonly (readonly [string, string])[];
const dated = (...prices: Dated): Partial<PriceListItemData> => {
  const [validFrom, yearlyPrice] = prices.at(-1)!;
  return { validFrom, yearlyPrice, datedPrices: Object.fromEntries(prices.slice(0, -1)) };
};

test.each<readonly [string, Dated, Dated, Dated, readonly string[]]>([
  [
    'a price that was put right lower',
    [['2026-01-01', '1200.00']],
    [['2026-01-01', '1000.00']],
    [
      ['2026-01-01', '1200.00'],
      ['2027-03-01', '1300.00'],
    ],
    ['2026-01-01 1000.00', '2027-03-01 1300.00'],
  ],
  [
    'a list that was taken back',
    [
      ['2026-01-01', '1000.00'],
      ['2027-02-01', '1300.00'],
    ],
    [['2026-01-01', '1000.00']],
    [
      ['2026-01-01', '1000.00'],
      ['2027-02-01', '1300.00'],
      ['2027-03-01', '1400.00'],
    ],
    ['2026-01-01 1000.00', '2027-03-01 1400.00'],
  ],
  [
    'two new prices of one day, of which the one has more figures',
    [['2026-01-01', '500.00']],
    [['2026-01-01', '99.00']],
    [['2026-01-01', '1000.00']],
    ['2026-01-01 1000.00'],
  ],
  [
    'a price put right that a list of the other device let go',
    [
      ['2025-01-01', '900.00'],
      ['2026-01-01', '1000.00'],
    ],
    [
      ['2025-01-01', '950.00'],
      ['2026-01-01', '1000.00'],
    ],
    [
      ['2026-01-01', '1000.00'],
      ['2027-01-01', '1100.00'],
    ],
    ['2025-01-01 950.00', '2026-01-01 1000.00', '2027-01-01 1100.00'],
  ],
])('C13, X8: compared with what both knew, %s wins', (_, known, ours, others, met) => {
  const start = written('sara', 10, price(dated(...known)));
  const one = written('sara', 3_000, price(dated(...ours)), start);
  const other = written('kim', 2_000, price(dated(...others)), start);
  for (const both of [merge(start, one, other), merge(start, other, one)]) {
    expect(pricesOf(both)).toEqual(met);
    expect(both.clashes).toEqual([]);
  }
});

test('C9, X8: moving a customer to the other programme takes its edition along, whatever the other device chose', () => {
  const customer = (data: Partial<VipCustomerData>): Draft => customerWith(data) as Draft;
  const start = written('sara', 10, customer({}));
  const moved = {
    programme: 'vip-marketplace',
    renewalEdition: 'adobe-vip.renewal-marketplace',
  } as const;
  const one = written('sara', 1_000, customer(moved), start);
  const other = written(
    'kim',
    2_000,
    customer({ renewalEdition: 'adobe-vip.renewal-late-0' }),
    start,
  );
  for (const both of [merge(start, one, other), merge(start, other, one)])
    expect(both.data).toMatchObject(moved);
});
