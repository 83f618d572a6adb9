import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineByMonths } from '#programmes/adobe-vip/rules/proration/line-by-months.ts';
import { dateOf, monthDate } from '#programmes/adobe-vip/rules/anniversary/month-date.ts';
import { addDays, type Day } from '#core/day/day.ts';
import { toCents } from '#core/money.ts';

const order = {
  unitPrice: '4188.00',
  quantity: 6,
  orderDate: '2026-11-20',
  anniversary: '2027-04-19',
};

test('C12: a broken month is priced both ways', () => {
  expect(lineByMonths(order)).toMatchObject({
    value: {
      down: 4,
      downPrice: '8376.00',
      up: 5,
      upPrice: '10470.00',
      nextProrationDate: '2026-12-19',
    },
  });
});

test('C12: within the last month there is no whole one, and no price of it', () => {
  expect(lineByMonths({ ...order, orderDate: '2027-03-20' })).toMatchObject({
    value: { down: 0, downPrice: '', up: 1, upPrice: '2094.00' },
  });
});

test('C12: ordered on a proration date both are the same', () => {
  expect(lineByMonths({ ...order, orderDate: '2026-12-19' })).toMatchObject({
    value: { down: 4, downPrice: '8376.00', up: 4, upPrice: '8376.00' },
  });
});

test.each([
  [{ unitPrice: 'x' }, 'price-not-understood'],
  [{ quantity: 0 }, 'quantity-not-whole'],
  [{ orderDate: '2027-02-29' }, 'not-a-day'],
])('C12: what cannot be reckoned is refused: %j, %s', (given, code) => {
  expect(lineByMonths({ ...order, ...given })).toMatchObject({ ok: false, problem: { code } });
});

test('C12: whatever the anniversary, 29 February by both choices included, months cost above 0 and never more than a year', () => {
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
  fc.assert(
    fc.property(
      fc.oneof(leapDays, others),
      fc.integer({ min: -5, max: 5 }),
      ([from, date], years) => {
        const anniversary = monthDate(from, years * 12, date);
        const start = monthDate(anniversary, -12, date);
        let last: bigint | undefined;
        for (let orderDate = start; orderDate < anniversary; orderDate = addDays(orderDate, 1)) {
          const line = lineByMonths({
            ...order,
            unitPrice: '173.28',
            quantity: 7,
            orderDate,
            anniversary,
            date,
          });
          if (!line.ok) throw new Error(line.problem.code);
          const { downPrice, upPrice, down, up, termStart } = line.value;
          const sum = toCents(upPrice);
          expect(termStart).toBe(start);
          if (last === undefined)
            expect([down, up, downPrice, upPrice]).toEqual([12, 12, '1212.96', '1212.96']);
          else expect(sum <= last).toBe(true);
          expect(sum > 0n && (downPrice === '' || toCents(downPrice) <= sum)).toBe(true);
          last = sum;
        }
      },
    ),
    { numRuns: 15 },
  );
});
