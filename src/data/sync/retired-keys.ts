import { withAllSealedAnew } from '#domain/workspace/keyring-commands.ts';
import { KEYRING_ID, type KeyringData } from '#domain/workspace/keyring.ts';
import type { Records } from '../records.ts';
import { keyringIn } from '../vault/keyring-in.ts';
import type { SyncStore } from './session.ts';
import type { SyncParts } from './sync.ts';

/** When this device sealed all anew: key and comparison, as text. */
const RESEALED = 'resealed';

/** Where a sync keeps its own, and the records with the keyring among them. */
export type RetiredKeysParts = {
  readonly store: SyncStore;
  readonly records: Pick<Records, 'get' | 'change'>;
};

/** Whether older keys count for nothing new: this device, or another one, has sealed anew all that they sealed. */
export type RetiredKeys = Required<Pick<SyncParts, 'isRetired' | 'heardKeyring'>> & {
  /** Whether this device did so in that comparison with the server. */
  isSealedAnewIn(comparison: number): boolean;
  /** This device has done so in that comparison: kept, and told to the others in the keyring. */
  sealedAnewIn(comparison: number): Promise<void>;
};

/**
 * For the workspace key in use. Another device's word lies sealed in the keyring, which a sync looks at before anything else
 * comes: a device that was away, and one that may only read, would otherwise believe what a lost key seals.
 */
export const openRetiredKeys = async (key: string, { store, records }: RetiredKeysParts): Promise<RetiredKeys> => {
  const saysDone = (keyring: Partial<KeyringData> | undefined): boolean => keyring?.sealedAnew === key;
  const named = (comparison: number): string => `${key}|${comparison}`;
  let resealedIn = (await store.get<string>(RESEALED)) ?? '';
  let isTold = saysDone(await keyringIn(records));
  return {
    isRetired: () => isTold || resealedIn.startsWith(`${key}|`),
    heardKeyring: ({ data }) => void (isTold ||= saysDone(data)),
    isSealedAnewIn: (comparison) => resealedIn === named(comparison),
    sealedAnewIn: async (comparison) => {
      await store.set(RESEALED, (resealedIn = named(comparison)));
      if (saysDone(await keyringIn(records))) return;
      await records.change<KeyringData>(KEYRING_ID, (keyring) => withAllSealedAnew(keyring, key));
    },
  };
};
