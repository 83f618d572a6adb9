import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { joinSyncs } from '#domain/apple-licences/join-syncs.ts';
import { syncOfFile } from '#domain/apple-licences/sync-of-file.ts';
import type { TokenSync } from '#domain/apple-licences/token-sync.ts';
import { versionsToGoOn } from '#domain/apple-licences/whole-read.ts';
import { renewToken } from '#domain/apple-licences/token-commands.ts';
import type { ContentToken } from '#domain/apple-licences/content-token.ts';
import { recordOf, valueOf } from '#tests/factories/credit.ts';
import { doingOn } from '#tests/factories/doing.ts';
import { examples } from '#tests/factories/examples.ts';

const DAY = 86_400_000;

// Few moments and words, so that many are alike.
const moment = fc.integer({ min: 0, max: 4 });
const versions = fc.record({
  users: fc.constantFrom('', 'u1'),
  assignments: fc.constantFrom('', 'a1'),
  wholeAt: moment,
});
const part = { apps: moment, licences: moment, users: moment };
const anySync: fc.Arbitrary<TokenSync> = fc
  .record(
    {
      ...{ at: moment, okAt: moment, code: fc.constantFrom('', 'no-reply', 'reply-number'), ...part },
      ...{ mayPass: fc.boolean(), notBefore: moment, number: fc.constantFrom(9622, 9625), versions, doubtAt: moment },
      ...{
        file: fc.constantFrom('f1', 'f2'),
        params: fc.constantFrom({ now: 'a', next: 'b' }, { next: 'b', now: 'a' }),
      },
    },
    { requiredKeys: ['at', 'okAt', 'code', 'apps', 'licences', 'users'] },
  )
  .map((sync) => sync as TokenSync);

describe('B2: what two devices’ syncs become', () => {
  test('B2: it is the same whoever meets whom, in what order, and how often', () => {
    fc.assert(
      fc.property(anySync, anySync, anySync, (a, b, c) => {
        expect(joinSyncs(a, b)).toEqual(joinSyncs(b, a));
        expect(joinSyncs(a, a)).toEqual(a);
        expect(joinSyncs(joinSyncs(a, b), c)).toEqual(joinSyncs(a, joinSyncs(b, c)));
        expect(joinSyncs(joinSyncs(a, b), b)).toEqual(joinSyncs(a, b));
      }),
    );
  });

  test('B2: it ends as the later one did, and has seen what the last that went well saw', () => {
    fc.assert(
      fc.property(anySync, anySync, (a, b) => {
        const both = joinSyncs(a, b) as TokenSync;
        const [later, seen] = [
          [a, b].filter(({ at }) => at === both.at),
          [a, b].filter(({ okAt }) => okAt === both.okAt),
        ];
        expect([both.at, both.okAt]).toEqual([Math.max(a.at, b.at), Math.max(a.okAt, b.okAt)]);
        const tried = ({ code, number, mayPass, notBefore, file }: TokenSync) => ({
          code,
          number,
          mayPass,
          notBefore,
          file,
        });
        const saw = ({ apps, licences, users }: TokenSync) => ({ apps, licences, users });
        expect(later.map(tried)).toContainEqual(tried(both));
        expect(seen.map(saw)).toContainEqual(saw(both));
        expect(both.doubtAt ?? 0).toBe(Math.max(a.doubtAt ?? 0, b.doubtAt ?? 0));
        // What was to be read whole still is.
        if (seen.some((one) => one.versions === undefined)) expect(both.versions).toBeUndefined();
      }),
    );
  });

  test('B2: fields of a newer version stay with the try that they tell of', () => {
    const [a, b] = [1, 2].map((at) => ({ at, okAt: 1, code: 'x', apps: 1, licences: 1, users: 1, later: `of ${at}` }));
    expect(joinSyncs(a as TokenSync, b as TokenSync)).toEqual(b);
  });

  test.each([[undefined], [null], ['yesterday'], [{ at: 'now' }], [[]]])('B2: %j is nothing to join', (strange) => {
    const sync: TokenSync = { at: 1, okAt: 1, code: '', apps: 1, licences: 1, users: 1 };
    expect([joinSyncs(sync, strange), joinSyncs(strange, sync)]).toEqual([undefined, undefined]);
  });
});

describe('B7: where the next sync reads from', () => {
  const read = { users: 'u1', assignments: 'a1', wholeAt: 10 * DAY };
  const sync: TokenSync = { at: 1, okAt: 1, code: '', apps: 1, licences: 1, users: 1, versions: read };
  test.each<[string, TokenSync | undefined, number, boolean]>([
    ['never synced', undefined, 10 * DAY, false],
    ['never read whole', { ...sync, versions: undefined }, 10 * DAY, false],
    ['read whole an hour ago', sync, 10 * DAY + 3_600_000, true],
    ['read whole two days ago', sync, 12 * DAY, false],
    ['something happened since', { ...sync, doubtAt: 10 * DAY + 1 }, 10 * DAY + 2, false],
    ['something happened when it began', { ...sync, doubtAt: 10 * DAY }, 10 * DAY + 2, false],
    ['something happened before', { ...sync, doubtAt: 10 * DAY - 1 }, 10 * DAY + 2, true],
  ])('B7: %s', (_, known, now, goesOn) => {
    expect(versionsToGoOn(known, now)).toEqual(goesOn ? read : undefined);
  });
});

describe('B6: a sync tells of the file it was made with', () => {
  const failed: TokenSync = {
    ...{ at: 5, okAt: 3, code: 'reply-number', number: 9625, apps: 1, licences: 2, users: 3, file: 'f'.repeat(64) },
    doubtAt: 4,
  };
  const example = recordOf(examples['content-token'] as never) as ContentToken;
  const token: ContentToken = { ...example, steps: [], data: { ...example.data, sync: failed } };

  test('B6: of the one that counts it is told as it is, and of one that nobody named', () => {
    expect(syncOfFile(token)).toEqual(failed);
    const { file: _, ...unnamed } = failed;
    expect(syncOfFile({ ...token, data: { ...token.data, sync: unnamed } })).toEqual(unnamed);
    expect(syncOfFile({ ...token, data: { ...token.data, sync: undefined } })).toBeUndefined();
  });

  test('B6: a device that tried the old file after another one renewed says nothing of the new one', () => {
    const { organization } = token.data;
    const file = { organization, expiresAt: '2028-06-08T09:26:53Z', lastDay: '2028-06-08' };
    const renewal = renewToken(token, { file, fingerprint: 'new' }, [], doingOn());
    const renewed = recordOf(valueOf(renewal) as never) as ContentToken;
    const both = joinSyncs(renewed.data.sync, failed);
    const now = syncOfFile({ ...renewed, data: { ...renewed.data, sync: both } });
    expect(now).toEqual({ at: 0, code: '', okAt: 3, apps: 1, licences: 2, users: 3, doubtAt: 4 });
  });
});
