import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween, type Day } from '#core/day/day.ts';
import { toCents } from '#core/money.ts';
import { dateOf, monthDate } from '#programmes/adobe-vip/rules/anniversary/month-date.ts';
import { prorateByDays } from '#programmes/adobe-vip/rules/proration/proration-days.ts';
import fixture from '#tests/fixtures/adobe/proration-cases.json' with { type: 'json' };

const reckoned = (unitPrice: string, quantity: number, orderDate: Day, anniversary: Day) => {
  const result = prorateByDays({ unitPrice, quantity, orderDate, anniversary });
  return result.ok ? result.value : result.problem;
};

/**
 * The meaning of the refusals in the case table: the term that ends is refused, and the next one
 * counted.
 */
const REFUSALS: Readonly<Record<string, object>> = {
  'order on the anniversary belongs to the next term': {
    termStart: '2027-03-15',
    termEnd: '2028-03-15',
    days: 366,
  },
  'quantity must be a whole number above 0': { code: 'quantity-not-whole' },
};

describe('the line by days', () => {
  test.each(fixture.cases)(
    'C12: case $id: $note',
    ({ unitPrice, quantity, orderDate, anniversary, expected }) => {
      const { refuse } = expected as { refuse?: string };
      const wanted = refuse === undefined ? expected : REFUSALS[refuse]!;
      expect(reckoned(unitPrice, quantity, orderDate, anniversary)).toMatchObject(wanted);
    },
  );

  test('C12: the case table is the whole of it, refusals included', () => {
    expect(fixture.cases).toHaveLength(13);
    expect(fixture.cases.filter(({ expected }) => 'refuse' in expected)).toHaveLength(2);
  });

  test('C12: rule 29: 228 days of 173.28 cost 108.24', () => {
    expect(reckoned('173.28', 1, '2022-07-25', '2023-03-10')).toMatchObject({
      days: 228,
      line: '108.24',
      leapDay: '',
    });
  });

  test('C12: rule 30: the term holds a leap day, the divisor is 366', () => {
    expect(reckoned('173.28', 1, '2020-02-16', '2020-03-10')).toMatchObject({
      days: 23,
      yearDays: 366,
      leapDay: '2020-02-29',
      termStart: '2019-03-10',
      line: '10.89',
    });
  });

  test('C12: rule 31: a full leap term costs the yearly price', () => {
    expect(reckoned('173.28', 1, '2019-03-10', '2020-03-10')).toMatchObject({
      days: 366,
      line: '173.28',
    });
  });

  test('C12: rule 32: a leap day counts by the term, not by the year of the order', () => {
    expect(reckoned('1200.00', 5, '2027-12-01', '2028-03-01')).toMatchObject({
      yearDays: 366,
      line: '1491.80',
    });
    expect(reckoned('1200.00', 5, '2024-12-10', '2025-04-01')).toMatchObject({
      yearDays: 365,
      line: '1841.10',
    });
    // The leap day is the first of the term, and the day after its last.
    expect(reckoned('1200.00', 1, '2028-03-01', '2029-02-28')).toMatchObject({ yearDays: 366 });
    expect(reckoned('1200.00', 1, '2027-03-01', '2028-02-29')).toMatchObject({
      yearDays: 366,
      leapDay: '',
    });
    expect(reckoned('1200.00', 1, '2028-03-01', '2029-03-01')).toMatchObject({
      yearDays: 365,
      leapDay: '',
    });
  });

  test('C12: rule 33: the day before the anniversary is one day; the anniversary belongs to the next term', () => {
    expect(reckoned('2280.00', 3, '2027-03-14', '2027-03-15')).toMatchObject({
      days: 1,
      line: '18.74',
    });
    const next = { termStart: '2027-03-15', termEnd: '2028-03-15', yearDays: 366 };
    expect(reckoned('2280.00', 3, '2027-03-15', '2027-03-15')).toMatchObject({
      ...next,
      days: 366,
      line: '6840.00',
    });
    expect(reckoned('2280.00', 3, '2027-04-01', '2027-03-15')).toMatchObject({
      ...next,
      days: 349,
    });
  });

  test('C12: rule 34: rounded once, 850.68 and not 850.70', () => {
    expect(reckoned('345.00', 10, '2026-10-01', '2026-12-30')).toMatchObject({
      exactLine: '850.6849311',
      line: '850.68',
    });
  });

  test('C12: a whole term that ends or begins on 29 February costs the price of a year, by its own days', () => {
    const whole = (orderDate: Day, anniversary: Day, date: number) => {
      const result = prorateByDays({
        unitPrice: '173.28',
        quantity: 1,
        orderDate,
        anniversary,
        date,
      });
      return result.ok ? result.value : result.problem;
    };
    expect(whole('2027-02-28', '2028-02-29', 29)).toMatchObject({
      days: 366,
      yearDays: 366,
      leapDay: '',
      termStart: '2027-02-28',
      line: '173.28',
    });
    expect(whole('2028-02-29', '2028-02-29', 29)).toMatchObject({
      days: 365,
      yearDays: 365,
      leapDay: '2028-02-29',
      termEnd: '2029-02-28',
      line: '173.28',
    });
    expect(whole('2027-02-28', '2028-02-28', 28)).toMatchObject({
      days: 365,
      yearDays: 365,
      line: '173.28',
    });
    expect(whole('2028-02-28', '2028-02-28', 28)).toMatchObject({
      days: 366,
      yearDays: 366,
      line: '173.28',
    });
    expect(reckoned('366.00', 1, '2027-12-31', '2028-02-29')).toMatchObject({
      days: 60,
      line: '60.00',
    });
    expect(reckoned('365.00', 1, '2027-02-27', '2028-02-29')).toMatchObject({
      days: 1,
      termEnd: '2027-02-28',
    });
  });

  test('C12: a whole term costs the price of a year however many licences there are, and one day less costs less', () => {
    // Nine decimals of a day, times 365 and 599,000, would be a cent and more off.
    expect(reckoned('173.28', 599_000, '2022-03-10', '2023-03-10')).toMatchObject({
      line: '103794720.00',
    });
    expect(reckoned('100.01', 599_000, '2022-03-10', '2023-03-10')).toMatchObject({
      line: '59905990.00',
    });
    expect(reckoned('173.28', 599_000, '2022-03-11', '2023-03-10')).toMatchObject({
      days: 364,
      line: '103510350.90',
    });
  });

  test('C12: whatever the anniversary, 29 February by both choices included: above 0, never beyond a year, less each day', () => {
    const leapDays = fc.constantFrom<[Day, number]>(
      ['2027-02-28', 28],
      ['2027-02-28', 29],
      ['2028-02-28', 28],
      ['2028-02-29', 29],
      ['2029-02-28', 29],
    );
    const others = fc
      .integer({ min: 0, max: 9000 })
      .map((n) => addDays('2016-01-01', n))
      .map((day): [Day, number] => [day, dateOf(day)]);
    const prices = fc.bigInt({ min: 200n, max: 10n ** 7n });
    const quantities = fc.integer({ min: 1, max: 599_000 });
    const terms = fc.integer({ min: -5, max: 5 });
    fc.assert(
      fc.property(
        fc.oneof(leapDays, others),
        prices,
        quantities,
        terms,
        ([from, date], cents, quantity, years) => {
          const anniversary = monthDate(from, years * 12, date);
          const start = monthDate(anniversary, -12, date);
          const unitPrice = `${cents / 100n}.${String(cents % 100n).padStart(2, '0')}`;
          let last: bigint | undefined;
          for (let orderDate = start; orderDate < anniversary; orderDate = addDays(orderDate, 1)) {
            const result = prorateByDays({ unitPrice, quantity, orderDate, anniversary, date });
            if (!result.ok) throw new Error(result.problem.code);
            const { line, termStart, yearDays } = result.value;
            const sum = toCents(line);
            expect({ termStart, yearDays }).toEqual({
              termStart: start,
              yearDays: daysBetween(start, anniversary),
            });
            if (last === undefined) expect(sum).toBe(cents * BigInt(quantity));
            else expect(sum < last || (quantity === 1 && sum <= last)).toBe(true);
            expect(sum > 0n).toBe(true);
            last = sum;
          }
        },
      ),
      { numRuns: 30 },
    );
  });

  test('C12: every step of the formula, as the calculator shows it', () => {
    expect(reckoned('4188.00', 6, '2026-11-20', '2027-04-19')).toEqual({
      days: 150,
      yearStart: '2026-04-19',
      yearDays: 365,
      termStart: '2026-04-19',
      termEnd: '2027-04-19',
      leapDay: '',
      daily: '11.473972603',
      exactLine: '10326.5753427',
      line: '10326.58',
    });
  });

  test('C12: exactly half a cent goes up', () => {
    // 1.825 ÷ 365 = 0.005 a day.
    expect(reckoned('1.825', 1, '2027-03-14', '2027-03-15')).toMatchObject({
      daily: '0.005000000',
      line: '0.01',
    });
  });

  test('C12: an order of an earlier term is counted in it', () => {
    expect(reckoned('100.00', 1, '2026-03-14', '2027-03-15')).toMatchObject({
      days: 1,
      termEnd: '2026-03-15',
    });
    expect(reckoned('100.00', 1, '2026-03-15', '2027-03-15')).toMatchObject({
      days: 365,
      line: '100.00',
    });
  });

  test.each([
    ['', 1, '2027-03-01', '2027-03-15', 'price-not-understood', 'unitPrice'],
    ['12,50', 1, '2027-03-01', '2027-03-15', 'price-not-understood', 'unitPrice'],
    ['-1.00', 1, '2027-03-01', '2027-03-15', 'price-not-understood', 'unitPrice'],
    ['1.00', 1.5, '2027-03-01', '2027-03-15', 'quantity-not-whole', 'quantity'],
    ['1.00', -1, '2027-03-01', '2027-03-15', 'quantity-not-whole', 'quantity'],
    ['1.00', Number.NaN, '2027-03-01', '2027-03-15', 'quantity-not-whole', 'quantity'],
    ['1.00', 1, '', '2027-03-15', 'not-a-day', 'orderDate'],
    ['1.00', 1, '2027-03-01', '2027-02-29', 'not-a-day', 'anniversary'],
  ] as const)(
    'C12: %s × %d from %s to %s is refused: %s',
    (price, quantity, from, to, code, field) => {
      expect(reckoned(price, quantity, from, to)).toEqual({ code, field });
    },
  );

  test('C12: rule 33: whatever the day and the anniversary, the term holds the day: 1 to 366 days, and no more than it has', () => {
    const days = fc.integer({ min: 0, max: 9000 }).map((n) => addDays('2016-01-01', n));
    fc.assert(
      fc.property(days, days, (orderDate, anniversary) => {
        const result = prorateByDays({ unitPrice: '365.00', quantity: 1, orderDate, anniversary });
        if (!result.ok) throw new Error(result.problem.code);
        const { termStart, termEnd, days: left } = result.value;
        expect(termStart <= orderDate && orderDate < termEnd).toBe(true);
        expect(left).toBeGreaterThanOrEqual(1);
        expect(addDays(orderDate, left)).toBe(termEnd);
        const [start, end] = [Number(termStart.slice(0, 4)), Number(termEnd.slice(0, 4))];
        expect(end - start).toBe(1);
      }),
      { numRuns: 500 },
    );
  });

  /**
   * Days walked one by one, a quotient written digit by digit as at school, and fractions compared
   * crosswise.
   */
  const slowly = (cents: bigint, quantity: number, orderDate: Day, anniversary: Day) => {
    let days = 0;
    for (let day = orderDate; day < anniversary; day = addDays(day, 1)) days += 1;
    const year = String(Number(anniversary.slice(0, 4)) - 1);
    let holdsLeapDay = false;
    for (let day = `${year}${anniversary.slice(4)}`; day < anniversary; day = addDays(day, 1))
      holdsLeapDay ||= day.endsWith('-02-29');
    const divisor = holdsLeapDay ? 366n : 365n;
    let [rest, digits] = [cents, 0n];
    for (let i = -1; i < 7; i += 1) {
      digits = digits * 10n + rest / divisor;
      rest = (rest % divisor) * 10n;
    }
    // `rest` is the next digit's: five of ten and more go up.
    const daily = digits + (rest / divisor >= 5n ? 1n : 0n);
    // A whole term is the price of a year, which no rounded day adds to.
    const each = days === Number(divisor) ? cents * 10n ** 7n : daily * BigInt(days);
    return { days, yearDays: Number(divisor), daily, line: each * BigInt(quantity) };
  };

  test('C12: the formula agrees with a slow reckoning of whole numbers', () => {
    const anniversaries = fc
      .integer({ min: 0, max: 6000 })
      .map((n) => addDays('2020-01-01', n))
      .filter((day) => !day.endsWith('02-29'));
    const input = [
      fc.bigInt({ min: 0n, max: 10n ** 9n }),
      fc.integer({ min: 1, max: 599_000 }),
    ] as const;
    fc.assert(
      fc.property(
        ...input,
        anniversaries,
        fc.integer({ min: 1, max: 365 }),
        (cents, quantity, anniversary, before) => {
          const orderDate = addDays(anniversary, -before);
          const slow = slowly(cents, quantity, orderDate, anniversary);
          const price = `${cents / 100n}.${String(cents % 100n).padStart(2, '0')}`;
          const result = prorateByDays({ unitPrice: price, quantity, orderDate, anniversary });
          if (!result.ok) throw new Error(result.problem.code);
          const { days, yearDays, daily, line } = result.value;
          expect({ days, yearDays, daily }).toEqual({
            days: slow.days,
            yearDays: slow.yearDays,
            daily: `${slow.daily / 10n ** 9n}.${String(slow.daily % 10n ** 9n).padStart(9, '0')}`,
          });
          // Ten million units of the ninth decimal are a cent; half of them up, less than half
          // down.
          const off = toCents(line) * 10n ** 7n - slow.line;
          expect(off > -5n * 10n ** 6n && off <= 5n * 10n ** 6n).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });
});
