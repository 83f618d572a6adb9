import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  licenceCounts,
  UNLIMITED,
  type LicenceCounts,
  type SourceCounts,
} from '#programmes/apple-licences/rules/licence/licence-counts.ts';
import {
  assignedMore,
  stockLevel,
  sumOverLocations,
  type StockLevel,
} from '#programmes/apple-licences/rules/app/licence-stock.ts';

const stockOf = (counts: SourceCounts, ownLine?: number): StockLevel =>
  stockLevel(licenceCounts(counts), ownLine);

describe('low stock', () => {
  test.each<[number, number, StockLevel]>([
    [120, 13, 'enough'],
    [120, 12, 'low'],
    [120, 1, 'low'],
    [120, 0, 'empty'],
    [20, 3, 'enough'],
    [20, 2, 'low'],
    [5, 3, 'enough'],
    [2, 2, 'low'],
    [1, 0, 'empty'],
    [0, 0, 'enough'],
  ])('B8: of %d owned, %d free is %s', (total, available, level) => {
    expect(stockOf({ total, assigned: total - available, available })).toBe(level);
  });

  test.each<[number, number, StockLevel]>([
    [40, 20, 'enough'],
    [20, 20, 'low'],
    [1, 0, 'enough'],
    [0, 0, 'empty'],
    [0, 5, 'empty'],
  ])('B8: %d free with an own line of %d is %s, whatever the share', (available, line, level) => {
    expect(stockOf({ total: 200, available }, line)).toBe(level);
  });

  test.each<[string, SourceCounts, StockLevel]>([
    ['no limit', { total: UNLIMITED, assigned: 310, available: UNLIMITED - 310 }, 'enough'],
    ['no limit, in a word', { assigned: 310, available: 0, unlimited: true }, 'enough'],
    ['all retired', { total: 0, assigned: 0, available: 0, retired: 10 }, 'enough'],
    ['nothing said of free ones', { total: 10 }, 'unknown'],
    ['few free of an unknown number', { available: 2 }, 'low'],
    ['some free of an unknown number', { available: 3 }, 'enough'],
    ['more assigned than owned', { total: 5, assigned: 6 }, 'empty'],
  ])('B8: %s', (_, counts, level) => {
    expect(stockOf(counts)).toBe(level);
  });

  test('B8: without a limit nothing runs low, whatever line is drawn', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.option(fc.nat(1000), { nil: undefined }), (assigned, line) => {
        expect(stockOf({ total: UNLIMITED, assigned, available: UNLIMITED - assigned }, line)).toBe(
          'enough',
        );
      }),
    );
  });

  test('B8: fewer free is never a better stock', () => {
    const rank = { empty: 0, low: 1, enough: 2, unknown: 3 };
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400 }),
        fc.nat(400),
        fc.option(fc.nat(50), { nil: undefined }),
        (total, at, line) => {
          const available = Math.min(at, total);
          const less = { total, available: Math.max(0, available - 1) };
          expect(rank[stockOf(less, line)]).toBeLessThanOrEqual(
            rank[stockOf({ total, available }, line)],
          );
        },
      ),
    );
  });
});

const anything: fc.Arbitrary<SourceCounts> = fc.record({
  total: fc.option(fc.oneof(fc.integer({ min: -3, max: 40 }), fc.constant(UNLIMITED)), {
    nil: undefined,
  }),
  assigned: fc.option(fc.integer({ min: -3, max: 40 }), { nil: undefined }),
  available: fc.option(fc.integer({ min: -3, max: 40 }), { nil: undefined }),
  retired: fc.option(fc.nat(5), { nil: undefined }),
  unlimited: fc.constantFrom(undefined, false, true),
});

const keyed = (all: readonly SourceCounts[]): (readonly [string, LicenceCounts])[] =>
  all.map((counts, at) => [`uid-${at}`, licenceCounts(counts)]);

