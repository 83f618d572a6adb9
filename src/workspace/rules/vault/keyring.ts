import * as z from '#core/schema.ts';
import { count, dayGiven, moment, words } from '#core/record/field-schemas.ts';
import type { Day } from '#core/day/day.ts';
import type { Kind } from '#core/record/kind.ts';

/**
 * All keys of the workspace wrapped under one secret: one atomic entry, never merged by field
 * (docs/decisions/vault.md). `salt`, `iv` and `keys` are base64; `keys` is AES-256-GCM over the raw
 * keys, under the key derived from the secret.
 */
export type Wrap = {
  readonly id: string;
  readonly by: 'passphrase' | 'recovery-kit';
  /** Number printed on the kit ("Kit 1"); 0 for a passphrase. */
  readonly number: number;
  /** Four letters printed on the kit, which tell its paper from one that was begun and left. */
  readonly mark?: string | undefined;
  readonly madeOn: Day;
  /**
   * Who replaced the former one with it, and when; absent for the first ones, and from older
   * versions.
   */
  readonly changed?: { readonly by: string; readonly at: number } | undefined;
  /**
   * The id of the workspace key in it, only for lists: what the wrap opens is decided by its
   * content. Absent in older ones.
   */
  readonly workspaceKey?: string | undefined;
  readonly derivation: {
    readonly name: 'argon2id';
    readonly memoryKiB: number;
    readonly passes: number;
    readonly lanes: number;
  };
  readonly salt: string;
  readonly iv: string;
  readonly keys: string;
  /**
   * Hash under a key that is in every wrap of the workspace: who made this one had opened the
   * keyring before. Older versions do not say.
   */
  readonly vouched?: string | undefined;
};

/**
 * The synced, readable keyring: it holds nothing but wrapped keys. `vaultKey` and `workspaceKey`
 * are the ids of the current ones; a keyring whose keys were never changed does not name the
 * latter. `keysBefore` are the ids of the workspace keys that were in use, `sealedAnew` those with
 * which a device has sealed anew all that older ones sealed on the server: from then on these count
 * for nothing new. `wrapsTakenOff` are the ids of wraps that are to open nothing any more, whatever
 * older copy turns up. All three are only ever added to.
 */
export type KeyringData = {
  readonly v: number;
  readonly vaultKey: string;
  readonly workspaceKey?: string | undefined;
  readonly keysBefore?: Readonly<Record<string, true>> | undefined;
  readonly sealedAnew?: Readonly<Record<string, true>> | undefined;
  readonly wrapsTakenOff?: Readonly<Record<string, true>> | undefined;
  readonly wraps: Readonly<Record<string, Wrap>>;
};

/** Id of the one keyring of a workspace. */
export const KEYRING_ID = 'keyring';

/** No wrap holds more: a few hundred vault keys. */
const MOST_KEYS = 1_000_000;

const upTo = (most: number) => z.string().check(z.refine((given) => given.length <= most));

/** Whether a key or wrap can be called so: an app gives them ids of 36 letters. */
export const isName = (given: string): boolean => /^[\w-]{0,64}$/.test(given);
const name = z.string().check(z.refine(isName));

const wrap = z.looseObject({
  id: name,
  by: z.enum(['passphrase', 'recovery-kit']),
  number: count,
  mark: z.optional(upTo(100)),
  madeOn: dayGiven,
  changed: z.optional(z.looseObject({ by: words, at: moment })),
  workspaceKey: z.optional(name),
  derivation: z.looseObject({
    name: z.literal('argon2id'),
    memoryKiB: z.number(),
    passes: z.number(),
    lanes: z.number(),
  }),
  salt: upTo(1_000),
  iv: upTo(1_000),
  keys: upTo(MOST_KEYS),
  vouched: z.optional(upTo(1_000)),
});

/**
 * Twice what who adds one leaves (`keyring-names.ts`), since devices that meet put theirs together.
 */
const MOST_NAMES = 2_000;

const areNames = (given: object): boolean => {
  const names = Object.keys(given);
  return names.length <= MOST_NAMES && names.every(isName);
};
const ids = z.record(z.string(), z.literal(true)).check(z.refine((given) => areNames(given)));

/** All that is known of a keyring. */
export const FIELDS = {
  v: z.number(),
  vaultKey: name,
  workspaceKey: z.optional(name),
  keysBefore: z.optional(ids),
  sealedAnew: z.optional(ids),
  wrapsTakenOff: z.optional(ids),
  wraps: z.record(z.string(), wrap).check(z.refine((given) => areNames(given))),
};

/**
 * Letters of what a newer version may have added, as JSON: whoever changes the keys carries it on.
 */
const MOST_UNKNOWN = 2_000;

/** Whether what is not known of a keyring is no more than that. */
export const areFewUnknown = (given: object): boolean => {
  const unknown = Object.entries(given).filter(([field]) => !Object.hasOwn(FIELDS, field));
  return JSON.stringify(unknown).length <= MOST_UNKNOWN;
};

/** The wrapped keys of the workspace. */
export const keyring: Kind<KeyringData, 'workspace'> = {
  id: 'keyring',
  programme: 'workspace',
  schema: z.looseObject(FIELDS).check(z.refine((given) => areFewUnknown(given))),
  // It goes readable and sealed at once: 2.4 times as long, of 8,000,000 that a CouchDB takes as it
  // is delivered. Where each part is as full as it may be, a change of keys still has room: it
  // makes the wraps again, and leaves two hundred changes.
  mostBytes: { data: 1_500_000, history: 1_100_000, change: 5_000, clashes: 200_000 },
  mostSteps: 0,
  version: 1,
  upgrade: (data) => data,
  title: () => ({ code: 'keyring' }),
  deadlines: () => [],
  secretFields: ['wraps'],
  fieldsWithoutHistory: ['keysBefore', 'sealedAnew', 'wrapsTakenOff'],
  entryFields: ['wraps', 'keysBefore', 'sealedAnew', 'wrapsTakenOff'],
  takenOff: { wraps: 'wrapsTakenOff' },
  neverAsked: ['vaultKey', 'workspaceKey'],
};
