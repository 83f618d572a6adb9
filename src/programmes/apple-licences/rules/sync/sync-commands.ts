import type { Doing } from '#core/record/kind.ts';
import type { Draft } from '#core/record/record.ts';
import { ok, refuse, type Problem } from '#core/result.ts';
import { withStep, type Step } from '#core/record/step.ts';
import type { TokenVerdict } from '../api/error-numbers.ts';
import type { ContentToken, ContentTokenData } from '../token/content-token.ts';
import { settled } from './doubted.ts';
import { BY_APPLE, isByApple, isHeldElsewhere } from './held-elsewhere.ts';
import { isOwnSystem } from '../token/holder.ts';
import type { LocationConfig, TokenHolder } from '../api/location-records.ts';
import { findingOf, renewalOf, type Finding } from '../token/token-life.ts';
import { fileOf } from '../token/token-files.ts';
import { syncOfFile } from './sync-of-file.ts';
import { isAhead } from './sync-times.ts';
import { NEVER_SYNCED, type TokenSync } from './token-sync.ts';
import type { WrittenBeside } from '#core/record/trash-undone.ts';
import type { TokenResult } from '../token/token-problem.ts';

/** What Apple says of a token's location. */
export type LocationFacts = Pick<LocationConfig, 'uId' | 'locationName' | 'holder'> & {
  /** Address of invitations; '' if not given. */
  readonly invitation: string;
};

/**
 * How a sync ended: what it saw, and the doubt that it began with the knowledge of (`doubtAt`); or
 * why it brought nothing.
 */
export type SyncEnd =
  | ({ readonly ok: true; readonly doubt?: number | undefined } & Pick<
      TokenSync,
      'apps' | 'licences' | 'users' | 'versions'
    >)
  | ({ readonly ok: false; readonly verdict?: TokenVerdict | undefined } & Pick<
      TokenSync,
      'code' | 'number' | 'params' | 'mayPass' | 'notBefore'
    >);

/**
 * Whether what Apple says can be this token's location. A renewed file may belong to another one
 * (B6), and two tokens for the same library would write each other's news (apple.md §1.3:
 * "de-duplicate on `uId`"). `others` are the existing tokens.
 */
export const judgeLocation = (
  token: ContentToken,
  { uId, locationName }: Pick<LocationFacts, 'uId' | 'locationName'>,
  others: readonly ContentToken[],
): Problem<'other-location' | 'duplicate-location'> | undefined => {
  const { location, locationId } = token.data;
  if (locationId !== '' && uId !== '' && locationId !== uId)
    return refuse('other-location', undefined, {
      now: location || locationId,
      next: locationName || uId,
    }).problem;
  // Of two the one that was taken first goes on: on every device the same one gives way.
  const same = others.find(
    (other) =>
      isTakenBefore(other, token) &&
      other.trashedOn === '' &&
      uId !== '' &&
      other.data.locationId === uId,
  );
  return same === undefined
    ? undefined
    : refuse('duplicate-location', undefined, { name: same.data.name }).problem;
};

/**
 * By the moments at which they were taken; their ids are hashes, and those of older versions rise
 * with time.
 */
const isTakenBefore = (left: ContentToken, right: ContentToken): boolean => {
  const [a, b] = [takenAt(left), takenAt(right)];
  return a === b ? left.id < right.id : a < b;
};

const takenAt = ({ steps }: ContentToken): number =>
  steps
    .filter(({ kind }) => kind === 'taken')
    .reduce((first, { at }) => Math.min(first, at), Infinity);

/**
 * Writes down how a sync of the token ended: its state, what was found out of the token, and the
 * check of a renewal.
 */
export const endSync = (
  token: ContentToken,
  facts: LocationFacts | undefined,
  end: SyncEnd,
  doing: Doing,
): TokenResult<Draft<ContentTokenData>> => {
  const { data } = token;
  const named = facts === undefined ? {} : fieldsOf(data, facts);
  const found = foundBy(token, facts, end, doing.now);
  const steps =
    found === undefined ? token.steps : withStep(token.steps, stepOf(token, found, doing), doing);
  const isChecked = end.ok && isUnchecked(steps);
  const { fingerprint } = fileOf(token);
  return ok({
    ...token,
    data: {
      ...data,
      ...named,
      // What was read with another file is not gone on from with this one.
      sync: syncOf(syncOfFile(token) ?? NEVER_SYNCED, end, fingerprint, doing),
    },
    steps: isChecked ? withStep(steps, checkOf(fingerprint, doing), doing) : steps,
  });
};

/** It names its file, as a finding does: another device may renew with the next one meanwhile. */
const checkOf = (file: string, { today: on }: Doing) => ({
  kind: 'checked',
  on,
  data: { ...BY_APPLE, file },
});

