import { describe, expect, test } from 'vitest';
import type {
  ContentToken,
  ContentTokenData,
} from '#programmes/apple-licences/rules/token/content-token.ts';
import { readWholeNext } from '#programmes/apple-licences/rules/user/made-at-apple.ts';
import { endSync, type SyncEnd } from '#programmes/apple-licences/rules/sync/sync-commands.ts';
import { findingOf } from '#programmes/apple-licences/rules/token/token-life.ts';
import type { TokenSync } from '#programmes/apple-licences/rules/sync/token-sync.ts';
import { stored } from '#data/records/envelope.ts';
import { saysTheSame, type Copy } from '#data/merge/copy.ts';
import { merge } from '#data/merge/merge.ts';
import { recordOf, valueOf } from '#tests/factories/credit.ts';
import { doingOn } from '#tests/factories/doing.ts';
import { examples } from '#tests/factories/examples.ts';

const HOUR = 3_600_000;
const NOON = Date.UTC(2026, 10, 20, 12);
const doingAt = (now: number, by: string) => ({
  ...doingOn(),
  now,
  by,
  newId: () => `${by}-${now}`,
});
const versions = { users: 'u1', assignments: 'a1', wholeAt: NOON };
const wentWell = (count: number): SyncEnd => ({
  ok: true,
  apps: count,
  licences: count,
  users: count,
  versions,
});
const FAILED: SyncEnd = {
  ok: false,
  code: 'reply-number',
  number: 9625,
  verdict: 'revoked',
  mayPass: false,
};

type Ending = ReturnType<typeof endSync>;
const written = (copy: Copy, at: number, by: string, work: (token: ContentToken) => Ending): Copy =>
  stored(valueOf(work(copy as ContentToken)), copy, doingAt(at, by)) as Copy;
const synced = (copy: Copy, at: number, by: string, end: SyncEnd): Copy =>
  written(copy, at, by, (token) => endSync(token, undefined, end, doingAt(at, by)));
const named = (copy: Copy, at: number, by: string): Copy =>
  written(copy, at, by, (token) => ({
    ok: true,
    value: { ...token, data: { ...token.data, name: `Token ${by}` } },
  }));
const doubted = (copy: Copy, at: number, by: string): Copy =>
  written(copy, at, by, (token) => readWholeNext(token, doingAt(at, by)));
const syncIn = (copy: Copy): TokenSync => {
  const { sync } = copy.data as unknown as ContentTokenData;
  if (sync === undefined) throw new Error('never synced');
  return sync;
};

const { sync: _, ...neverSynced } = examples['content-token'].data as unknown as ContentTokenData;
const made = recordOf({
  ...examples['content-token'],
  data: neverSynced,
  steps: [],
} as never) as Copy;
const base = synced({ ...made, updatedAt: NOON - 9 * HOUR }, NOON, 'eva', wentWell(10));

/** What both become, whoever meets the other, with what they agreed on and without. */
const met = (mine: Copy, theirs: Copy): Copy[] =>
  [base, undefined].flatMap((known) => [merge(known, mine, theirs), merge(known, theirs, mine)]);

describe('B2: two devices sync a token without knowing of each other', () => {
  test('B2: the later sync counts, though the device of the earlier one wrote the record last', () => {
    const phone = synced(base, NOON + 2 * HOUR, 'phone', FAILED);
    const tablet = named(
      synced(base, NOON + HOUR, 'tablet', wentWell(11)),
      NOON + 3 * HOUR,
      'tablet',
    );
    for (const both of met(phone, tablet)) {
      expect(syncIn(both)).toMatchObject({
        at: NOON + 2 * HOUR,
        code: 'reply-number',
        number: 9625,
      });
      // What the last that went well saw stays beside why the later one failed.
      expect(syncIn(both)).toMatchObject({ okAt: NOON + HOUR, apps: 11, versions });
      expect(findingOf(both.steps)?.kind).toBe('revoked');
      expect([both.clashes, (both.data as unknown as ContentTokenData).name]).toEqual([
        [],
        'Token tablet',
      ]);
    }
  });

  test('B2: a failure is over once a later one went well, in whatever order they meet', () => {
    const phone = named(synced(base, NOON + HOUR, 'phone', FAILED), NOON + 3 * HOUR, 'phone');
    const tablet = synced(base, NOON + 2 * HOUR, 'tablet', wentWell(12));
    for (const both of met(phone, tablet)) {
      expect(syncIn(both)).toMatchObject({
        at: NOON + 2 * HOUR,
        code: '',
        okAt: NOON + 2 * HOUR,
        apps: 12,
      });
      expect(syncIn(both)).not.toHaveProperty('number');
    }
  });

  test('B10: that everything is to be read again is not lost by a sync of another device', () => {
    const phone = doubted(base, NOON + HOUR, 'phone');
    const tablet = synced(base, NOON + 2 * HOUR, 'tablet', wentWell(12));
    for (const both of met(phone, tablet))
      expect(syncIn(both)).toMatchObject({ okAt: NOON + 2 * HOUR, doubtAt: NOON + HOUR });
  });

  test('B2: three devices become the same in any order, and rest', () => {
    const copies = [
      named(synced(base, NOON + HOUR, 'phone', FAILED), NOON + 5 * HOUR, 'phone'),
      synced(base, NOON + 2 * HOUR, 'tablet', wentWell(12)),
      doubted(synced(base, NOON + 3 * HOUR, 'desk', FAILED), NOON + 4 * HOUR, 'desk'),
    ];
    const orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]]; // oxfmt-ignore
    const ends = orders.map((order) => {
      const [first, second, third] = order.map((at) => copies[at] as Copy) as [Copy, Copy, Copy];
      return merge(base, merge(base, first, second), third);
    });
    for (const end of ends) {
      expect(syncIn(end)).toEqual(syncIn(ends[0] as Copy));
      for (const copy of copies) expect(saysTheSame(merge(base, copy, end), end)).toBe(true);
    }
  });

  test('B6: what only one device wrote is kept, also where it says less', () => {
    const reset = written(base, NOON + HOUR, 'phone', (token) => ({
      ok: true,
      value: { ...token, data: { ...token.data, sync: { ...syncIn(base), at: 0, code: '' } } },
    }));
    const other = named(base, NOON + 2 * HOUR, 'tablet');
    for (const both of [merge(base, reset, other), merge(base, other, reset)])
      expect(syncIn(both).at).toBe(0);
  });
});
