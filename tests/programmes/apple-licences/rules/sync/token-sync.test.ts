import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { joinSyncs } from '#programmes/apple-licences/rules/sync/join-syncs.ts';
import { syncOfFile } from '#programmes/apple-licences/rules/sync/sync-of-file.ts';
import { endSync, type SyncEnd } from '#programmes/apple-licences/rules/sync/sync-commands.ts';
import type { TokenSync } from '#programmes/apple-licences/rules/sync/token-sync.ts';
import { versionsToGoOn } from '#programmes/apple-licences/rules/sync/whole-read.ts';
import { renewToken } from '#programmes/apple-licences/rules/token/token-commands.ts';
import type { ContentToken } from '#programmes/apple-licences/rules/token/content-token.ts';
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
  file: fc.constantFrom('f1', 'f2'),
});
const part = { apps: moment, licences: moment, users: moment };
const anySync: fc.Arbitrary<TokenSync> = fc
  .record(
    {
      at: moment,
      okAt: moment,
      code: fc.constantFrom('', 'no-reply', 'reply-number'),
      ...part,
      mayPass: fc.boolean(),
      notBefore: moment,
      number: fc.constantFrom(9622, 9625),
      versions,
      doubtAt: moment,
      file: fc.constantFrom('f1', 'f2'),
      params: fc.constantFrom({ now: 'a', next: 'b' }, { next: 'b', now: 'a' }),
    },
    { requiredKeys: ['at', 'okAt', 'code', 'apps', 'licences', 'users'] },
  )
  .map((sync) => sync as TokenSync);

describe('B2: what two devices’ syncs become', () => {
  test('B2: it is the same whoever meets whom, in what order, and how often', () => {
    fc.assert(
      fc.property(anySync, anySync, anySync, (a, b, c) => {
        expect(joinSyncs(a, b)).toEqual(joinSyncs(b, a));
        // Of what was read nothing is gone on from once it is in doubt.
        const isDoubted = a.versions !== undefined && (a.doubtAt ?? -1) >= a.versions.wholeAt;
        const { versions: _, ...doubted } = a;
        expect(joinSyncs(a, a)).toEqual(isDoubted ? doubted : a);
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
        if (seen.some((sync) => sync.versions === undefined)) expect(both.versions).toBeUndefined();
        // An older version of the app goes on from what is there, whatever the doubt beside it
        // says.
        if (both.versions !== undefined)
          expect(both.doubtAt ?? -1).toBeLessThan(both.versions.wholeAt);
      }),
    );
  });

  test('B7: it is the same in any order with what older versions wrote, which named the file beside what was read or nowhere', () => {
    const older = fc.tuple(anySync, fc.boolean()).map(([sync, isOlder]): TokenSync => {
      const { versions: read, ...rest } = sync;
      if (read === undefined || !isOlder) return sync;
      const { file: _, ...unnamed } = read;
      return { ...rest, versions: unnamed };
    });
    fc.assert(
      fc.property(older, older, older, (a, b, c) => {
        expect(joinSyncs(a, b)).toEqual(joinSyncs(b, a));
        expect(joinSyncs(joinSyncs(a, b), c)).toEqual(joinSyncs(a, joinSyncs(b, c)));
        expect(joinSyncs(joinSyncs(a, b), b)).toEqual(joinSyncs(a, b));
      }),
    );
  });

  test.each([[null], ['u1'], [{ wholeAt: 'noon' }]])('B7: from %j nobody goes on', (strange) => {
    const sync = { at: 1, okAt: 1, code: '', apps: 1, licences: 1, users: 1, versions: strange };
    expect(joinSyncs(sync, { ...sync, at: 2 })).not.toHaveProperty('versions');
  });

  test('B2: fields of a newer version stay with the try that they tell of', () => {
    const [a, b] = [1, 2].map((at) => ({
      at,
      okAt: 1,
      code: 'x',
      apps: 1,
      licences: 1,
      users: 1,
      later: `of ${at}`,
    }));
    expect(joinSyncs(a as TokenSync, b as TokenSync)).toEqual(b);
  });

  test.each([[undefined], [null], ['yesterday'], [{ at: 'now' }], [[]]])(
    'B2: %j is nothing to join',
    (strange) => {
      const sync: TokenSync = { at: 1, okAt: 1, code: '', apps: 1, licences: 1, users: 1 };
      expect([joinSyncs(sync, strange), joinSyncs(strange, sync)]).toEqual([undefined, undefined]);
    },
  );
});

