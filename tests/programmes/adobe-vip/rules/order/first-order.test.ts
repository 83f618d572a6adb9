import { assert, array, integer, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  firstOrderKnown,
  type PlacedOrders,
} from '#programmes/adobe-vip/rules/order/first-order.ts';
import { dateOf, monthDate } from '#programmes/adobe-vip/rules/anniversary/month-date.ts';
import type { VipCustomerData } from '#programmes/adobe-vip/rules/customer/vip-customer.ts';
import { addDays } from '#core/day/day.ts';
import { customerWith, stepOf } from '#tests/factories/vip.ts';
import { anyDay } from '#tests/programmes/adobe-vip/rules/renewal/renewal-cases.ts';

const NEW_2018 = { 'adobe-vip.anniversary.vip': 'adobe-vip.anniversary-2018' };
const placed = (days: readonly string[], authorizedOn: readonly string[] = []): PlacedOrders => ({
  orders: days.map((day) => ({
    orderDate: day.slice(0, 10),
    orderType: day.endsWith('R') ? 'renewal' : 'new',
  })),
  authorizedOn,
});
const known = (
  given: Partial<VipCustomerData>,
  days: readonly string[],
  authorizedOn: readonly string[] = [],
  steps: Parameters<typeof customerWith>[1] = [],
) =>
  firstOrderKnown(customerWith({ anniversary: '', ...given }, steps), placed(days, authorizedOn));

describe('C1: the earliest order that is known sets the anniversary', () => {
  test.each<readonly [string, readonly string[], object | undefined]>([
    ['no order', [], undefined],
    [
      'one',
      ['2026-11-20'],
      { firstOrderOn: '2026-11-20', anniversary: '2027-11-20', anniversaryDay: 20 },
    ],
    [
      'the later one first',
      ['2026-11-20', '2026-03-31'],
      { firstOrderOn: '2026-03-31', anniversary: '2027-03-31' },
    ],
    [
      'one of the next term',
      ['2024-06-08', '2026-07-01'],
      { firstOrderOn: '2024-06-08', anniversary: '2027-06-08' },
    ],
    [
      'one on the anniversary',
      ['2025-06-08', '2026-06-08'],
      { firstOrderOn: '2025-06-08', anniversary: '2027-06-08' },
    ],
    [
      'a renewal of its term',
      ['2025-06-08', '2026-05-20R'],
      { firstOrderOn: '2025-06-08', anniversary: '2026-06-08' },
    ],
    [
      'renewals of each',
      ['2023-06-08', '2024-05-20R', '2026-06-10R'],
      { anniversary: '2026-06-08' },
    ],
    ['a renewal before it', ['2026-02-01R', '2026-03-31'], undefined],
    ['a renewal that is of another anniversary', ['2026-01-10', '2026-07-01R'], undefined],
  ])('C1: rule 25: %s', (_, days, expected) => {
    const found = known({}, days);
    if (expected === undefined) expect(found).toBeUndefined();
    else expect(found).toMatchObject(expected);
  });

  test('C1: an anniversary that someone said is not moved, one that a later order set is', () => {
    const earlier = ['2026-11-10', '2026-03-31'];
    expect(known({ anniversary: '2027-06-08' }, earlier)).toBeUndefined();
    const byLater = { firstOrderOn: '2026-11-10', anniversary: '2027-11-10', anniversaryDay: 10 };
    const counted = { firstOrderOn: '2026-03-31', anniversary: '2027-03-31', anniversaryDay: 31 };
    expect(known(byLater, earlier)).toEqual(counted);
    expect(known({ ...byLater, anniversary: '2027-06-08' }, earlier)).toEqual({
      firstOrderOn: '2026-03-31',
    });
    const closed = stepOf('renewal-closed', '2027-11-01', { anniversary: '2027-11-10' });
    expect(known(byLater, earlier, [], [closed])).toEqual({ firstOrderOn: '2026-03-31' });
    expect(known(byLater, ['2026-11-10', '2026-12-01'])).toBeUndefined();
  });

  test.each<readonly [string, Partial<VipCustomerData>, readonly string[], string | undefined]>([
    ['an earlier order', { anniversary: '2027-01-16' }, [], undefined],
    ['one beside a later term', { anniversary: '2027-01-16' }, ['2024-03-01'], undefined],
    ['of the next year alone', { anniversary: '2025-01-16' }, [], undefined],
    ['counted', { anniversary: '2024-01-16' }, [], '2024-01-10'],
    ['counted from a later order', { anniversary: '2027-01-16' }, ['2026-03-01'], '2027-01-10'],
  ])(
    'C1: an anniversary beyond what the orders reach was said, and stays: %s',
    (_, given, later, expected) => {
      const data = { firstOrderOn: '2023-01-16', anniversaryDay: 16, ...given };
      const found = known(data, ['2023-01-16', '2023-01-10', ...later]);
      expect([found?.firstOrderOn, found?.anniversary]).toEqual(['2023-01-10', expected]);
    },
  );

  test('C1: what was said of later years is not thrown back by an earlier order, whichever day it is of', () => {
    assert(
      property(
        anyDay,
        integer({ min: 1, max: 9 }),
        integer({ min: 1, max: 400 }),
        (first, years, sooner) => {
          const [counted] = [known({}, [first])];
          const fields = {
            ...counted,
            anniversary: monthDate(counted!.anniversary!, years * 12, dateOf(first)),
          };
          const earlier = addDays(first, -sooner);
          expect(known(fields, [first, earlier])).toEqual({ firstOrderOn: earlier });
        },
      ),
    );
  });

  test('C1: rule 27: in the edition of 2018 the earliest authorization counts, whichever order it is of', () => {
    const customer = customerWith({ anniversary: '', editions: NEW_2018 });
    expect(firstOrderKnown(customer, placed(['2024-01-16'], ['2024-01-12', '2024-01-10']))).toEqual(
      {
        firstOrderOn: '2024-01-16',
        anniversary: '2025-01-10',
        anniversaryDay: 10,
      },
    );
  });

  test('C1: what was written down once says nothing new, in whatever order the orders came', () => {
    assert(
      property(array(anyDay, { minLength: 1, maxLength: 5 }), (days) => {
        const all = known({}, days);
        const oneByOne = days.reduce<Partial<VipCustomerData>>(
          (data, _, at) => ({ ...data, ...known(data, days.slice(0, at + 1)) }),
          {},
        );
        expect(known({ ...all }, days)).toBeUndefined();
        expect(all?.firstOrderOn).toBe(days.toSorted()[0]);
        return (
          oneByOne.firstOrderOn === all?.firstOrderOn &&
          oneByOne.anniversaryDay === all?.anniversaryDay
        );
      }),
    );
  });
});
