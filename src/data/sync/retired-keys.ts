import { withAllSealedAnew } from '#domain/workspace/keyring-commands.ts';
import { KEYRING_ID, type KeyringData } from '#domain/workspace/keyring.ts';
import type { Records } from '../records.ts';
import type { DeviceKeys } from '../vault/device-keys.ts';
import { keyringIn } from '../vault/keyring-in.ts';
import type { SyncStore } from './sync-store.ts';

/** When this device sealed all anew: key and comparison, as text. */
const RESEALED = 'resealed';

/** Where a sync keeps its own, and the records with the keyring among them. */
export type RetiredKeysParts = {
  readonly store: SyncStore;
  readonly records: Pick<Records, 'get' | 'change'>;
};

/** Which workspace keys count for nothing new any more: a device has sealed anew all that they sealed. */
export type RetiredKeys = {
  /** Whether a later key of this device has taken the place of that one. */
  isRetired(key: string): boolean;
  /** Whether that was a key of the workspace which this device never got: it cannot speak for what it sealed. */
  lacks(key: string): boolean;
  /** Whether this is a key of the workspace or was one, as far as this device and its keyring know. */
  isNamed(key: string): boolean;
  /** Takes in what a keyring says that the key in use sealed. */
  heard(keyring: Partial<KeyringData>): void;
  /** Whether this device sealed all anew in that comparison with the server. */
  isSealedAnewIn(comparison: number): boolean;
  /** This device has done so in that comparison: kept, and told to the others in the keyring. */
  sealedAnewIn(comparison: number): Promise<void>;
};

/**
 * For the keys of this device, which it got one after the other. Another device's word lies sealed in the keyring, which a
 * sync looks at before anything else comes: a device that was away, and one that may only read, would otherwise believe
 * what a lost key seals. A word outlives the next change of keys.
 */
export const openRetiredKeys = async (
  { workspace: { id }, older }: Pick<DeviceKeys, 'workspace' | 'older'>,
  { store, records }: RetiredKeysParts,
): Promise<RetiredKeys> => {
  const held = [...(older?.keys() ?? []), id];
  const named = (comparison: number): string => `${id}|${comparison}`;
  let resealedIn = (await store.get<string>(RESEALED)) ?? '';
  const [words, before] = [new Set([resealedIn.split('|')[0]]), new Set<string>()];
  const heard = ({ sealedAnew = {}, keysBefore = {} }: Partial<KeyringData>): void => {
    for (const key of Object.keys(sealedAnew)) words.add(key);
    for (const key of Object.keys(keysBefore)) before.add(key);
  };
  heard((await keyringIn(records)) ?? {});
  return {
    heard,
    isRetired: (key) => held.slice(held.indexOf(key) + 1).some((later) => words.has(later)),
    isNamed: (key) => before.has(key) || held.includes(key),
    lacks: (key) => before.has(key) && !held.includes(key),
    isSealedAnewIn: (comparison) => resealedIn === named(comparison),
    sealedAnewIn: async (comparison) => {
      await store.set(RESEALED, (resealedIn = named(comparison)));
      words.add(id);
      if ((await keyringIn(records))?.sealedAnew?.[id] === true) return;
      await records.change<KeyringData>(KEYRING_ID, (keyring) => withAllSealedAnew(keyring, id));
    },
  };
};
