import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#core/day/day.ts';
import { urgencyOf } from '#core/reminder/deadline.ts';
import { creditOrder } from '#programmes/apple-credit/rules/order/credit-order.ts';
import { inbox90, inboxEditions } from '#programmes/apple-credit/rules/editions.ts';
import {
  countOn,
  inboxCount,
  orderState,
} from '#programmes/apple-credit/rules/order/order-life.ts';
import { orderWith } from '#tests/factories/credit.ts';

const arrived = (day: string) =>
  orderWith([
    ['ordered', addDays(day, -7)],
    ['ready', day],
  ]);
const on = (order: ReturnType<typeof orderWith>, today: string) => {
  const count = inboxCount(order.data, order.steps);
  const deadline = creditOrder.deadlines(order)[0];
  return {
    state: orderState(order.data, order.steps, today),
    ...(count === undefined ? {} : countOn(count, today)),
    ...(deadline === undefined ? {} : { urgency: urgencyOf(deadline, today) }),
  };
};

describe('ninety days in the inbox', () => {
  test.each([
    { day: 0, today: '2026-09-04', left: 90, state: 'ready', urgency: 'calm' },
    { day: 1, today: '2026-09-05', left: 89, state: 'ready', urgency: 'calm' },
    { day: 60, today: '2026-11-03', left: 30, state: 'ready', urgency: 'calm' },
    { day: 75, today: '2026-11-18', left: 15, state: 'ready', urgency: 'calm' },
    { day: 76, today: '2026-11-19', left: 14, state: 'ready', urgency: 'soon' },
    { day: 77, today: '2026-11-20', left: 13, state: 'ready', urgency: 'soon' },
    { day: 80, today: '2026-11-23', left: 10, state: 'ready', urgency: 'soon' },
    { day: 88, today: '2026-12-01', left: 2, state: 'ready', urgency: 'soon' },
    { day: 90, today: '2026-12-03', left: 0, state: 'ready', urgency: 'soon' },
    { day: 91, today: '2026-12-04', left: -1, state: 'expired', urgency: 'late' },
    { day: 120, today: '2027-01-02', left: -30, state: 'expired', urgency: 'late' },
  ])(
    'A7: the mail came 4 September; $today is day $day, $left left, $state',
    ({ today, ...expected }) => {
      expect(on(arrived('2026-09-04'), today)).toEqual({ ...expected, of: 90 });
    },
  );

  test.each([
    ['over a leap day', '2028-01-01', '2028-03-31'],
    ['without one', '2027-01-01', '2027-04-01'],
    ['begun on a leap day', '2028-02-29', '2028-05-29'],
    ['over new year', '2026-12-01', '2027-03-01'],
    ['over the change to summer time', '2027-03-20', '2027-06-18'],
    ['over the change to winter time', '2026-10-20', '2027-01-18'],
  ])('A7: ninety days %s', (_, from, lastDay) => {
    const order = arrived(from);
    expect(creditOrder.deadlines(order)).toMatchObject([
      { from, on: lastDay, edition: 'apple-credit.inbox-90' },
    ]);
    expect(orderState(order.data, order.steps, lastDay)).toBe('ready');
    expect(orderState(order.data, order.steps, addDays(lastDay, 1))).toBe('expired');
  });

  test('A7: warnings are on days 60, 80, 88 and 90', () => {
    expect(inbox90.warnings).toEqual([60, 80, 88, 90]);
    const deadline = creditOrder.deadlines(arrived('2026-09-04'))[0];
    expect(deadline?.reminders).toEqual({ before: [30, 10, 2, 0] });
  });

  test.each(inboxEditions)('A7: $id warns on rising days, last on its last day', (edition) => {
    expect(edition.warnings).toEqual(edition.warnings.toSorted((a, b) => a - b));
    expect(edition.warnings.at(-1)).toBe(edition.value);
  });

  test('A4: until the day of the mail is entered, the order date counts and is marked as provisional', () => {
    const ordered = orderWith([['ordered', '2026-08-28']], { orderDate: '2026-08-28' });
    expect(creditOrder.deadlines(ordered)).toMatchObject([
      { from: '2026-08-28', on: '2026-11-26', provisional: true },
    ]);
    const validated = orderWith([
      ['ordered', '2026-08-28'],
      ['validated', '2026-08-31'],
    ]);
    expect(creditOrder.deadlines(validated)).toMatchObject([
      { from: '2026-08-28', provisional: true },
    ]);
    const ready = orderWith(
      [
        ['ordered', '2026-08-28'],
        ['ready', '2026-09-04'],
      ],
      { orderDate: '2026-08-28' },
    );
    expect(creditOrder.deadlines(ready)).toMatchObject([{ from: '2026-09-04', on: '2026-12-03' }]);
    expect(creditOrder.deadlines(ready)[0]).not.toHaveProperty('provisional');
  });

  test('A4: a provisional count that has passed warns, but does not call the order expired', () => {
    const order = orderWith([['ordered', '2026-08-01']], { orderDate: '2026-08-01' });
    expect(on(order, '2026-11-20')).toMatchObject({ state: 'ordered', left: -21, urgency: 'late' });
  });

  test('A4: a draft has no count, even with an order date', () => {
    expect(creditOrder.deadlines(orderWith([], { orderDate: '2026-08-28' }))).toEqual([]);
  });

  test.each(['downloaded', 'redeemed', 'lost', 'cancelled', 'rejected'] as const)(
    'A4: no count runs once %s',
    (kind) => {
      const order = orderWith([
        ['ordered', '2026-08-28'],
        ['ready', '2026-09-04'],
        [kind, '2026-11-20'],
      ]);
      expect(creditOrder.deadlines(order)).toEqual([]);
      expect(orderState(order.data, order.steps, '2027-06-01')).toBe(kind);
    },
  );

  test('A4: two devices that entered different days of the mail count from the earlier one', () => {
    const order = orderWith([
      ['ready', '2026-09-06'],
      ['ready', '2026-09-04'],
    ]);
    expect(inboxCount(order.data, order.steps)?.from).toBe('2026-09-04');
  });

  test.each([
    ['resent', 'resent'],
    ['resent', 'ready'],
    ['ready', 'resent'],
  ] as const)(
    'A4: a resend that two devices answered, %s and later %s, counts from the earlier day',
    (one, other) => {
      const order = orderWith([
        ['ready', '2026-05-01'],
        ['resend-requested', '2026-09-01'],
        [one, '2026-09-10'],
        [other, '2026-09-12'],
      ]);
      expect(inboxCount(order.data, order.steps)?.from).toBe('2026-09-10');
      const again = orderWith([
        ['ready', '2026-05-01'],
        ['resend-requested', '2026-09-01'],
        [one, '2026-09-10'],
        ['resend-requested', '2026-12-10'],
        [other, '2026-12-12'],
      ]);
      expect(inboxCount(again.data, again.steps)?.from).toBe('2026-12-12');
    },
  );

  test.each(['resent', 'ready'] as const)('A4: asked for again and %s: a new day 0', (kind) => {
    const asked = [
      ['ready', '2026-05-01'],
      ['resend-requested', '2026-09-01'],
    ] as const;
    const waiting = orderWith(asked);
    expect(on(waiting, '2026-09-20')).not.toHaveProperty('left');
    expect(on(waiting, '2026-09-20').state).toBe('resend-requested');
    const again = orderWith([...asked, [kind, '2026-09-10']]);
    expect(on(again, '2026-09-20')).toMatchObject({ state: 'ready', day: 10, left: 80 });
    expect(orderState(again.data, again.steps, '2026-12-10')).toBe('expired');
  });

  test.each([
    { day: 0, today: '2027-12-01', left: 90, state: 'ready', urgency: 'calm' },
    { day: 60, today: '2028-01-30', left: 30, state: 'ready', urgency: 'calm' },
    { day: 80, today: '2028-02-19', left: 10, state: 'ready', urgency: 'soon' },
    { day: 88, today: '2028-02-27', left: 2, state: 'ready', urgency: 'soon' },
    { day: 90, today: '2028-02-29', left: 0, state: 'ready', urgency: 'soon' },
    { day: 91, today: '2028-03-01', left: -1, state: 'expired', urgency: 'late' },
  ])(
    'A4: resent 1 December before a leap year; $today is day $day of the new count, $state',
    ({ today, ...expected }) => {
      const order = orderWith([
        ['ordered', '2027-05-25'],
        ['ready', '2027-06-01'],
        ['resend-requested', '2027-11-20'],
        ['resent', '2027-12-01'],
      ]);
      expect(on(order, today)).toEqual({ ...expected, of: 90 });
      expect(on({ ...order, steps: order.steps.toReversed() }, today)).toEqual({
        ...expected,
        of: 90,
      });
    },
  );

  test('A7: the last day is the ninetieth after day 0, whatever the year', () => {
    fc.assert(
      fc.property(fc.integer({ min: -4000, max: 3600 }), (offset) => {
        const from = addDays('2026-06-01', offset);
        const count = inboxCount(arrived(from).data, arrived(from).steps)!;
        expect(countOn(count, addDays(from, 90))).toEqual({ day: 90, of: 90, left: 0 });
        const order = arrived(from);
        expect(orderState(order.data, order.steps, addDays(from, 90))).toBe('ready');
        expect(orderState(order.data, order.steps, addDays(from, 91))).toBe('expired');
      }),
      { numRuns: 200 },
    );
  });
});