describe('B7: where the next sync reads from', () => {
  const read = { users: 'u1', assignments: 'a1', wholeAt: 10 * DAY };
  const sync: TokenSync = {
    at: 1,
    okAt: 1,
    code: '',
    apps: 1,
    licences: 1,
    users: 1,
    versions: read,
  };
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
    at: 5,
    okAt: 3,
    code: 'reply-number',
    number: 9625,
    apps: 1,
    licences: 2,
    users: 3,
    file: 'f'.repeat(64),
    doubtAt: 4,
  };
  const example = recordOf(examples['content-token'] as never) as ContentToken;
  const token: ContentToken = { ...example, steps: [], data: { ...example.data, sync: failed } };

  test('B6: the sync of the file that counts is given as it is, also one that names no file', () => {
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

describe('B7: what was read with one file is not gone on from with another', () => {
  const NOW = 20 * DAY;
  const example = recordOf(examples['content-token'] as never) as ContentToken;
  const { sync: _, ...data } = example.data;
  const of = (fingerprint: string, sync?: TokenSync): ContentToken => ({
    ...example,
    steps: [],
    data: { ...data, fingerprint, ...(sync === undefined ? {} : { sync }) },
  });
  const WELL: SyncEnd = {
    ok: true,
    apps: 1,
    licences: 1,
    users: 1,
    versions: { users: 'u1', assignments: 'a1', wholeAt: NOW },
  };
  const FAILED: SyncEnd = { ok: false, code: 'no-reply', mayPass: true };
  const syncAfter = (token: ContentToken, end: SyncEnd, now: number): TokenSync => {
    const { sync } = valueOf(endSync(token, undefined, end, { ...doingOn(), now })).data;
    if (sync === undefined) throw new Error('nothing was written');
    return sync;
  };
  const goesOn = (token: ContentToken) =>
    versionsToGoOn(syncOfFile(token), NOW + 60_000) !== undefined;
  const read = syncAfter(of('f1'), WELL, NOW);

  test('B7: a try of the new one that failed leaves nothing of the old one to go on from', () => {
    const failed = syncAfter(of('f2', read), FAILED, NOW + 1);
    expect([goesOn(of('f1', read)), goesOn(of('f2', failed))]).toEqual([true, false]);
    expect(failed).toMatchObject({ okAt: NOW, apps: 1, file: 'f2' });
    expect(goesOn(of('f1', syncAfter(of('f1', read), FAILED, NOW + 1)))).toBe(true);
  });

  test.each<[string, (sync: TokenSync) => TokenSync]>([
    ['this version', (sync) => sync],
    [
      'an older version',
      ({ versions: old, ...sync }) => {
        const { file: _file, ...unnamed } = old ?? { users: '', assignments: '', wholeAt: 0 };
        return { ...sync, versions: unnamed };
      },
    ],
    [
      'a version that named no file',
      ({ file: _file, versions: _old, ...sync }) => ({ ...sync, versions: WELL.versions }),
    ],
  ])('B7: nor does one that meets what %s read with the old one', (_by, written) => {
    const { versions: _old, ...never } = syncAfter(of('f2'), FAILED, NOW + 1);
    for (const both of [joinSyncs(written(read), never), joinSyncs(never, written(read))]) {
      expect(both).toMatchObject({ at: NOW + 1, okAt: NOW, file: 'f2' });
      expect(goesOn(of('f2', both))).toBe(false);
    }
  });
});
