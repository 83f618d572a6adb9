import type { Copy } from '../../merge/copy.ts';
import { asKeyring } from '../../vault/keyring/keyring-in.ts';
import { isNewerThanApp, newerKeyring, type NewerKeyring } from './newer-keyring.ts';
import { keepOffered, refuseBoxes } from './offered-keyring.ts';
import { sayShown } from '../tabs/shown-line.ts';
import type { SyncStore } from '../sync-store.ts';

const NEWER = 'offered-newer-keyring';

/**
 * Keeps what the server shows where the sync waits for changed keys: a keyring that is understood,
 * or what calls itself a newer version's.
 */
export const keepShown = async (store: SyncStore, shown: Copy): Promise<void> => {
  const newer = await newerKeyring(shown);
  await Promise.all([keepOffered(store, asKeyring(shown)), store.set(NEWER, newer)]);
  sayShown();
};

/** Forgets all that a server showed. */
const forgetShown = async (store: SyncStore): Promise<void> => {
  await Promise.all([keepOffered(store, undefined), store.set(NEWER, undefined)]);
  sayShown();
};

/**
 * Keeps what a server shows while the sync waits because of it; forgets it each time everything is
 * in step after that, and at the start.
 */
export const keepingShown = (store: SyncStore) => {
  let isForgotten = false;
  return {
    keep: async (shown: Copy): Promise<void> => {
      isForgotten = false;
      await keepShown(store, shown);
    },
    forget: async (): Promise<void> => {
      if (isForgotten) return;
      isForgotten = true;
      await forgetShown(store);
    },
  };
};

/**
 * The box of what the server shows that calls itself a newer version's keyring, under a key that is
 * not here.
 */
export const newerShown = async (store: SyncStore): Promise<string | undefined> => {
  const newer = await store.get<NewerKeyring>(NEWER);
  return newer !== undefined && isNewerThanApp(newer) ? newer.box : undefined;
};

/**
 * Refuses what has one of these boxes, as it was shown when the user was asked; what has replaced
 * it since is not refused.
 */
export const refuseShown = async (store: SyncStore, boxes: readonly string[]): Promise<void> => {
  await refuseBoxes(store, boxes);
  const newer = await store.get<NewerKeyring>(NEWER);
  if (newer === undefined || !boxes.includes(newer.box)) return;
  await store.set(NEWER, undefined);
  sayShown();
};
