import type { ContentToken } from '#programmes/apple-licences/rules/token/content-token.ts';
import type { LocationConfig } from '#programmes/apple-licences/rules/api/location-records.ts';
import type { ListRow } from '#programmes/apple-licences/import/read/values.ts';
import { isOwnSystem } from '#programmes/apple-licences/rules/token/holder.ts';
import { rowsOfPage } from '#programmes/apple-licences/import/read/saved-rows.ts';
import {
  judgeLocation,
  type LocationFacts,
  type SyncEnd,
} from '#programmes/apple-licences/rules/sync/sync-commands.ts';
import type { Listing } from '#programmes/apple-licences/rules/api/listing-page.ts';
import { syncOfFile } from '#programmes/apple-licences/rules/sync/sync-of-file.ts';
import { fileOf } from '#programmes/apple-licences/rules/token/token-files.ts';
import { versionsToGoOn } from '#programmes/apple-licences/rules/sync/whole-read.ts';
import type { ImportParts } from '#data/import/trial.ts';
import type { Watched } from '#data/records/in-chunks.ts';
import { fromFirstPage, type AppleClient } from '../api/client.ts';
import type { NoAnswer } from '../api/line.ts';
import type { ListingPosition, ListingRead, ReadProgress } from '../api/read-listing.ts';
import { roundToGoOn, type RoundStore, type SyncRound } from './round.ts';
import { storeListing, type Adorn, type GivenListing } from './store-listing.ts';
import { userMarks } from './user-marks.ts';

/** How far a sync is: which listing, read or written, and how much of the whole (0 to 1). */
export type SyncProgress = {
  readonly listing: Listing;
  readonly phase: 'reading' | 'writing';
  readonly share: number;
  /** Records of the listing so far. */
  readonly records: number;
};

/** What a sync of one location works with. `others` are the existing tokens. */
export type LocationSync = ImportParts & {
  readonly client: AppleClient;
  readonly token: ContentToken;
  readonly others: readonly ContentToken[];
  readonly round: RoundStore;
  /** Edition of the accounts rule that the workspace goes by. */
  readonly edition: string;
  readonly now: () => number;
  readonly signal: AbortSignal;
  readonly onProgress?: ((progress: SyncProgress) => void) | undefined;
};

/**
 * How a sync ended, and what Apple said about the location; with `why` if Apple, or the connection
 * to it, gave no answer.
 */
export type LocationSynced = {
  readonly facts?: LocationFacts | undefined;
  readonly end:
    | Extract<SyncEnd, { ok: true }>
    | { readonly ok: false; readonly why: NoAnswer }
    | { readonly ok: false; readonly problem: { readonly code: string; readonly params?: object } };
};

/** So many pages are read between two notes of where the read is. */
const NOTED_PAGES = 4;

/** Where each listing begins and ends in the progress of the whole. */
const SHARES: Readonly<Record<Listing, readonly [number, number]>> = {
  users: [0.02, 0.25],
  assets: [0.25, 0.4],
  assignments: [0.4, 1],
};

/**
 * Reads a location and puts it in the place of what was known: users, then apps, then who has which
 * licence. Each listing is stored whole before the next is read, and noted: what was cut off goes
 * on there. Rejects as a store does.
 */
export const syncLocation = async (sync: LocationSync): Promise<LocationSynced> => {
  const { client, token, others, signal } = sync;
  const config = await client.location(signal);
  if (!config.ok) return { end: { ok: false, why: config.failure } };
  const service = await client.service(signal);
  if (!service.ok) return { end: { ok: false, why: service.failure } };
  const { uId, locationName, holder } = config.value;
  const problem = judgeLocation(token, config.value, others);
  if (problem !== undefined) return { end: { ok: false, problem } };
  const facts = { uId, locationName, holder, invitation: service.value.invitation };
  return { facts, end: await readAll({ ...sync, config: config.value }, facts) };
};

/**
 * What Apple says of the location goes along, so that its records have its name from the first on.
 */
type Naming = LocationSync & { readonly config: LocationConfig };

/**
 * The name that someone gave the location comes last, and counts: records may know it by either.
 */
const namesOf = ({ config, token: { data } }: Naming): ListRow[] =>
  [...new Set([config.locationName, data.location])].filter(Boolean).map((locationName) => ({
    outcome: 'value',
    sheet: 'Apple',
    row: 0,
    locationId: config.uId,
    notes: [],
    is: 'location',
    config: { ...config, locationName },
  }));

const readAll = async (sync: Naming, facts: LocationFacts): Promise<LocationSynced['end']> => {
  const { token, now, round: kept } = sync;
  const before = syncOfFile(token);
  const known = versionsToGoOn(before, now());
  const versions = known ?? { users: '', assignments: '', wholeAt: now() };
  const { fingerprint } = fileOf(token);
  const fresh: SyncRound = { startedAt: now(), fingerprint, versions, doubt: before?.doubtAt };
  let round = roundToGoOn(await kept.read(), fresh);
  // One after the other, in the order in which they were made.
  let noted: Promise<void> = Promise.resolve();
  const keep = (next: SyncRound | undefined): Promise<void> =>
    (noted = noted.then(() => kept.keep(next)));
  const note = (more: Partial<SyncRound>): Promise<void> => keep((round = { ...round, ...more }));
  if (round.users === undefined) {
    const users = await readUsers(sync, facts, round);
    if (!users.ok) return users;
    await note({ users: users.count, versions: { ...round.versions, users: users.version } });
  }
  if (round.apps === undefined) {
    const apps = await readApps(sync, facts, round);
    if (!apps.ok) return apps;
    await note({ apps: apps.count });
  }
  const licences = await readLicences(sync, facts, round, note);
  if (!licences.ok) return licences;
  await keep(undefined);
  return {
    ok: true,
    users: round.users ?? 0,
    apps: round.apps ?? 0,
    licences: licences.count,
    versions: { ...round.versions, assignments: licences.version },
    doubt: round.doubt,
  };
};

