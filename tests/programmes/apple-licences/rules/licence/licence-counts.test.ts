import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  licenceCounts,
  saysUnlimited,
  UNLIMITED,
  type LicenceCounts,
  type SourceCounts,
} from '#programmes/apple-licences/rules/licence/licence-counts.ts';

const flagsOf = (counts: SourceCounts): string[] =>
  licenceCounts(counts).flags.map(({ code }) => code);

const count = fc.option(fc.integer({ min: -3, max: 40 }), { nil: undefined });

/** Counts as any source may say them, contradictions included. */
const anything: fc.Arbitrary<SourceCounts> = fc.record({
  total: fc.oneof(
    { weight: 9, arbitrary: count },
    { weight: 1, arbitrary: fc.constant(UNLIMITED) },
  ),
  assigned: count,
  available: count,
  retired: count,
  unlimited: fc.constantFrom(undefined, undefined, false, true),
});

/** Counts that add up, as Apple gives them. */
const addingUp = fc
  .record({ assigned: fc.nat(500), available: fc.nat(500), retired: fc.nat(20) })
  .map((counts) => ({ ...counts, total: counts.assigned + counts.available }));

describe('counts of an app at one location', () => {
  test.each<[string, SourceCounts, Partial<LicenceCounts>]>([
    [
      'as Apple gives them',
      { total: 120, assigned: 116, available: 4, retired: 0 },
      { owned: 120, assigned: 116, free: 4 },
    ],
    [
      'all assigned',
      { total: 40, assigned: 40, available: 0 },
      { owned: 40, assigned: 40, free: 0 },
    ],
    ['free is missing', { total: 120, assigned: 116 }, { owned: 120, assigned: 116, free: 4 }],
    ['assigned is missing', { total: 120, available: 4 }, { owned: 120, assigned: 116, free: 4 }],
    ['total is missing', { assigned: 116, available: 4 }, { owned: 120, assigned: 116, free: 4 }],
    ['only the total', { total: 120 }, { owned: 120, assigned: undefined, free: undefined }],
    ['only what is assigned', { assigned: 3 }, { owned: undefined, assigned: 3, free: undefined }],
    ['only what is free', { available: 3 }, { owned: undefined, assigned: undefined, free: 3 }],
    ['nothing', {}, { owned: undefined, assigned: undefined, free: undefined, retired: undefined }],
    [
      'retired outside of the total',
      { total: 10, assigned: 9, available: 1, retired: 3 },
      { owned: 10, free: 1, retired: 3 },
    ],
    [
      'retired within the total',
      { total: 13, assigned: 9, available: 1, retired: 3 },
      { owned: 13, free: 1, retired: 3 },
    ],
    [
      'retired only',
      { total: 0, assigned: 0, available: 0, retired: 10 },
      { owned: 0, assigned: 0, free: 0, retired: 10 },
    ],
  ])('B8: %s', (_, given, counts) => {
    expect(licenceCounts(given)).toMatchObject({ ...counts, unlimited: false, flags: [] });
  });

  test.each<[string, SourceCounts]>([
    [
      "by Apple's number",
      { total: UNLIMITED, assigned: 310, available: UNLIMITED - 310, retired: 0 },
    ],
    ['in a word', { assigned: 310, unlimited: true }],
    ['by its number of free ones', { assigned: 310, available: UNLIMITED }],
    ['in a word, with a total of none', { total: 0, assigned: 310, unlimited: true }],
  ])('B8: without a limit %s: no number is owned or free', (_, counts) => {
    expect(licenceCounts(counts)).toMatchObject({ assigned: 310, unlimited: true, flags: [] });
    expect(licenceCounts(counts)).not.toHaveProperty('owned');
    expect(licenceCounts(counts)).not.toHaveProperty('free');
  });

  test.each<[SourceCounts, LicenceCounts['flags'], number | undefined]>([
    [
      { total: 5, assigned: 6, available: -1 },
      [
        { code: 'negative-count', field: 'available', params: { said: -1 } },
        { code: 'assigned-over-total', field: 'assigned', params: { assigned: 6, total: 5 } },
      ],
      0,
    ],
    [
      { total: 10, assigned: 2, available: 5, retired: 1 },
      [
        {
          code: 'sum-differs',
          field: 'total',
          params: { assigned: 2, available: 5, total: 10, retired: 1 },
        },
      ],
      5,
    ],
    [
      { total: 10, assigned: 6, available: 9 },
      [
        {
          code: 'sum-differs',
          field: 'total',
          params: { assigned: 6, available: 9, total: 10, retired: 0 },
        },
      ],
      4,
    ],
    [
      { total: 5, available: 7 },
      [{ code: 'available-over-total', field: 'available', params: { available: 7, total: 5 } }],
      5,
    ],
    [
      { total: 10, assigned: 2, available: -1 },
      [{ code: 'negative-count', field: 'available', params: { said: -1 } }],
      0,
    ],
    [
      { total: 2.5 },
      [{ code: 'not-a-whole-count', field: 'total', params: { said: 2.5 } }],
      undefined,
    ],
    [
      { total: -4, assigned: 1 },
      [{ code: 'negative-count', field: 'total', params: { said: -4 } }],
      undefined,
    ],
  ])('B8: %j is flagged, and the smaller number is free', (counts, flags, free) => {
    expect(licenceCounts(counts)).toMatchObject({ flags, unlimited: false });
    expect(licenceCounts(counts).free).toBe(free);
  });

  test('B8: a total beside "no limit" is flagged', () => {
    expect(licenceCounts({ total: 30, assigned: 2, unlimited: true })).toMatchObject({
      unlimited: true,
      flags: [{ code: 'unlimited-with-total', field: 'total', params: { total: 30 } }],
    });
  });

  test('B8: no count that is shown is negative', () => {
    fc.assert(
      fc.property(anything, (counts) => {
        const { owned = 0, assigned = 0, free = 0, retired = 0 } = licenceCounts(counts);
        expect(Math.min(owned, assigned, free, retired)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test('B8: what is assigned and free together is never more than owned', () => {
    fc.assert(
      fc.property(anything, (counts) => {
        const { owned = Infinity, assigned = 0, free = 0 } = licenceCounts(counts);
        expect(free).toBeLessThanOrEqual(Math.max(0, owned - assigned));
      }),
    );
  });

  test('B8: counts that add up are shown as they are, and any one of three may be missing', () => {
    fc.assert(
      fc.property(
        addingUp,
        fc.constantFrom(undefined, 'total', 'assigned', 'available'),
        (counts, missing) => {
          const { total: owned, assigned, available: free, retired } = counts;
          const left = missing === undefined ? counts : { ...counts, [missing]: undefined };
          expect(licenceCounts(left)).toEqual({
            owned,
            assigned,
            free,
            retired,
            unlimited: false,
            flags: [],
          });
        },
      ),
    );
  });

  test('B8: all that does not add up is flagged, and nothing else', () => {
    fc.assert(
      fc.property(anything, (counts) => {
        const { total, assigned, available, retired = 0 } = counts;
        const isNegative = [total, assigned, available, retired].some(
          (value) => value !== undefined && value < 0,
        );
        if (saysUnlimited(counts) || isNegative) return;
        const over = total !== undefined && Math.max(assigned ?? 0, available ?? 0) > total;
        const both = (assigned ?? 0) + (available ?? 0);
        const isWhole = ![total, assigned, available].includes(undefined);
        const differs = isWhole && ![total ?? 0, (total ?? 0) - retired].includes(both);
        expect(flagsOf(counts).length > 0).toBe(over || differs);
      }),
    );
  });

  test('B8: every negative count is flagged by its name', () => {
    fc.assert(
      fc.property(anything, (counts) => {
        const named = licenceCounts(counts).flags.flatMap(({ code, field }) =>
          code === 'negative-count' ? [field] : [],
        );
        const negative = (['total', 'assigned', 'available', 'retired'] as const).filter(
          (field) => (counts[field] ?? 0) < 0,
        );
        expect(named).toEqual(negative);
      }),
    );
  });

  test('B8: what was said is not touched', () => {
    fc.assert(
      fc.property(anything, (counts) => {
        const before = structuredClone(counts);
        licenceCounts(Object.freeze(counts));
        expect(counts).toEqual(before);
      }),
    );
  });
});