const syncOf = (before: TokenSync, end: SyncEnd, file: string, { now: at }: Doing): TokenSync => {
  const { apps, licences, users, doubtAt } = before;
  const doubted = doubtAt === undefined ? {} : { doubtAt };
  const from = ({ versions }: Pick<TokenSync, 'versions'>) =>
    versions === undefined ? {} : { versions: { ...versions, file } };
  if (end.ok) {
    const { ok: _, doubt, versions: read, ...seen } = end;
    const well = { at, code: '', okAt: at, ...seen, file };
    // The doubt it knew about is over, whatever its clock; what was read does not settle a doubt
    // that came meanwhile.
    return doubtAt === undefined || doubtAt === doubt
      ? { ...well, ...from({ versions: read }) }
      : { ...well, doubtAt };
  }
  const { ok: _, verdict: _verdict, ...why } = end;
  const okAt = isAhead(before.okAt, at) ? at : before.okAt;
  return settled({ at, okAt, apps, licences, users, ...from(before), ...why, ...doubted, file });
};

/** A name that someone gave the location stays. */
const fieldsOf = (
  data: ContentTokenData,
  { uId, locationName, holder, invitation }: LocationFacts,
) => ({
  locationId: uId || data.locationId,
  location: data.location || locationName,
  ...(holder === undefined ? {} : { holder }),
  ...(invitation === '' ? {} : { invitation }),
});

/**
 * What the first sync writes of a token that was just taken: it is no word of somebody's. A
 * location that was left open is named by it, too.
 */
export const writtenBySync = ({ data }: Pick<ContentToken, 'data'>): WrittenBeside => ({
  fields: [
    'locationId',
    'holder',
    'invitation',
    'sync',
    ...(data.location === '' ? ['location'] : []),
  ],
  isBeside: isByApple,
});

/** `holder` is the id of the system that a token is used in. */
type Found = {
  readonly kind: Finding | 'found-valid';
  readonly note?: string;
  readonly holder?: string;
};

const stepOf = (
  token: ContentToken,
  { kind, note, holder }: Found,
  { today }: Doing,
): Omit<Step, 'id' | 'at' | 'by'> => ({
  kind,
  on: today,
  data: {
    ...BY_APPLE,
    file: fileOf(token).fingerprint,
    ...(holder === undefined ? {} : { holder }),
  },
  ...(note === undefined ? {} : { note }),
});

/** What a sync finds out of the token that is not known yet. */
const foundBy = (
  token: ContentToken,
  facts: LocationFacts | undefined,
  end: SyncEnd,
  now: number,
): Found | undefined => {
  const known = findingOf(token.steps);
  // The holder is reported once, even by a sync that was interrupted later.
  const found = (end.ok ? undefined : trouble(token, end, now)) ?? claimed(token, facts?.holder);
  if (found !== undefined) return known?.kind === found.kind ? undefined : found;
  return end.ok && known !== undefined && isOver(known, token.data, facts)
    ? { kind: 'found-valid' }
    : undefined;
};

/** Whether what was found no longer holds, now that Apple let the token in. */
const isOver = (
  found: Pick<Step, 'kind' | 'data'>,
  { system, systemName }: ContentTokenData,
  facts: LocationFacts | undefined,
): boolean => {
  const { kind } = found;
  if (kind === 'revoked' || kind === 'invalid') return true;
  // What another system calls a duplicate, and who a person says has taken it, is theirs to take
  // back.
  if (!isByApple(found)) return false;
  return (
    kind !== 'claimed' || (system !== '' && isOwnSystem({ system, systemName }, facts?.holder))
  );
};

const trouble = (
  token: ContentToken,
  end: Extract<SyncEnd, { ok: false }>,
  now: number,
): Found | undefined => {
  const { code, verdict, number, params } = end;
  if (code === 'duplicate-location')
    return { kind: 'duplicate', note: String(params?.['name'] ?? '') };
  if (verdict === undefined) return undefined;
  // Its own end is still to come: the account's password has ended it (apple.md §1.3).
  const isEarly = now < Date.parse(fileOf(token).expiresAt);
  const kind = verdict !== 'expired' ? verdict : isEarly ? 'invalid' : undefined;
  return kind === undefined
    ? undefined
    : { kind, note: number === undefined ? 'Apple' : `Apple ${number}` };
};

const claimed = (token: ContentToken, holder: TokenHolder | undefined): Found | undefined =>
  holder !== undefined && isHeldElsewhere(token, holder)
    ? { kind: 'claimed', note: holder.name, holder: holder.id }
    : undefined;

const isUnchecked = (steps: readonly Step[]): boolean => {
  const round = renewalOf(steps);
  const done = (kind: string): boolean =>
    round.find((step) => step.kind === kind)?.done !== undefined;
  return done('renewed') && !done('checked');
};
