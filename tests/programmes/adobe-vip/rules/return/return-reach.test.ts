import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  isReachable,
  reachable,
  returnReach,
  takesFor,
  type ReturnableLine,
  type Take,
} from '#programmes/adobe-vip/rules/return/return-reach.ts';
import { suggestReturns } from '#programmes/adobe-vip/rules/return/return-suggestions.ts';

const line = (id: string, quantity: number, lastDay: string): ReturnableLine => ({
  id,
  quantity,
  lastDay,
  orderDate: '2026-11-09',
});
const four = line('four', 4, '2026-11-23');
const three = line('three', 3, '2026-11-26');
const sumOf = (takes: readonly Take[]) => takes.reduce((sum, { quantity }) => sum + quantity, 0);

describe('quantities that can go back', () => {
  test('C6: rule 21: lines of 4 and 3 offer 3, 4 and 7', () => {
    const reach = returnReach([four, three], 'line');
    expect(reach.total).toBe(7);
    expect(reachable(reach)).toEqual([3, 4, 7]);
    expect([0, 1, 2, 5, 6, 8, -3, 3.5].filter((count) => isReachable(reach, count))).toEqual([]);
    expect(takesFor(reach, 6)).toEqual([]);
    expect(takesFor(reach, 3)).toEqual([{ id: 'three', quantity: 3 }]);
  });

  test('C6: rule 21: asked for 6, it suggests 3, 4 and 7 with the day the window closes first', () => {
    expect(suggestReturns(returnReach([three, four], 'line'), 6)).toEqual([
      { quantity: 3, takes: [{ id: 'three', quantity: 3 }], lastDay: '2026-11-26' },
      { quantity: 4, takes: [{ id: 'four', quantity: 4 }], lastDay: '2026-11-23' },
      {
        quantity: 7,
        lastDay: '2026-11-23',
        takes: [
          { id: 'four', quantity: 4 },
          { id: 'three', quantity: 3 },
        ],
      },
    ]);
  });

  test('C6: rule 21: of many, the two nearest on either side are suggested', () => {
    const lines = [1, 2, 10, 20].map((quantity, i) => line(`l${i}`, quantity, '2026-11-23'));
    const near = (asked: number) =>
      suggestReturns(returnReach(lines, 'line'), asked).map(({ quantity }) => quantity);
    expect(near(15)).toEqual([12, 13, 20, 21]);
    expect(near(99)).toEqual([32, 33]);
    expect(near(0)).toEqual([1, 2]);
    expect(near(13)).toEqual([]);
    expect(suggestReturns(returnReach([], 'line'), 3)).toEqual([]);
  });

  test('C6: where there is a choice, the line whose window closes first goes; of one day, the first given', () => {
    const reach = returnReach(
      [line('later', 5, '2026-11-29'), line('sooner', 5, '2026-11-24')],
      'line',
    );
    expect(takesFor(reach, 5)).toEqual([{ id: 'sooner', quantity: 5 }]);
    const same = returnReach([line('a', 5, '2026-11-24'), line('b', 5, '2026-11-24')], 'line');
    expect(takesFor(same, 5)).toEqual([{ id: 'a', quantity: 5 }]);
    // 4 = 1 + 3 of the earlier ones rather than the one later line of 4.
    const parts = [
      line('x', 4, '2026-11-29'),
      line('y', 3, '2026-11-25'),
      line('z', 1, '2026-11-24'),
    ];
    expect(takesFor(returnReach(parts, 'line'), 4).map(({ id }) => id)).toEqual(['z', 'y']);
  });

  test('C6: rule 20: where parts can go back, every quantity can, from what closes first', () => {
    const reach = returnReach([three, four], 'quantity');
    expect(reachable(reach)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(takesFor(reach, 6)).toEqual([
      { id: 'four', quantity: 4 },
      { id: 'three', quantity: 2 },
    ]);
    expect(suggestReturns(reach, 9)).toMatchObject([{ quantity: 7, lastDay: '2026-11-23' }]);
    expect(suggestReturns(reach, 2.5)).toMatchObject([{ quantity: 2 }]);
    expect(suggestReturns(reach, 0)).toMatchObject([{ quantity: 1 }]);
  });

  test('C6: a line of which nothing is left offers nothing', () => {
    expect(reachable(returnReach([line('none', 0, '2026-11-24'), three], 'line'))).toEqual([3]);
    expect(reachable(returnReach([], 'quantity'))).toEqual([]);
  });

  test('C6: the lines taken make the quantity together, each once and whole; what is not offered no set makes', () => {
    const lines = fc.array(
      fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 10, max: 24 })),
      {
        maxLength: 9,
      },
    );
    fc.assert(
      fc.property(lines, (pairs) => {
        const given = pairs.map(([quantity, day], i) => line(`l${i}`, quantity, `2026-11-${day}`));
        const sets = Array.from({ length: 2 ** given.length }, (_, mask) =>
          given.filter((_, i) => (mask >> i) & 1),
        );
        const sums = new Set(
          sets.map((set) => set.reduce((sum, { quantity }) => sum + quantity, 0)),
        );
        const reach = returnReach(given, 'line');
        expect(reachable(reach)).toEqual([...sums].filter((sum) => sum > 0).sort((a, b) => a - b));
        for (const quantity of reachable(reach)) {
          const takes = takesFor(reach, quantity);
          expect(sumOf(takes)).toBe(quantity);
          expect(new Set(takes.map(({ id }) => id)).size).toBe(takes.length);
          for (const take of takes)
            expect(given.find(({ id }) => id === take.id)?.quantity).toBe(take.quantity);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('C6: parts taken make the quantity together, and leave a later line alone while an earlier one has some', () => {
    const lines = fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 50 });
    fc.assert(
      fc.property(lines, fc.nat(), (quantities, pick) => {
        const given = quantities.map((quantity, i) =>
          line(`l${i}`, quantity, `2026-11-${10 + (i % 14)}`),
        );
        const reach = returnReach(given, 'quantity');
        const takes = takesFor(reach, 1 + (pick % reach.total));
        expect(sumOf(takes)).toBe(1 + (pick % reach.total));
        for (const [i, take] of takes.slice(0, -1).entries())
          expect(take.quantity).toBe(reach.lines[i]?.quantity);
      }),
    );
  });

  test('C6: fifty lines of thousands are worked out to the last licence', () => {
    const lines = Array.from({ length: 50 }, (_, i) =>
      line(`l${i}`, 1000 + ((i * 7919) % 4001), '2026-11-24'),
    );
    const reach = returnReach(lines, 'line');
    const sums = new Uint8Array(reach.total + 1);
    sums[0] = 1;
    for (const { quantity } of lines)
      for (let n = reach.total; n >= quantity; n -= 1) if (sums[n - quantity] === 1) sums[n] = 1;
    const slow = Array.from(sums.keys()).filter((n) => n > 0 && sums[n] === 1);
    expect(reachable(reach)).toEqual(slow);
    for (const quantity of [slow[0]!, slow[999]!, 77_777, reach.total - 1500, reach.total])
      expect(sumOf(takesFor(reach, quantity))).toBe(isReachable(reach, quantity) ? quantity : 0);
    expect(isReachable(reach, 77_777)).toBe(true);
  });

  test('C6: numbers no order has do not bring it down: everything at once is still offered', () => {
    const reach = returnReach([line('vast', 9_000_000_000_000, '2026-11-24'), three], 'line');
    expect(reachable(reach)).toEqual([3, 9_000_000_000_003]);
    expect(takesFor(reach, 3)).toEqual([{ id: 'three', quantity: 3 }]);
    expect(takesFor(reach, reach.total)).toHaveLength(2);
    expect(isReachable(reach, 2_000_000)).toBe(false);
  });
});
