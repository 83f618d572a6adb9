import { expect, test } from 'vitest';
import { RING_TICKS, ringTicks } from '#programmes/apple-licences/screens/token/ring.ts';

const GEOMETRY = { inner: 38, outer: 48 };
const left = (days: number): number[] =>
  ringTicks(days, GEOMETRY).flatMap(({ rest }, at) => (rest ? [at] : []));

test.each([
  [-1, 0],
  [0, 1],
  [1, 1],
  [24, 5],
  [203, 41],
  [365, 73],
  [400, 73],
])('B2: of %i days %i ticks are left, five days each', (days, ticks) => {
  expect(left(days)).toHaveLength(ticks);
});

test('B2: what is left is drawn right before twelve o’clock, where the first tick is', () => {
  const [first] = ringTicks(365, GEOMETRY);
  expect(first).toMatchObject({ x1: 50, y1: 12, x2: 50, y2: 2 });
  expect(left(24)).toEqual([68, 69, 70, 71, 72]);
  expect(ringTicks(24, GEOMETRY)).toHaveLength(RING_TICKS);
});
