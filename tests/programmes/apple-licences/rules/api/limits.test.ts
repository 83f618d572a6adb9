import { describe, expect, test } from 'vitest';
import {
  areLimitsStale,
  FALLBACK_LIMITS,
  LIMITS_FOR,
  readLimits,
  tighterLimits,
} from '#programmes/apple-licences/rules/api/limits.ts';
import { exchange, expectedOf, NOW } from './fixtures.ts';

const body = exchange('service-config.json').response.body as Readonly<Record<string, unknown>>;

describe('limits', () => {
  test('B7: they are what the service says', () => {
    const { limits, assumed } = readLimits(body);
    expect(limits.maxAssets).toBe(expectedOf('service-config.json').expect?.['maxAssets']);
    expect(limits).toEqual(FALLBACK_LIMITS);
    expect(assumed).toEqual([]);
    expect(
      readLimits({ limits: { ...FALLBACK_LIMITS, maxAssets: 7, maxUsers: 3 } }).limits,
    ).toEqual({
      ...FALLBACK_LIMITS,
      maxAssets: 7,
      maxUsers: 3,
    });
  });

  test.each([0, -1, 2.5, '25', null, Number.NaN, Infinity])(
    'B7: a limit of %j is invalid, and the known one counts',
    (limit) => {
      expect(readLimits({ limits: { ...FALLBACK_LIMITS, maxAssets: limit } })).toEqual({
        limits: FALLBACK_LIMITS,
        assumed: ['maxAssets'],
      });
    },
  );

  test.each([{}, { limits: null }, { limits: 'none' }, { limits: [] }])(
    'B7: without limits in %j all are assumed',
    (body) => {
      const { limits, assumed } = readLimits(body);
      expect(limits).toEqual(FALLBACK_LIMITS);
      expect(assumed).toHaveLength(6);
    },
  );

  test.each([
    [undefined, true],
    [NOW, false],
    [NOW - LIMITS_FOR + 1, false],
    [NOW - LIMITS_FOR, true],
    [NOW + 1, true],
  ])('B7: limits read at %s are stale: %s', (readAt, stale) => {
    expect(areLimitsStale(readAt, NOW)).toBe(stale);
  });

  test.each([
    [9700, { maxAssets: 12 }],
    [9701, { maxClientUserIds: 500, maxRevokeClientUserIds: 50 }],
    [9702, { maxSerialNumbers: 500, maxRevokeSerialNumbers: 50 }],
    [9714, { maxUsers: 50 }],
  ])('B10: %i makes requests half as large', (number, halved) => {
    expect(tighterLimits(FALLBACK_LIMITS, number)).toEqual({ ...FALLBACK_LIMITS, ...halved });
  });

  test('B10: halving ends at one, and other numbers halve nothing', () => {
    expect(tighterLimits({ ...FALLBACK_LIMITS, maxAssets: 1 }, 9700)).toBeUndefined();
    expect(tighterLimits(FALLBACK_LIMITS, 9703)).toBeUndefined();
    let limits = FALLBACK_LIMITS;
    const steps = [];
    for (let next = tighterLimits(limits, 9700); next; next = tighterLimits(limits, 9700)) {
      steps.push(next.maxAssets);
      limits = next;
    }
    expect(steps).toEqual([12, 6, 3, 1]);
  });
});
