import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween } from '#core/day/day.ts';
import {
  priceForMonths,
  wholeMonths,
} from '#programmes/adobe-vip/rules/proration/proration-months.ts';

const monthsOf = (orderDate: string, anniversary: string, date?: number) => {
  const result = wholeMonths({ orderDate, anniversary, ...(date === undefined ? {} : { date }) });
  return result.ok ? result.value : result.problem;
};
const priceOf = (unitPrice: string, quantity: number, months: number) => {
  const result = priceForMonths({ unitPrice, quantity, months });
  return result.ok ? result.value : result.problem;
};

describe('whole months to the anniversary', () => {
  test('C4: both ways are shown, with the proration dates between', () => {
    expect(monthsOf('2026-11-20', '2027-04-19')).toEqual({
      termStart: '2026-04-19',
      termEnd: '2027-04-19',
      down: 4,
      up: 5,
      nextProrationDate: '2026-12-19',
      dates: ['2026-12-19', '2027-01-19', '2027-02-19', '2027-03-19', '2027-04-19'],
    });
  });

  test('C4: on a proration date no month is broken, and both ways are one', () => {
    expect(monthsOf('2026-12-19', '2027-04-19')).toMatchObject({
      down: 4,
      up: 4,
      nextProrationDate: '2026-12-19',
    });
    expect(monthsOf('2026-04-19', '2027-04-19')).toMatchObject({ down: 12, up: 12 });
  });

  test('C4: within the last month nothing is whole', () => {
    expect(monthsOf('2027-03-20', '2027-04-19')).toMatchObject({
      down: 0,
      up: 1,
      dates: ['2027-04-19'],
    });
    expect(monthsOf('2027-04-18', '2027-04-19')).toMatchObject({ down: 0, up: 1 });
  });

  test('C12: rule 28: an anniversary on the 31st has the last day of shorter months as its proration date', () => {
    expect(monthsOf('2027-01-31', '2027-07-31')).toMatchObject({
      dates: [
        '2027-01-31',
        '2027-02-28',
        '2027-03-31',
        '2027-04-30',
        '2027-05-31',
        '2027-06-30',
        '2027-07-31',
      ],
    });
    expect(monthsOf('2028-02-29', '2028-07-31')).toMatchObject({ down: 5, up: 5 });
    expect(monthsOf('2028-03-01', '2028-07-31')).toMatchObject({ down: 4, up: 5 });
  });

  test('C12: rule 28: an anniversary that its own month cut short keeps the number it is counted from', () => {
    expect(monthsOf('2026-12-15', '2027-02-28', 31)).toMatchObject({
      dates: ['2026-12-31', '2027-01-31', '2027-02-28'],
    });
    expect(monthsOf('2026-12-15', '2027-02-28')).toMatchObject({
      dates: ['2026-12-28', '2027-01-28', '2027-02-28'],
    });
  });

  test('C12: rule 33: from the anniversary on the next term counts, whole on its first day', () => {
    const next = { termStart: '2027-04-19', termEnd: '2028-04-19' };
    expect(monthsOf('2027-04-19', '2027-04-19')).toMatchObject({ ...next, down: 12, up: 12 });
    expect(monthsOf('2027-05-01', '2027-04-19')).toMatchObject({ ...next, down: 11, up: 12 });
    expect(monthsOf('2026-04-18', '2027-04-19')).toMatchObject({
      termEnd: '2026-04-19',
      down: 0,
      up: 1,
    });
    expect(monthsOf('2028-02-01', '2027-02-28', 29)).toMatchObject({ dates: ['2028-02-29'] });
  });

  test('C12: an invalid day has no months', () => {
    expect(monthsOf('', '2027-04-19')).toEqual({ code: 'not-a-day', field: 'orderDate' });
  });

  test('C12: down ≤ up ≤ down + 1, and the next date is the first of so many', () => {
    const days = fc.tuple(fc.integer({ min: 0, max: 9000 }), fc.integer({ min: 1, max: 365 }));
    fc.assert(
      fc.property(days, ([offset, before]) => {
        const anniversary = addDays('2016-02-27', offset);
        const orderDate = addDays(anniversary, -before);
        const result = wholeMonths({ orderDate, anniversary });
        if (!result.ok) throw new Error(result.problem.code);
        const { down, up, nextProrationDate, dates } = result.value;
        expect(up === down || up === down + 1).toBe(true);
        expect(up === down).toBe(nextProrationDate === orderDate);
        expect(dates[0]).toBe(nextProrationDate);
        expect(dates.at(-1)).toBe(anniversary);
        expect(dates).toHaveLength(down + 1);
        expect(
          nextProrationDate >= orderDate && daysBetween(orderDate, nextProrationDate) < 31,
        ).toBe(true);
        for (const [i, day] of dates.entries())
          if (i > 0)
            expect(daysBetween(dates[i - 1]!, day)).toSatisfy(
              (gap: number) => gap >= 28 && gap <= 31,
            );
      }),
      { numRuns: 500 },
    );
  });
});

describe('the price for whole months', () => {
  test.each([
    ['4188.00', 6, 4, '8376.00'],
    ['4188.00', 6, 5, '10470.00'],
    ['4188.00', 6, 12, '25128.00'],
    // Rounded once: a single licence's month would be 8.34.
    ['100.01', 3, 1, '25.00'],
    ['0.06', 1, 1, '0.01'],
    ['0.05', 1, 1, '0.00'],
    ['99999999999999.99', 599_000, 11, '54908333333333327842.50'],
  ])('C12: %s a year × %d for %d months is %s', (price, quantity, months, line) => {
    expect(priceOf(price, quantity, months)).toBe(line);
  });

  test.each([0, 13, 1.5, -1, Number.NaN])('C12: %d is no number of months of a term', (months) => {
    const params = { least: 1, most: 12 };
    expect(priceOf('100.00', 1, months)).toEqual({
      code: 'months-outside-term',
      field: 'months',
      params,
    });
  });

  test('C12: price and quantity are refused as by days', () => {
    expect(priceOf('x', 1, 1)).toEqual({ code: 'price-not-understood', field: 'unitPrice' });
    expect(priceOf('1.00', 0, 1)).toEqual({ code: 'quantity-not-whole', field: 'quantity' });
  });
});
