import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FALLBACK_LIMITS, type Limits } from '#programmes/apple-licences/rules/api/limits.ts';
import {
  assetKey,
  assignmentRequests,
  revocationRequests,
  userRequests,
  type AssignmentRequest,
  type Targets,
} from '#programmes/apple-licences/rules/api/requests.ts';

const limit = fc.integer({ min: 1, max: 7 });
const anyLimits: fc.Arbitrary<Limits> = fc.record({
  maxAssets: limit,
  maxClientUserIds: limit,
  maxSerialNumbers: limit,
  maxRevokeClientUserIds: limit,
  maxRevokeSerialNumbers: limit,
  maxUsers: limit,
});
const ids = (prefix: string) =>
  fc.array(
    fc.integer({ min: 0, max: 25 }).map((n) => `${prefix}${n}`),
    { maxLength: 40 },
  );
const asset = fc.record({
  adamId: fc.constantFrom('1', '2', '3', '11', '12'),
  pricingParam: fc.constantFrom('STDQ', 'PLUS'),
});
// People and devices may have the same names.
const anyTargets: fc.Arbitrary<Targets> = fc.record({
  clientUserIds: ids('x'),
  serialNumbers: ids('x'),
});
const anyWish: fc.Arbitrary<AssignmentRequest> = fc
  .tuple(fc.array(asset, { maxLength: 20 }), anyTargets)
  .map(([assets, targets]) => ({ assets, ...targets }));

const targetsOf = ({ clientUserIds, serialNumbers }: Targets): string[] => [
  ...clientUserIds.map((id) => `user ${id}`),
  ...serialNumbers.map((id) => `device ${id}`),
];

const pairsOf = (request: AssignmentRequest): string[] =>
  request.assets.flatMap((asset) =>
    targetsOf(request).map((target) => `${assetKey(asset)} ${target}`),
  );

const sorted = (all: Iterable<string>): string[] => [...all].sort();

describe('requests for licences', () => {
  test('B10: nothing is lost and nothing comes twice, whatever the wish and the limits', () => {
    fc.assert(
      fc.property(anyWish, anyLimits, (wish, limits) => {
        const pairs = assignmentRequests(wish, limits).flatMap(pairsOf);
        expect(sorted(pairs)).toEqual(sorted(new Set(pairsOf(wish))));
      }),
    );
  });

  test('B10: no request is over a limit, names a thing twice, is empty, or has people and devices at once', () => {
    fc.assert(
      fc.property(anyWish, anyLimits, (wish, limits) => {
        for (const { assets, clientUserIds, serialNumbers } of assignmentRequests(wish, limits)) {
          expect(assets.length).toBeLessThanOrEqual(limits.maxAssets);
          expect(clientUserIds.length).toBeLessThanOrEqual(limits.maxClientUserIds);
          expect(serialNumbers.length).toBeLessThanOrEqual(limits.maxSerialNumbers);
          for (const named of [assets.map(assetKey), clientUserIds, serialNumbers])
            expect(new Set(named).size).toBe(named.length);
          expect(assets.length).toBeGreaterThan(0);
          expect(clientUserIds.length > 0).toBe(serialNumbers.length === 0);
        }
      }),
    );
  });

  test('B10: what is cut is not cut again, and smaller limits cut it on without loss', () => {
    fc.assert(
      fc.property(anyWish, anyLimits, anyLimits, (wish, limits, smaller) => {
        const requests = assignmentRequests(wish, limits);
        expect(requests.flatMap((request) => assignmentRequests(request, limits))).toEqual(
          requests,
        );
        const again = requests.flatMap((request) => assignmentRequests(request, smaller));
        expect(sorted(again.flatMap(pairsOf))).toEqual(sorted(requests.flatMap(pairsOf)));
      }),
    );
  });

  test('B10: there are as few as the limits allow', () => {
    const wish = {
      assets: Array.from({ length: 26 }, (_, n) => ({ adamId: String(n), pricingParam: 'STDQ' })),
      clientUserIds: Array.from({ length: 1_001 }, (_, n) => `u-${n}`),
      serialNumbers: Array.from({ length: 1_000 }, (_, n) => `FAKESER${n}`),
    };
    const requests = assignmentRequests(wish, FALLBACK_LIMITS);
    expect(
      requests.map(({ assets, clientUserIds, serialNumbers }) =>
        [assets, clientUserIds, serialNumbers].map((all) => all.length),
      ),
    ).toEqual([
      [25, 1_000, 0],
      [25, 1, 0],
      [25, 0, 1_000],
      [1, 1_000, 0],
      [1, 1, 0],
      [1, 0, 1_000],
    ]);
  });

  test('B10: the same app at another price is another asset', () => {
    const assets = [
      { adamId: '1', pricingParam: 'STDQ' },
      { adamId: '1', pricingParam: 'PLUS' },
      { adamId: '1', pricingParam: 'STDQ' },
    ];
    const [only, ...more] = assignmentRequests(
      { assets, clientUserIds: ['u'], serialNumbers: [] },
      FALLBACK_LIMITS,
    );
    expect(only?.assets).toEqual(assets.slice(0, 2));
    expect(more).toEqual([]);
  });

  test.each([
    { assets: [], clientUserIds: ['u'], serialNumbers: ['S'] },
    { assets: [{ adamId: '1', pricingParam: 'STDQ' }], clientUserIds: [], serialNumbers: [] },
  ])('B10: nothing is asked of %j', (wish) => {
    expect(assignmentRequests(wish, FALLBACK_LIMITS)).toEqual([]);
  });
});

describe('requests that take everything back', () => {
  test('B10: each person and device once, within the limits of taking back', () => {
    fc.assert(
      fc.property(anyTargets, anyLimits, (targets, limits) => {
        const requests = revocationRequests(targets, limits);
        expect(sorted(requests.flatMap(targetsOf))).toEqual(sorted(new Set(targetsOf(targets))));
        for (const { clientUserIds, serialNumbers } of requests) {
          expect(clientUserIds.length).toBeLessThanOrEqual(limits.maxRevokeClientUserIds);
          expect(serialNumbers.length).toBeLessThanOrEqual(limits.maxRevokeSerialNumbers);
          expect(clientUserIds.length > 0).toBe(serialNumbers.length === 0);
        }
      }),
    );
  });
});

describe('requests for people', () => {
  test('B10: each person once, in their order, within the limit', () => {
    fc.assert(
      fc.property(ids('u-'), anyLimits, (names, limits) => {
        const users = names.map((clientUserId, place) => ({
          clientUserId,
          email: `${place}@nordby.example`,
        }));
        const requests = userRequests(users, limits);
        expect(requests.flat().map(({ clientUserId }) => clientUserId)).toEqual([
          ...new Set(names),
        ]);
        for (const part of requests) expect(part.length).toBeLessThanOrEqual(limits.maxUsers);
        for (const user of requests.flat())
          expect(user).toBe(users.find(({ clientUserId }) => clientUserId === user.clientUserId));
      }),
    );
  });
});