describe('sum over locations', () => {
  test('B8: locations without a limit are apart, what is not known is shown', () => {
    const counts: SourceCounts[] = [
      { total: 120, assigned: 116, available: 4, retired: 2 },
      { total: 12, assigned: 3, available: 9 },
      { assigned: 310, unlimited: true },
      { total: 30 },
      { total: 5, assigned: 6, available: -1 },
    ];
    expect(sumOverLocations(new Map(keyed(counts)))).toEqual({
      owned: 167,
      assigned: 125,
      free: 13,
      retired: 2,
      locations: 5,
      unlimited: 1,
      assignedUnlimited: 310,
      incomplete: 1,
      flagged: 1,
    });
  });

  test('B8: no location is a sum of nothing', () => {
    expect(sumOverLocations(new Map())).toMatchObject({
      owned: 0,
      assigned: 0,
      free: 0,
      locations: 0,
    });
  });

  test('B8: the order of locations does not matter, and two parts make the whole', () => {
    fc.assert(
      fc.property(
        fc.array(anything, { maxLength: 8 }),
        fc.nat(8),
        fc.infiniteStream(fc.nat()),
        (counts, cut, keys) => {
          const all = keyed(counts);
          const shuffled = all
            .map((entry) => ({ entry, key: Number(keys.next().value) }))
            .sort((a, b) => a.key - b.key)
            .map(({ entry }) => entry);
          const whole = sumOverLocations(new Map(all));
          expect(sumOverLocations(new Map(shuffled))).toEqual(whole);
          const [first, second] = [all.slice(0, cut), all.slice(cut)].map((part) =>
            sumOverLocations(new Map(part)),
          );
          for (const field of Object.keys(whole) as (keyof typeof whole)[])
            expect((first?.[field] ?? 0) + (second?.[field] ?? 0)).toBe(whole[field]);
        },
      ),
    );
  });

  test('B8: a location without a limit changes no sum', () => {
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 6 }), fc.nat(500), (counts, assigned) => {
        const { owned, free, retired, assigned: before } = sumOverLocations(new Map(keyed(counts)));
        const more = new Map([
          ...keyed(counts),
          ['more', licenceCounts({ total: UNLIMITED, assigned })] as const,
        ]);
        expect(sumOverLocations(more)).toMatchObject({ owned, free, retired, assigned: before });
      }),
    );
  });
});

describe('assigning', () => {
  test('B8: moves licences from free to assigned', () => {
    const answer = assignedMore({ total: 120, assigned: 116, available: 4, retired: 1 }, 4);
    expect(answer).toEqual({
      ok: true,
      value: { total: 120, assigned: 120, available: 0, retired: 1 },
    });
  });

  test.each<[SourceCounts, number, object]>([
    [
      { total: 120, assigned: 116 },
      5,
      { code: 'too-few-licences', params: { free: 4, asked: 5, short: 1 } },
    ],
    [{ total: 10, assigned: 2, available: 9 }, 9, { code: 'too-few-licences' }],
    [{ total: 10 }, 1, { code: 'free-unknown' }],
    [{ available: 10 }, 1, { code: 'free-unknown' }],
    [{ total: 10, assigned: 1 }, 0, { code: 'not-a-whole-count' }],
    [{ total: 10, assigned: 1 }, 1.5, { code: 'not-a-whole-count' }],
  ])('B8: of %j, assigning %d is refused', (counts, count, problem) => {
    expect(assignedMore(counts, count)).toMatchObject({
      ok: false,
      problem: { field: 'count', ...problem },
    });
  });

  test('B8: without a limit any number can be assigned, and it stays without one', () => {
    const answer = assignedMore({ available: UNLIMITED }, 7);
    expect(answer.ok && licenceCounts(answer.value)).toMatchObject({
      assigned: 7,
      unlimited: true,
    });
  });

  test('B8: assigning never shows more than is owned, and takes what it gives from what is free', () => {
    fc.assert(
      fc.property(anything, fc.integer({ min: 1, max: 30 }), (counts, count) => {
        const before = licenceCounts(counts);
        const after = assignedMore(counts, count);
        if (!after.ok) {
          const isKnown = ![before.owned, before.assigned, before.free].includes(undefined);
          expect(before.unlimited || (isKnown && (before.free ?? 0) >= count)).toBe(false);
          return;
        }
        const { owned = Infinity, assigned = 0, free, unlimited } = licenceCounts(after.value);
        expect(assigned).toBeLessThanOrEqual(owned);
        if (!unlimited)
          expect({ owned, free }).toEqual({
            owned: before.owned,
            free: (before.free ?? 0) - count,
          });
      }),
    );
  });
});
