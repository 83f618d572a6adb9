import { describe, expect, test } from 'vitest';
import type { ContentToken } from '#programmes/apple-licences/rules/token/content-token.ts';
import { joinSyncs } from '#programmes/apple-licences/rules/sync/join-syncs.ts';
import { readWholeNext } from '#programmes/apple-licences/rules/user/made-at-apple.ts';
import { endSync, type SyncEnd } from '#programmes/apple-licences/rules/sync/sync-commands.ts';
import { syncOfFile } from '#programmes/apple-licences/rules/sync/sync-of-file.ts';
import { isSyncDue } from '#programmes/apple-licences/rules/sync/sync-times.ts';
import {
  BLANK_TOKEN,
  renewToken,
  takeToken,
  undoRenewal,
} from '#programmes/apple-licences/rules/token/token-commands.ts';
import type { TokenSync } from '#programmes/apple-licences/rules/sync/token-sync.ts';
import { versionsToGoOn } from '#programmes/apple-licences/rules/sync/whole-read.ts';
import type { Draft } from '#core/record/record.ts';
import type { Result } from '#core/result.ts';
import { recordOf, valueOf } from '#tests/factories/credit.ts';
import { doingOn } from '#tests/factories/doing.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const YEAR = 365 * 24 * HOUR;
const NOON = Date.UTC(2026, 10, 20, 12);
const doingAt = (now: number) => ({ ...doingOn(), now, newId: () => `step-${now}` });
const again = (answer: Result<Draft<ContentToken['data']>>): ContentToken =>
  recordOf(valueOf(answer));
const fileTo = (lastDay: string) => ({
  file: { organization: 'Nordby kommun', lastDay, expiresAt: `${lastDay}T09:26:53Z` },
  fingerprint: `until ${lastDay}`,
});
const given = { edition: 'apple-licences.accounts-2025', knowsForGood: true, others: [] };
const input = { ...BLANK_TOKEN, name: 'Grundskolan', appleId: 'vpp@nordby.example' };
const taken = again(
  takeToken('token-1', input, fileTo('2026-12-14'), given, doingAt(NOON - 9 * HOUR)),
);
const withSync = (token: ContentToken, sync: TokenSync | undefined): ContentToken => ({
  ...token,
  data: { ...token.data, sync },
});
const syncIn = ({ data: { sync } }: ContentToken): TokenSync => {
  if (sync === undefined) throw new Error('never synced');
  return sync;
};

const FAILED: SyncEnd = { ok: false, code: 'reply-number', number: 9625, mayPass: false };
/** One that read everything from a moment on, and one that asked for changes since then. */
const wentWell = (
  wholeAt: number,
  more: { readonly doubt?: number | undefined } = {},
): SyncEnd => ({
  ok: true,
  apps: 1,
  licences: 2,
  users: 3,
  versions: { users: 'u1', assignments: 'a1', wholeAt },
  ...more,
});
const ended = (token: ContentToken, end: SyncEnd, now: number): ContentToken =>
  again(endSync(token, undefined, end, doingAt(now)));
const doubted = (token: ContentToken, now: number): ContentToken =>
  again(readWholeNext(token, doingAt(now)));
const goesOn = (token: ContentToken, now: number): boolean =>
  versionsToGoOn(syncOfFile(token), now) !== undefined;

const synced = ended(taken, wentWell(NOON), NOON + MINUTE);

describe('B7: a sync that names no file', () => {
  const older = ({ file: _, versions: _read, ...sync }: TokenSync): TokenSync => sync;
  const failed = older(syncIn(ended(synced, FAILED, NOON + HOUR)));
  const renewed = again(
    renewToken(withSync(taken, failed), fileTo('2027-12-13'), [], doingAt(NOON + 2 * HOUR)),
  );

  test('B7: it tells of the file that was here when it was made', () => {
    expect(syncOfFile(withSync(taken, failed))).toMatchObject({
      at: NOON + HOUR,
      code: 'reply-number',
    });
  });

  test('B7: what an older version tried before the renewal does not stick to the new file', () => {
    const met = withSync(renewed, joinSyncs(renewed.data.sync, failed));
    expect(met.data.sync).toMatchObject({ at: NOON + HOUR, code: 'reply-number' });
    expect(syncOfFile(met)).toMatchObject({ at: 0, code: '', okAt: NOON + MINUTE, apps: 1 });
    expect(isSyncDue(syncOfFile(met), NOON + 3 * HOUR, () => NOON)).toBe(true);
  });

  test('B7: what it tried after the renewal does', () => {
    const later = { ...failed, at: NOON + 3 * HOUR };
    expect(syncOfFile(withSync(renewed, later))).toEqual(later);
  });

  test('B7: a renewal that is taken back is a change of the file, too', () => {
    const wrong = { ...failed, at: NOON + 3 * HOUR };
    const back = again(undoRenewal(withSync(renewed, wrong), doingAt(NOON + 4 * HOUR)));
    expect(syncOfFile(back)).toMatchObject({ at: 0, code: '' });
    const right = { ...failed, at: NOON + 5 * HOUR };
    expect(syncOfFile(withSync(back, right))).toEqual(right);
  });

  test('B7: a correction of the day on which the file came does not count', () => {
    const [step] = taken.steps;
    if (step === undefined) throw new Error('no file came');
    const steps = [step, { ...step, id: 'corrected', at: NOON + 2 * HOUR, corrects: step.id }];
    expect(syncOfFile({ ...withSync(taken, failed), steps })).toEqual(failed);
  });
});

