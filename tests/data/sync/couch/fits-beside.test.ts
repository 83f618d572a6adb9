import { expect, test } from 'vitest';
import type { Copy } from '#data/merge/copy.ts';
import { conditionOf } from '#data/records/read-record.ts';
import { fitsBeside } from '#data/sync/couch/fits-beside.ts';
import { orderWith } from '#tests/factories/credit.ts';

const none = () => Promise.resolve(undefined);
const stepsOf = (count: number) =>
  Array.from({ length: count }, (_, n) => ({
    id: `s${n}`,
    kind: 'note',
    on: '2026-09-05',
    at: n,
    by: 'm',
  }));

test.each([
  [2_100, 2_101],
  [10, 600],
])(
  'X9: a newer version may have more steps than this one: beside %i it writes %i',
  async (before, after) => {
    const order = orderWith([['ordered', '2026-09-01']]);
    const own = {
      ...order,
      data: { ...order.data, v: 99 },
      steps: stepsOf(before),
    } as unknown as Copy;
    const copy = { ...own, steps: stepsOf(after), updatedAt: own.updatedAt + 1 } as Copy;
    expect([own, copy].map(conditionOf)).toEqual(['newer-version', 'newer-version']);
    expect(await fitsBeside(own, copy, none)).toBe(true);
    expect(
      await fitsBeside({ ...own, data: order.data, steps: order.steps } as Copy, copy, none),
    ).toBe(after < 5_001);
  },
);

test('X9: a large record takes in what people write on it, and not as much again', async () => {
  const order = orderWith([['ordered', '2026-09-01']]);
  const noted = (count: number, letters: number): Copy => ({
    ...order,
    steps: [
      ...order.steps,
      ...stepsOf(count).map((step) => ({ ...step, note: 'å'.repeat(letters) })),
    ],
    updatedAt: order.updatedAt + count,
  });
  const large = noted(60, 35_000);
  expect(await fitsBeside(order, large, none)).toBe(false);
  expect(await fitsBeside(order, noted(50, 35_000), none)).toBe(true);
  expect(await fitsBeside(large, noted(61, 35_000), none)).toBe(true);
  expect(await fitsBeside(large, noted(64, 35_000), none)).toBe(false);
});
