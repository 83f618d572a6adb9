import { expect, test } from 'vitest';
import type { VolymRecord } from '#core/record/record.ts';
import { oddDaysIn, withDaysRight } from '#data/records/odd-days.ts';
import { conditionOf } from '#data/records/read-record.ts';
import { orderWith } from '#tests/factories/credit.ts';
import { doingOn } from '#tests/factories/doing.ts';
import { customerWith } from '#tests/factories/vip.ts';

const HALF_TYPED = '0202-09-01';

/**
 * An order as an older version took it: its day, and that of its first step, of a year that was
 * half typed.
 */
const orderOf = (says: object): VolymRecord => {
  const order = orderWith([['ordered', '2026-09-01']]);
  const steps = order.steps.map((step) => ({
    ...step,
    on: HALF_TYPED,
    data: { account: HALF_TYPED },
  }));
  return {
    ...order,
    steps,
    data: { ...order.data, orderDate: HALF_TYPED, ...says },
  } as unknown as VolymRecord;
};

test('X12: a name or a note that somebody wrote as a day is not asked about, and stays when the days are put right', () => {
  const old = orderOf({
    institution: HALF_TYPED,
    reseller: '1850-01-01',
    unknown: { note: '1850-01-01' },
  });
  expect([conditionOf(old), oddDaysIn(old)]).toEqual(['unreadable', [HALF_TYPED]]);
  const right = withDaysRight(old, new Map([[HALF_TYPED, '2026-09-01']]), doingOn('2026-11-20'));
  expect(right).toMatchObject({
    data: {
      orderDate: '2026-09-01',
      institution: HALF_TYPED,
      reseller: '1850-01-01',
      unknown: { note: '1850-01-01' },
    },
    steps: [{ on: '2026-09-01', data: { account: HALF_TYPED } }],
  });
  expect(conditionOf(right!)).toBe('fine');
  expect(right!.history.map(({ field }) => field)).not.toContain('institution');
});

test('X12: a day in a field alone, or on a step alone, is asked about', () => {
  const { steps, ...rest } = orderWith([['ordered', '2026-09-01']]);
  const inField = {
    ...rest,
    steps,
    data: { ...rest.data, orderDate: HALF_TYPED },
  } as unknown as VolymRecord;
  expect(oddDaysIn(inField)).toEqual([HALF_TYPED]);
  const onStep = {
    ...rest,
    steps: steps.map((step) => ({ ...step, on: HALF_TYPED })),
  } as unknown as VolymRecord;
  expect(oddDaysIn(onStep)).toEqual([HALF_TYPED]);
  const customer = { ...customerWith(), id: 'customer-1' };
  const data = { ...customer.data, anniversary: HALF_TYPED, name: '1850-01-01' };
  expect(oddDaysIn({ ...customer, data } as unknown as VolymRecord)).toEqual([HALF_TYPED]);
});

test.each(['renewal-closed', 'renewal-declined'])(
  'X12: a day that a step carries is asked about, too: %s',
  (kind) => {
    const customer = { ...customerWith(), id: 'customer-1' };
    const step = {
      id: 's1',
      kind,
      by: 'p',
      on: '2026-09-01',
      at: 5,
      data: { anniversary: HALF_TYPED },
    };
    const old = { ...customer, steps: [step] } as unknown as VolymRecord;
    expect(oddDaysIn(old)).toEqual([HALF_TYPED]);
    const right = withDaysRight(old, new Map([[HALF_TYPED, '2026-09-01']]), doingOn('2026-11-20'));
    expect(conditionOf(right ?? expect.unreachable())).toBe('fine');
  },
);

test('X9: a record with more names than an app gives is not tried without end', () => {
  const many = Object.fromEntries(
    Array.from({ length: 5_000 }, (_, at) => [`name-${at}`, HALF_TYPED]),
  );
  expect(oddDaysIn(orderOf(many))).toEqual([]);
});
