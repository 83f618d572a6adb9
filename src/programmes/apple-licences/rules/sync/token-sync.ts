import * as z from '#core/schema.ts';
import { count, moment, text, words } from '#core/record/field-schemas.ts';
import type { SyncTimes } from './sync-times.ts';

/**
 * What of a location was read last, to ask for what changed since (apple.md §2.4); '' reads
 * everything.
 */
export type ReadVersions = {
  readonly users: string;
  readonly assignments: string;
  /** When everything was read last (ms). */
  readonly wholeAt: number;
  /**
   * Fingerprint of the file that it was read with; where none is named it is the sync's own. '' for
   * one that nobody knows.
   */
  readonly file?: string | undefined;
};

/**
 * How the last sync of a token with Apple ended (B2, B7). Two devices' syncs meet by what they say
 * (`joinSyncs`).
 */
export type TokenSync = SyncTimes & {
  /** When one went well last (ms); 0 for never. */
  readonly okAt: number;
  /** Apple's number of a failure, and what its sentence needs. */
  readonly number?: number | undefined;
  readonly params?: Readonly<Record<string, string | number>> | undefined;
  /** What is at the location as the last one that went well saw it. */
  readonly apps: number;
  readonly licences: number;
  readonly users: number;
  readonly versions?: ReadVersions | undefined;
  /**
   * When something may have happened at Apple last that leaves no trace among the changes (ms): it
   * is read whole after that.
   */
  readonly doubtAt?: number | undefined;
  /** Fingerprint of the file that it was tried with; older versions named none. */
  readonly file?: string | undefined;
};

/** A token before its first sync. */
export const NEVER_SYNCED: TokenSync = { at: 0, code: '', okAt: 0, apps: 0, licences: 0, users: 0 };

const never = z._default(moment, 0);
const none = z._default(count, 0);

/** How it is stored: what tells when and whether, the rest as it was written. */
export const tokenSyncSchema = z.optional(
  z.looseObject({
    at: never,
    okAt: never,
    code: text,
    apps: none,
    licences: none,
    users: none,
    doubtAt: z.optional(moment),
    file: z.optional(words),
  }),
);