describe('B7: something happened at Apple that leaves no trace among the changes', () => {
  test('B7: a clock that is behind tells it all the same, whoever asks for changes meanwhile', () => {
    for (const now of [NOON - MINUTE, NOON - 5 * HOUR, NOON - YEAR]) {
      const slow = syncIn(doubted(synced, now));
      const other = syncIn(ended(synced, wentWell(NOON), NOON + HOUR));
      for (const both of [joinSyncs(slow, other), joinSyncs(other, slow)]) {
        expect(both).toMatchObject({ okAt: NOON + HOUR });
        expect(goesOn(withSync(synced, both), NOON + 2 * HOUR)).toBe(false);
      }
    }
  });

  test('B7: twice on a clock that is behind is twice', () => {
    const once = doubted(synced, NOON - HOUR);
    expect(syncIn(doubted(once, NOON - HOUR)).doubtAt).toBeGreaterThan(syncIn(once).doubtAt ?? 0);
  });

  test.each<[string, number]>([
    ['right', NOON + HOUR],
    ['a year ahead', NOON + YEAR],
    ['a year behind', NOON - YEAR],
  ])(
    'B7: reported by a clock that is %s, it is over with the next whole read that knew of it',
    (_, clock) => {
      const before = doubted(synced, clock);
      const { doubtAt } = syncIn(before);
      const failed = ended(before, FAILED, NOON + 2 * HOUR);
      expect([goesOn(before, NOON + 2 * HOUR), goesOn(failed, NOON + 2 * HOUR)]).toEqual([
        false,
        false,
      ]);
      const after = ended(failed, wentWell(NOON + 2 * HOUR, { doubt: doubtAt }), NOON + 3 * HOUR);
      expect(goesOn(after, NOON + 4 * HOUR)).toBe(true);
      // A copy that still has it costs one more sync, but not one each time until then.
      const met = withSync(after, joinSyncs(after.data.sync, before.data.sync));
      const { doubtAt: doubt } = syncIn(met);
      expect(
        goesOn(ended(met, wentWell(NOON + 5 * HOUR, { doubt }), NOON + 6 * HOUR), NOON + 7 * HOUR),
      ).toBe(true);
    },
  );

  test('B7: what is reported while everything is read is not over with it', () => {
    for (const clock of [NOON + 2 * HOUR, NOON + YEAR, NOON - YEAR]) {
      const { doubtAt } = syncIn(doubted(synced, NOON + HOUR));
      const meanwhile = doubted(doubted(synced, NOON + HOUR), clock);
      const after = ended(
        meanwhile,
        wentWell(NOON + 3 * HOUR, { doubt: doubtAt }),
        NOON + 4 * HOUR,
      );
      expect(goesOn(after, NOON + 5 * HOUR)).toBe(false);
      // Older versions recognise it because there is nothing to go on from.
      expect(syncIn(after)).not.toHaveProperty('versions');
    }
  });
});

describe('B7: moments of a clock that is far ahead', () => {
  const ahead = ended(taken, wentWell(NOON + YEAR), NOON + YEAR);

  test('B7: they are not written again by who does not sync, so that the next one counts', () => {
    const told = syncIn(doubted(ahead, NOON));
    expect(told).toMatchObject({ at: 0, okAt: NOON });
    const other = syncIn(ended(ahead, FAILED, NOON + MINUTE));
    expect(joinSyncs(told, other)).toMatchObject({ at: NOON + MINUTE, code: 'reply-number' });
  });

  test('B7: nor with a try that failed', () => {
    expect(syncIn(ended(ahead, FAILED, NOON))).toMatchObject({ at: NOON, okAt: NOON });
  });

  test('B7: with clocks that nearly agree they are kept', () => {
    const near = ended(taken, wentWell(NOON + HOUR), NOON + HOUR);
    expect(syncIn(doubted(near, NOON))).toMatchObject({ at: NOON + HOUR, okAt: NOON + HOUR });
    expect(syncIn(ended(near, FAILED, NOON))).toMatchObject({ okAt: NOON + HOUR });
  });
});
