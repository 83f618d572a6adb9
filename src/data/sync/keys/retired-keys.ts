import { withAllSealedAnew } from '#workspace/rules/vault/keyring-commands.ts';
import { KEYRING_ID, type KeyringData } from '#workspace/rules/vault/keyring.ts';
import type { Records } from '../../records/records.ts';
import { onKind } from '../../records/on-kind.ts';
import type { DeviceKeys } from '../../vault/device-keys.ts';
import { keyringIn } from '../../vault/keyring/keyring-in.ts';
import type { Resealed } from './reseal.ts';
import type { SyncStore } from '../sync-store.ts';

/** When this device resealed everything, and nothing was left: key and comparison, as text. */
const RESEALED = 'resealed';

/**
 * Ids of the keys with which this device went through everything that older keys sealed, whatever
 * was left.
 */
const WENT_THROUGH = 'went-through';

/** Where a sync keeps its own, and the records with the keyring among them. */
export type RetiredKeysParts = {
  readonly store: SyncStore;
  readonly records: Pick<Records, 'get' | 'change'>;
};

/**
 * Which workspace keys count for nothing new any more: a device has gone through all that they
 * sealed.
 */
export type RetiredKeys = {
  /** Whether a later key of this device has taken the place of that one. */
  isRetired(key: string): boolean;
  /**
   * Whether that was a key of the workspace which this device never got: it cannot speak for what
   * it sealed.
   */
  lacks(key: string): boolean;
  /**
   * Whether this is a key of the workspace or was one, as far as this device and its keyring know.
   */
  isNamed(key: string): boolean;
  /** Whether this device has that key, of now or of before. */
  holds(key: string): boolean;
  /** Takes in what a keyring says that the key in use sealed. */
  heard(keyring: Partial<KeyringData>): void;
  /** Whether this device sealed all again in that comparison with the server. */
  isSealedAnewIn(comparison: number): boolean;
  /**
   * This device went through all in that comparison: kept, and told to the others in the keyring
   * where it speaks for all.
   */
  wentThrough(comparison: number, left: Resealed): Promise<void>;
};

/**
 * For the keys of this device, which it got one after the other. Another device's notice is sealed
 * in the keyring, which a sync checks before anything else comes: otherwise a device that was
 * offline, or one that is read-only, would believe what a lost key sealed. A notice outlives the
 * next change of keys. A row that the server refuses under the new seal, or that nobody can open,
 * keeps no key alive: a removed device could have put it there.
 */
export const openRetiredKeys = async (
  keys: Omit<DeviceKeys, 'id'>,
  { store, records }: RetiredKeysParts,
): Promise<RetiredKeys> => {
  const { id } = keys.workspace;
  const held = [...(keys.older?.keys() ?? []), id];
  const named = (comparison: number): string => `${id}|${comparison}`;
  let resealedIn = (await store.get<string>(RESEALED)) ?? '';
  const [words, before] = [new Set([resealedIn.split('|')[0] ?? '']), new Set<string>()];
  const own = new Set(await store.get<string[]>(WENT_THROUGH));
  const heard = ({ sealedAnew = {}, keysBefore = {} }: Partial<KeyringData>): void => {
    for (const key of Object.keys(sealedAnew)) words.add(key);
    for (const key of Object.keys(keysBefore)) before.add(key);
  };
  heard((await keyringIn(records)) ?? {});
  return {
    heard,
    isRetired: (key) =>
      held.slice(held.indexOf(key) + 1).some((later) => words.has(later) || own.has(later)),
    isNamed: (key) => before.has(key) || held.includes(key),
    holds: (key) => held.includes(key),
    lacks: (key) => before.has(key) && !held.includes(key) && missesKeys(keys, { words, before }),
    isSealedAnewIn: (comparison) => resealedIn === named(comparison),
    wentThrough: async (comparison, { isLacking, refused }) => {
      if (!own.has(id)) await store.set(WENT_THROUGH, [...own.add(id)]);
      if (isLacking) return;
      if (refused.length === 0) await store.set(RESEALED, (resealedIn = named(comparison)));
      words.add(id);
      if ((await keyringIn(records))?.sealedAnew?.[id] === true) return;
      await records.change(
        KEYRING_ID,
        onKind('keyring', (keyring) => withAllSealedAnew(keyring, id)),
      );
    },
  };
};

type KeyNames = { readonly words: ReadonlySet<string>; readonly before: ReadonlySet<string> };

/**
 * Whether this device missed a change of keys since the last one that someone has spoken for. How
 * often they were changed is inside what passphrase or kit opened: beside it any member writes
 * names of keys that never were. Where it is not known, the names count.
 */
const missesKeys = (
  { workspace, older, generations }: Omit<DeviceKeys, 'id'>,
  { words, before }: KeyNames,
): boolean => {
  const { id, generation: now } = workspace;
  if (now === undefined) return true;
  const olderKeys = [...(older?.keys() ?? [])];
  const known = (keys: readonly string[]): number[] =>
    keys.flatMap((key) => generations?.get(key) ?? []);
  const from = Math.max(
    words.has(id) ? now : 0,
    ...known(olderKeys.filter((key) => words.has(key))),
  );
  const got = new Set(
    [now, ...known(olderKeys)].filter((generation) => generation >= from && generation <= now),
  );
  // Of a key that an older version handed over it is not known which it is.
  const unnumbered = olderKeys.filter((key) => generations?.has(key) !== true && before.has(key));
  return now - from + 1 > got.size + unnumbered.length;
};
