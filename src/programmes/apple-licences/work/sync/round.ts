import type { ReadVersions } from '#programmes/apple-licences/rules/sync/token-sync.ts';
import { keep, readKept } from '#data/device/device-store.ts';
import type { ListingPosition } from '../api/read-listing.ts';

/**
 * A sync that is not over: what of it is stored already, and how far the listing is that was being
 * read. Users are never in it: their invitations are secrets, and a location has few pages of them.
 */
export type SyncRound = {
  /** When it began (ms): what was read counts as of then. */
  readonly startedAt: number;
  /** Fingerprint of the file: another one begins again. */
  readonly fingerprint: string;
  readonly versions: ReadVersions;
  /**
   * The doubt that was known when it began (`doubtAt` of the token's sync): with another one it
   * begins again.
   */
  readonly doubt?: number | undefined;
  readonly users?: number | undefined;
  readonly apps?: number | undefined;
  readonly assignments?: ListingPosition<'assignments'> | undefined;
};

/** Later what was read is too old to continue with (ms). */
const GOES_ON_FOR = 2 * 60 * 60 * 1_000;

/** Where a round is kept on this device. */
export type RoundStore = {
  read(): Promise<SyncRound | undefined>;
  keep(round: SyncRound | undefined): Promise<void>;
};

/** The round of a token, kept beside what this device knows of the workspace. */
export const roundStoreOf = (workspaceId: string, token: string): RoundStore => {
  const key = `${workspaceId}/apple/${token}/round`;
  return { read: () => readKept<SyncRound>(key), keep: (round) => keep(key, round) };
};

/** The kept round if it can be gone on with, else a new one. */
export const roundToGoOn = (kept: SyncRound | undefined, fresh: SyncRound): SyncRound => {
  const age = fresh.startedAt - (kept?.startedAt ?? 0);
  const isSame = kept?.fingerprint === fresh.fingerprint && kept.doubt === fresh.doubt;
  return isSame && age >= 0 && age < GOES_ON_FOR ? kept : fresh;
};
