import type { Copy } from '../merge/copy.ts';
import { asKeyring } from '../vault/keyring-in.ts';
import { isNewerThanApp, newerKeyring, type NewerKeyring } from './newer-keyring.ts';
import { keepOffered, refuseDoubted } from './offered-keyring.ts';
import type { SyncStore } from './sync-store.ts';

const NEWER = 'offered-newer-keyring';

/** Keeps what the server shows where the sync waits for changed keys: a keyring that is understood, or what calls itself a newer version's. */
export const keepShown = async (store: SyncStore, shown: Copy): Promise<void> => {
  const newer = await newerKeyring(shown);
  await Promise.all([keepOffered(store, asKeyring(shown)), store.set(NEWER, newer)]);
};

/** Forgets all that a server showed. */
const forgetShown = async (store: SyncStore): Promise<void> => {
  await Promise.all([keepOffered(store, undefined), store.set(NEWER, undefined)]);
};

/** What a server shows is kept while the sync waits for it, and forgotten each time that all is in step after that, and at first. */
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

/** Whether the server shows a keyring that calls itself a newer version's, under a key that is not here. */
export const isNewerShown = async (store: SyncStore): Promise<boolean> => {
  const newer = await store.get<NewerKeyring>(NEWER);
  return newer !== undefined && isNewerThanApp(newer);
};

/** Somebody refuses all that the server shows: no change of keys made what is doubted, and no newer version what calls itself one. */
export const refuseShown = async (store: SyncStore): Promise<void> => {
  const newer = await store.get<NewerKeyring>(NEWER);
  await refuseDoubted(store, newer === undefined ? [] : [newer.box]);
  await store.set(NEWER, undefined);
};
