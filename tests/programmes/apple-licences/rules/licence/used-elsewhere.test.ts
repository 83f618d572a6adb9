import { describe, expect, test } from 'vitest';
import type {
  ContentToken,
  TokenSystem,
} from '#programmes/apple-licences/rules/token/content-token.ts';
import { endSync, type SyncEnd } from '#programmes/apple-licences/rules/sync/sync-commands.ts';
import {
  BLANK_TOKEN,
  renewToken,
  takeToken,
  type TakenFile,
} from '#programmes/apple-licences/rules/token/token-commands.ts';
import { noteFinding } from '#programmes/apple-licences/rules/token/token-findings.ts';
import { findingOf } from '#programmes/apple-licences/rules/token/token-life.ts';
import type { Draft } from '#core/record/record.ts';
import type { Result } from '#core/result.ts';
import { recordOf, valueOf } from '#tests/factories/credit.ts';
import { doingOn } from '#tests/factories/doing.ts';

const file = (
  fingerprint: string,
  lastDay: string,
  innerFingerprint = `inner of ${fingerprint}`,
): TakenFile => ({
  file: { organization: 'Nordby kommun', lastDay, expiresAt: `${lastDay}T09:26:53Z` },
  fingerprint,
  innerFingerprint,
});
const NEXT = file('bb', '2027-12-13');
const MOSYLE = { id: 'mosyle-1', name: 'Mosyle' };
const OTHER = { id: 'other-1', name: 'Kandji' };
const OURS = { id: 'jamf-1', name: 'Jamf Pro' };

let clock = Date.parse('2026-11-20T12:00:00Z');
const doing = () => ({ ...doingOn(), now: (clock += 1_000), newId: () => `step-${(clock += 1)}` });
const again = (answer: Result<Draft<ContentToken['data']>>): ContentToken =>
  recordOf(valueOf(answer)) as ContentToken;
const takenIn = (system: TokenSystem): ContentToken => {
  const input = { ...BLANK_TOKEN, name: 'Grundskolor', appleId: 'vpp@nordby.example', system };
  const given = { edition: 'apple-licences.accounts-2025', knowsForGood: true, others: [] };
  return again(takeToken('token-1', input, file('aa', '2026-12-14'), given, doing()));
};

const WELL: SyncEnd = { ok: true, apps: 1, licences: 1, users: 1 };
const REVOKED: SyncEnd = {
  ok: false,
  code: 'reply-number',
  number: 9625,
  params: {},
  verdict: 'revoked',
  mayPass: false,
};
const heldBy = (holder: typeof MOSYLE) => ({
  uId: 'uid',
  locationName: 'Nordby',
  invitation: '',
  holder,
});
const synced = (token: ContentToken, holder: typeof MOSYLE): ContentToken =>
  again(endSync(token, heldBy(holder), WELL, doing()));
const renewed = (token: ContentToken, next = NEXT): ContentToken =>
  again(renewToken(token, { ...next, isMeant: true }, [], doing()));
const noted = (token: ContentToken, kind: 'claimed' | 'found-valid'): ContentToken =>
  again(noteFinding(token, { kind, on: '2026-11-20' }, doing()));
const foundOf = (token: ContentToken): string | undefined => findingOf(token.steps)?.kind;

describe('B5: use elsewhere is reported for each file of a token, until somebody says that all is well', () => {
  const claimed = synced(takenIn('jamf'), MOSYLE);

  test('B5: after a renewal the next sync says again who holds the location', () => {
    expect(foundOf(claimed)).toBe('claimed');
    expect(foundOf(renewed(claimed))).toBeUndefined();
    const after = synced(renewed(claimed), MOSYLE);
    expect([foundOf(after), findingOf(after.steps)?.note]).toEqual(['claimed', 'Mosyle']);
    // Once for the file, however often it is synced.
    expect(synced(synced(after, MOSYLE), MOSYLE).steps).toEqual(after.steps);
  });

  test('B5: where no system of ours is named, the first to hold it is ours and who came after is reported again', () => {
    const first = synced(takenIn(''), OURS);
    expect(foundOf(synced(renewed(first), OURS))).toBeUndefined();
    const moved = synced(first, MOSYLE);
    expect(foundOf(moved)).toBe('claimed');
    expect(foundOf(synced(renewed(moved), MOSYLE))).toBe('claimed');
  });

  test('B5: what a person noted of the old file is not said of the new one when its own system holds the location', () => {
    for (const system of ['', 'jamf'] as const) {
      const old = noted(synced(takenIn(system), OURS), 'claimed');
      expect(foundOf(synced(renewed(old), OURS))).toBeUndefined();
    }
  });

  test('B5: saying that all is well accepts that holder for the files to come, in any dress, and no other holder', () => {
    const accepted = noted(claimed, 'found-valid');
    expect(foundOf(synced(accepted, MOSYLE))).toBeUndefined();
    expect(foundOf(synced(renewed(accepted), MOSYLE))).toBeUndefined();
    expect(foundOf(synced(renewed(accepted), OTHER))).toBe('claimed');
    const dressed = noted(renewed(claimed, file('cc', '2027-05-01', 'inner of aa')), 'found-valid');
    expect(foundOf(synced(renewed(dressed), MOSYLE))).toBeUndefined();
  });

  test('B5: all is well, said of another file, accepts nobody', () => {
    const renewedFirst = noted(renewed(claimed), 'found-valid');
    expect(foundOf(synced(renewedFirst, MOSYLE))).toBe('claimed');
  });

  test('B5: a revocation that passed leaves the holder to be reported again', () => {
    const revoked = again(endSync(claimed, undefined, REVOKED, doing()));
    expect(foundOf(revoked)).toBe('revoked');
    expect(foundOf(synced(revoked, MOSYLE))).toBe('claimed');
    const accepted = again(endSync(noted(claimed, 'found-valid'), undefined, REVOKED, doing()));
    expect(foundOf(synced(accepted, MOSYLE))).toBeUndefined();
  });

  test('B5: what older versions reported names no holder, and is accepted as it was', () => {
    const older = {
      ...claimed,
      steps: claimed.steps.map(({ data: { holder: _, ...data } = {}, ...step }) => ({
        ...step,
        data,
      })),
    };
    expect(foundOf(synced(renewed(noted(older, 'found-valid')), MOSYLE))).toBeUndefined();
    expect(foundOf(synced(renewed(older), MOSYLE))).toBe('claimed');
  });
});