type Stored =
  | { readonly ok: true; readonly count: number; readonly version: string }
  | { readonly ok: false; readonly why: NoAnswer };

const since = (version: string): string | undefined => (version === '' ? undefined : version);

/**
 * Where nothing changed the number is what it was; of changes nobody knows how many there are now.
 */
const countOf = ({ brings, records }: ListingRead<Listing>, before: number | undefined): number =>
  brings === 'everything' ? records.length : (before ?? 0);

const store = (
  sync: Naming,
  listing: GivenListing,
  watched: Watched,
  adorn?: Adorn,
): Promise<void> =>
  storeListing(sync, { ...listing, rows: [...namesOf(sync), ...listing.rows] }, watched, adorn);

const readUsers = async (
  sync: Naming,
  { uId, holder }: LocationFacts,
  round: SyncRound,
): Promise<Stored> => {
  const { client, signal, token, vault, edition } = sync;
  const from = fromFirstPage('users', since(round.versions.users));
  const read = await client.read({ from, signal, onProgress: reading(sync) });
  if (!read.ok) return { ok: false, why: read.failure };
  const { records: users, whole, brings, versionId = '' } = read.value;
  const rows = rowsOfPage(
    { kind: 'users', records: users, place: { uId, versionId, index: 0 } },
    'Apple',
  );
  const marks = userMarks({
    vault,
    uId,
    users,
    isForeign: !isOwnSystem(token.data, holder),
    edition,
  });
  const isWhole = whole && brings === 'everything';
  await store(
    sync,
    { of: 'users', rows, uId, readAt: round.startedAt, isWhole },
    writing(sync, 'users', rows.length),
    marks,
  );
  return { ok: true, count: countOf(read.value, token.data.sync?.users), version: versionId };
};

/**
 * Apps are always read whole: their counts are what it is about, and a location has few pages of
 * them.
 */
const readApps = async (
  sync: Naming,
  { uId }: LocationFacts,
  round: SyncRound,
): Promise<Stored> => {
  const { client, signal, now } = sync;
  const readAt = now();
  const read = await client.read({
    from: fromFirstPage('assets'),
    signal,
    onProgress: reading(sync),
  });
  if (!read.ok) return { ok: false, why: read.failure };
  const { records, whole, versionId = '' } = read.value;
  const rows = rowsOfPage(
    { kind: 'assets', records, place: { uId, versionId, index: 0 } },
    'Apple',
  );
  const listing = {
    of: 'assets' as const,
    rows,
    uId,
    readAt: Math.max(readAt, round.startedAt),
    isWhole: whole,
  };
  await store(sync, listing, writing(sync, 'assets', rows.length));
  return { ok: true, count: records.length, version: versionId };
};

const readLicences = async (
  sync: Naming,
  { uId }: LocationFacts,
  round: SyncRound,
  note: (more: Partial<SyncRound>) => Promise<void>,
): Promise<Stored> => {
  const { client, signal, token } = sync;
  const from = round.assignments ?? fromFirstPage('assignments', since(round.versions.assignments));
  const keep = (assignments: ListingPosition<'assignments'>): Promise<void> =>
    note({ assignments });
  // A closing page cannot save its position then: so it is noted along the way.
  const reached = (position: typeof from): void => {
    if (position.read.index % NOTED_PAGES === 0) void keep(position);
  };
  const read = await client.read({ from, signal, onProgress: reading(sync), reached });
  if (!read.ok) {
    await keep(read.position);
    return { ok: false, why: read.failure };
  }
  const { records, whole, brings, versionId = '' } = read.value;
  const rows = rowsOfPage(
    { kind: 'assignments', records, place: { uId, versionId, index: 0 } },
    'Apple',
  );
  const isWhole = whole && brings === 'everything';
  const progress = writing(sync, 'assignments', rows.length);
  await store(sync, { of: 'assignments', rows, uId, readAt: round.startedAt, isWhole }, progress);
  return { ok: true, count: countOf(read.value, token.data.sync?.licences), version: versionId };
};

/**
 * Reading is the first half of a listing's progress; before the first page says how many there are,
 * the progress stays at zero.
 */
const reading =
  ({ onProgress }: LocationSync) =>
  ({ listing, pages, totalPages, records }: ReadProgress): void => {
    const [start, end] = SHARES[listing];
    const part = totalPages === undefined || totalPages === 0 ? 0 : Math.min(1, pages / totalPages);
    onProgress?.({ listing, phase: 'reading', records, share: start + ((end - start) / 2) * part });
  };

const writing = ({ onProgress, signal }: LocationSync, listing: Listing, rows: number) => ({
  signal,
  onProgress: (done: number): void => {
    const [start, end] = SHARES[listing];
    const part = rows === 0 ? 1 : Math.min(1, done / rows);
    onProgress?.({
      listing,
      phase: 'writing',
      records: rows,
      share: start + ((end - start) / 2) * (1 + part),
    });
  },
});
