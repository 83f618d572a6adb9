import { assert, constantFrom, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editCustomer } from '#programmes/adobe-vip/rules/customer/edit-customer.ts';
import { firstOrderPlaced } from '#programmes/adobe-vip/rules/order/first-order.ts';
import { placedAlone } from '#tests/factories/placed-alone.ts';
import type {
  VipCustomer,
  VipCustomerData,
} from '#programmes/adobe-vip/rules/customer/vip-customer.ts';
import type { Draft } from '#core/record/record.ts';
import type { Result } from '#core/result.ts';
import { stored } from '#data/records/envelope.ts';
import type { Copy } from '#data/merge/copy.ts';
import { merge } from '#data/merge/merge.ts';
import { valueOf } from '#tests/factories/credit.ts';
import { customerWith } from '#tests/factories/vip.ts';

type Customer = Draft<VipCustomerData>;
type Command = (customer: VipCustomer) => Result<Customer>;

const doingOf = (by: string, now: number) => ({
  today: '2026-11-22',
  now,
  by,
  newId: () => `${by}-${now}-${(ids += 1)}`,
});
let ids = 0;
const by = (person: string, now: number, copy: Copy, command: Command): Copy =>
  stored(valueOf(command(copy as VipCustomer)) as Draft, copy, doingOf(person, now));
const noted =
  (day: string): Command =>
  (customer) =>
    firstOrderPlaced(customer, placedAlone(day, ''));
const edited =
  (changes: Partial<VipCustomerData>): Command =>
  (customer) =>
    editCustomer(customer, changes, []);
const base = stored(customerWith({ anniversary: '' }) as Draft, undefined, doingOf('sara', 10));
const daysOf = (copy: Copy) => {
  const { firstOrderOn, anniversary, anniversaryDay } = copy.data as VipCustomerData;
  return [firstOrderOn, anniversary, anniversaryDay];
};
const asked = ({ clashes }: Copy): string[] => clashes.map(({ field }) => field).toSorted();

describe('C1, X8: two devices note a first order each', () => {
  test.each([
    ['first', 1_000, 2_000],
    ['last', 2_000, 1_000],
  ])(
    'C1, X8: the earliest order sets the anniversary, also written down %s, and nobody is asked',
    (_, early, late) => {
      const one = by('sara', early, base, noted('2026-11-10'));
      const other = by('kim', late, base, noted('2026-11-20'));
      for (const known of [base, undefined])
        for (const both of [merge(known, one, other), merge(known, other, one)]) {
          expect(daysOf(both)).toEqual(['2026-11-10', '2027-11-10', 10]);
          expect(asked(both)).toEqual([]);
        }
    },
  );

  test('C1, X8: what met stays when a device that has the later one comes back', () => {
    const [one, other] = [
      by('sara', 1_000, base, noted('2026-11-10')),
      by('kim', 2_000, base, noted('2026-11-20')),
    ];
    const both = merge(base, one, other);
    for (const met of [
      merge(other, both, other),
      merge(one, both, other),
      merge(base, other, both),
    ])
      expect(daysOf(met)).toEqual(['2026-11-10', '2027-11-10', 10]);
  });

  test('C1, X8: three devices come to the same day, whoever meets first', () => {
    const days = constantFrom('2026-11-01', '2026-11-10', '2026-11-20', '2026-10-31');
    assert(
      property(days, days, days, (a, b, c) => {
        const [x, y, z] = [a, b, c].map((day, at) =>
          by(`p${at}`, 1_000 + at, base, noted(day)),
        ) as [Copy, Copy, Copy];
        const [left, right] = [
          merge(base, merge(base, x, y), z),
          merge(base, x, merge(base, y, z)),
        ];
        expect(daysOf(left)).toEqual(daysOf(right));
        expect(daysOf(left)[0]).toBe([a, b, c].toSorted()[0]);
        expect([asked(left), asked(right)]).toEqual([[], []]);
      }),
    );
  });
});

describe('C1, X8: an anniversary that someone said', () => {
  test.each([1_000, 3_000])(
    'C1, X8: against one that was counted it is asked about, and nothing else (%d)',
    (moment) => {
      const one = by('sara', moment, base, edited({ anniversary: '2027-06-08' }));
      const other = by('kim', 2_000, base, noted('2026-11-20'));
      for (const both of [merge(base, one, other), merge(base, other, one)]) {
        expect(asked(both)).toEqual(['anniversary']);
        // The day of the month is that of the current anniversary.
        expect(daysOf(both)).toEqual(
          moment > 2_000
            ? ['2026-11-20', '2027-06-08', undefined]
            : ['2026-11-20', '2027-11-20', 20],
        );
      }
    },
  );

  test('C1, X8: two days that were said are asked about', () => {
    const [one, other] = ['2027-06-08', '2027-06-18'].map((anniversary, at) =>
      by(`p${at}`, 1_000 + at, base, edited({ anniversary })),
    ) as [Copy, Copy];
    expect(asked(merge(base, one, other))).toEqual(['anniversary']);
  });

  test('C1, X8: one that was put right keeps no day of the month of the other device', () => {
    const counted = by('sara', 1_000, base, noted('2026-11-20'));
    const one = by('sara', 2_000, counted, edited({ anniversary: '2027-06-08' }));
    const other = by('kim', 3_000, counted, edited({ firstOrderOn: '2026-11-10' }));
    for (const both of [merge(counted, one, other), merge(counted, other, one)]) {
      expect(daysOf(both)).toEqual(['2026-11-10', '2027-11-10', 10]);
      expect(asked(both)).toEqual(['anniversary']);
    }
  });
});
