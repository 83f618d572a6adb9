import { assert, integer, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { longTermSince } from '#programmes/adobe-vip/rules/anniversary/first-term.ts';
import { levels10 } from '#programmes/adobe-vip/rules/level/level-editions.ts';
import { levelHeld } from '#programmes/adobe-vip/rules/level/level-held.ts';
import { lineByMonths } from '#programmes/adobe-vip/rules/proration/line-by-months.ts';
import { dateOf, monthDate } from '#programmes/adobe-vip/rules/anniversary/month-date.ts';
import { prorateByDays } from '#programmes/adobe-vip/rules/proration/proration-days.ts';
import { wholeMonths } from '#programmes/adobe-vip/rules/proration/proration-months.ts';
import type { VipCustomerData } from '#programmes/adobe-vip/rules/customer/vip-customer.ts';
import { addDays, daysBetween } from '#core/day/day.ts';
import { firstDuration, longestOf } from '#programmes/adobe-vip/screens/order/order-words.ts';
import { customerWith, orderLine, stepOf, vipOrderWith } from '#tests/factories/vip.ts';
import { anyDay } from '#tests/programmes/adobe-vip/rules/renewal/renewal-cases.ts';

const NEW = levels10;
type Given = Partial<Pick<VipCustomerData, 'firstOrderOn' | 'anniversary' | 'segment'>>;
const sinceOf = (given: Given, today?: string) =>
  longTermSince(customerWith(given).data, today === undefined ? {} : { today });

const yearsBefore = (day: string, years: number): string =>
  monthDate(day, -12 * years, dateOf(day));

describe('C4: how long a first term is', () => {
  test.each<readonly [string, Given, string | undefined, string | undefined]>([
    [
      'a day that the customer chose',
      { firstOrderOn: '2026-03-31', anniversary: '2028-01-15' },
      '2026-11-20',
      '2026-03-31',
    ],
    [
      'its last year',
      { firstOrderOn: '2026-03-31', anniversary: '2028-01-15' },
      '2027-03-31',
      undefined,
    ],
    [
      'a first order that is known, in any term',
      { firstOrderOn: '2025-02-01', anniversary: '2026-06-01' },
      '2026-02-01',
      undefined,
    ],
    [
      'nobody says what day it is',
      { firstOrderOn: '2026-03-31', anniversary: '2028-01-15' },
      undefined,
      undefined,
    ],
    [
      '36 months',
      { firstOrderOn: '2026-06-08', anniversary: '2029-06-08' },
      '2026-11-20',
      '2026-06-08',
    ],
    [
      'its last year',
      { firstOrderOn: '2026-06-08', anniversary: '2029-06-08' },
      '2028-06-08',
      undefined,
    ],
    ['no first order that is known', { anniversary: '2029-06-08' }, '2026-11-20', ''],
    ['a year', { firstOrderOn: '2026-06-08', anniversary: '2027-06-08' }, '2026-11-20', undefined],
    [
      'one from an authorization',
      { firstOrderOn: '2024-01-16', anniversary: '2026-01-10' },
      undefined,
      undefined,
    ],
    [
      'a later anniversary of a year',
      { firstOrderOn: '2024-06-08', anniversary: '2027-06-08' },
      '2026-11-20',
      undefined,
    ],
    ['one that an early renewal moved', { anniversary: '2027-12-13' }, '2026-11-20', undefined],
    ['48 months in schools', { anniversary: '2030-11-01', segment: 'EDU' }, '2026-11-20', ''],
    [
      '48 months in a company, which there are not',
      { anniversary: '2030-11-01', segment: 'COM' },
      '2026-11-20',
      undefined,
    ],
    [
      'a year that was typed wrong',
      { anniversary: '2062-06-08', segment: '' },
      '2026-11-20',
      undefined,
    ],
    ['no anniversary', { firstOrderOn: '2026-06-08', anniversary: '' }, '2026-11-20', undefined],
  ])('C4: %s', (_, given, today, since) => {
    expect(sinceOf(given, today)).toBe(since);
  });

  test('C4: the 13 months of 2013, counted from the terms', () => {
    const of2013 = (first: string, anniversary: string, termsOn = '2013-11-17') => {
      const steps = [stepOf('terms-accepted', termsOn)];
      return longTermSince(customerWith({ firstOrderOn: first, anniversary }, steps).data, {
        steps,
      });
    };
    expect(of2013('2013-11-20', '2014-12-17')).toBe('2013-11-20');
    expect(of2013('', '2014-12-17')).toBe('');
    expect(of2013('2013-12-17', '2014-12-17')).toBeUndefined();
    expect(of2013('2013-11-20', '2015-12-17')).toBeUndefined();
    expect(of2013('2013-11-20', '2014-12-17', '2013-11-18')).toBeUndefined();
  });

  test('C4: whatever the first order that is known, a term is a year unless its anniversary is further away than any renewal', () => {
    assert(
      property(anyDay, anyDay, integer({ min: 0, max: 395 }), (first, anniversary, ahead) => {
        const today = addDays(
          anniversary,
          -Math.min(ahead, daysBetween(yearsBefore(anniversary, 1), anniversary) + 30),
        );
        return sinceOf({ firstOrderOn: first, anniversary }, today) === undefined;
      }),
    );
  });

  test('C4: after a renewal every term is a year (S17)', () => {
    const { data } = customerWith({ anniversary: '2029-06-08' });
    const today = '2026-11-20';
    expect(longTermSince(data, { today })).toBe('');
    const closed = stepOf('renewal-closed', '2026-06-01', { anniversary: '2026-06-08' });
    expect(longTermSince(data, { today, steps: [closed] })).toBeUndefined();
    const renewal = vipOrderWith({ orderType: 'renewal', renews: '2026-06-08' });
    expect(longTermSince(data, { today, orders: [renewal] })).toBeUndefined();
  });
});

describe('C12: what is ordered in a first term that is longer than a year', () => {
  const of2013 = { anniversary: '2014-12-17', since: '2013-11-17' };

  test('C12: 13 months: the broken one left out, those from the first proration date on are charged (R1)', () => {
    const asked = { ...of2013, orderDate: '2013-11-20' };
    expect(wholeMonths(asked)).toMatchObject({
      value: {
        termStart: '2013-11-17',
        termEnd: '2014-12-17',
        nextProrationDate: '2013-12-17',
        down: 12,
        up: 13,
      },
    });
    expect(firstDuration({ ...asked, programme: 'vip' })).toEqual({ count: 12, unit: 'months' });
    expect(firstDuration({ ...asked, programme: 'vip-marketplace' })).toEqual({
      count: 392,
      unit: 'days',
    });
    expect(longestOf({ ...asked, programme: 'vip' })).toEqual({ months: 13, days: 392 });
    expect(longestOf({ ...asked, since: undefined, programme: 'vip' })).toEqual({
      months: 12,
      days: 366,
    });
  });

  test.each([
    ['2026-06-08', 36, 36, '3600.00'],
    ['2026-11-20', 30, 31, '3000.00'],
    ['2028-06-08', 12, 12, '1200.00'],
    ['2029-06-07', 0, 1, ''],
    // Rule 33, and the term after it is a year.
    ['2029-06-08', 12, 12, '1200.00'],
    ['2029-06-09', 11, 12, '1100.00'],
  ])('C12: 36 months, ordered on %s: %d or %d months', (orderDate, down, up, downPrice) => {
    const asked = { orderDate, anniversary: '2029-06-08', since: '2026-06-08' };
    expect(lineByMonths({ ...asked, unitPrice: '1200.00', quantity: 1 })).toMatchObject({
      value: { down, up, downPrice },
    });
  });

  test('C12: by days the price of a day is that of the year before the anniversary (adobe.md §3)', () => {
    const asked = { orderDate: '2026-11-20', anniversary: '2028-12-13', since: '' };
    expect(prorateByDays({ ...asked, unitPrice: '366.00', quantity: 1 })).toMatchObject({
      value: {
        days: 754,
        termStart: '2026-11-20',
        yearStart: '2027-12-13',
        yearDays: 366,
        line: '754.00',
      },
    });
    const within = prorateByDays({
      ...asked,
      orderDate: '2028-01-01',
      unitPrice: '366.00',
      quantity: 1,
    });
    expect(within).toMatchObject({
      value: { days: 347, termStart: '2027-12-13', leapDay: '2028-02-29' },
    });
  });

  test('C12: days and months run to the anniversary from any day of a term of 12 to 48 months', () => {
    assert(
      property(
        anyDay,
        integer({ min: 12, max: 48 }),
        integer({ min: 0, max: 1461 }),
        (since, months, later) => {
          const anniversary = monthDate(since, months, dateOf(since));
          const orderDate = addDays(since, later % daysBetween(since, anniversary));
          const asked = { orderDate, anniversary, since, date: dateOf(since) };
          const [byDays, byMonths] = [
            prorateByDays({ ...asked, unitPrice: '1.00', quantity: 1 }),
            wholeMonths(asked),
          ];
          if (!byDays.ok || !byMonths.ok) return false;
          const { down, up, dates, nextProrationDate } = byMonths.value;
          return (
            byDays.value.days === daysBetween(orderDate, anniversary) &&
            dates.length === down + 1 &&
            dates.at(-1) === anniversary &&
            up === (nextProrationDate === orderDate ? down : down + 1) &&
            up <= months &&
            nextProrationDate >= orderDate
          );
        },
      ),
    );
  });

  test('C14: a first order that is only the first one known holds no level beyond its year, nor longer months', () => {
    const order = vipOrderWith({ orderDate: '2025-02-01', lines: { a: orderLine(60) } });
    const of = (programme: VipCustomerData['programme']) =>
      customerWith({
        firstOrderOn: '2025-02-01',
        anniversary: '2026-06-01',
        level: '1',
        programme,
      });
    const levelIn = (programme: VipCustomerData['programme']) =>
      levelHeld({ ...under, customer: of(programme) }, '2026-02-01', NEW, '2026-02-01');
    const under = { authorizations: [], orders: [order], returns: [] };
    expect(levelIn('vip-marketplace')).toBe('1');
    // VIP's look-back of 1 May 2025 holds.
    expect(levelIn('vip')).toBe('3');
    const customer = of('vip');
    const since = longTermSince(customer.data, { orders: [order], today: '2026-02-01' });
    const asked = { orderDate: '2025-04-01', anniversary: '2026-06-01', since };
    expect(wholeMonths(asked)).toMatchObject({ value: { termEnd: '2025-06-01', down: 2 } });
  });

  test('C14: an order of its first year still holds its level in the second', () => {
    const order = vipOrderWith({ orderDate: '2026-06-08', lines: { a: orderLine(60) } });
    const small = vipOrderWith({ orderDate: '2026-06-09', lines: { a: orderLine(9) } }, 'order-2');
    const customer = customerWith({
      firstOrderOn: '2026-06-08',
      anniversary: '2029-06-08',
      level: '1',
    });
    const book = { customer, authorizations: [], orders: [order, small], returns: [] };
    const [day, today] = ['2027-12-01', '2027-12-01'];
    expect(levelHeld(book, day, NEW, today)).toBe('3');
    expect(levelHeld({ ...book, orders: [small] }, day, NEW, today)).toBe('1');
  });
});
