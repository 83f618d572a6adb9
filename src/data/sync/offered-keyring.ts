import * as s from 'valibot';
import { keyring as keyringKind, type KeyringData, type Wrap } from '#domain/workspace/keyring.ts';
import { boxOf } from '#domain/workspace/wrap-box.ts';
import type { Copy } from '../merge/copy.ts';
import { asKeyring } from '../vault/keyring-in.ts';
import { syncStoreOf } from './connection.ts';
import { isNewerThanApp, newerKeyring, type NewerKeyring } from './newer-keyring.ts';
import type { SyncStore } from './sync-store.ts';

const OFFERED = 'offered-keyring';

/**
 * The keyring with other keys that the server has, while this device has not got them. Nothing vouches for it until a
 * passphrase or kit opens it. One that is not in form, as older versions kept it, is none.
 */
export const offeredKeyring = (workspaceId: string): Promise<KeyringData | undefined> =>
  offeredIn(syncStoreOf(workspaceId));

/** The same out of the store of a sync. */
export const offeredIn = async (store: SyncStore): Promise<KeyringData | undefined> => {
  const kept = await store.get<KeyringData>(OFFERED);
  return s.is(keyringKind.schema, kept) ? (kept as KeyringData) : undefined;
};

/** Keeps what the server offers; undefined forgets it, once it is here. */
export const keepOffered = (store: SyncStore, keyring: KeyringData | undefined): Promise<void> =>
  store.set(OFFERED, keyring);

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

const DOUBTED = 'doubted-wraps';
const REFUSED = 'refused-wraps';

/** Of those that were refused before no more are remembered beside the ones that are refused now. */
const MOST_REFUSED = 200;

/** Keeps the wraps of what the server offers that nobody vouches for, so that somebody can refuse them; none forgets them. */
export const keepDoubted = (store: SyncStore, wraps: readonly Wrap[]): Promise<void> =>
  store.set(DOUBTED, wraps.length === 0 ? undefined : wraps.map(boxOf));

/** Whether the server still offers a keyring whose new wraps nobody vouches for. */
export const isOfferDoubted = async (store: SyncStore): Promise<boolean> => {
  const doubted = (await store.get<string[]>(DOUBTED)) ?? [];
  const offered = await offeredIn(store);
  return Object.values(offered?.wraps ?? {}).some((wrap) => doubted.includes(boxOf(wrap) ?? ''));
};

/**
 * Somebody says that no change of keys made what is doubted, or no newer version what calls itself one: from the next start of the sync on it
 * is taken for none.
 */
export const refuseShown = async (store: SyncStore): Promise<void> => {
  const [doubted = [], before = []] = [await store.get<string[]>(DOUBTED), await store.get<string[]>(REFUSED)];
  const newer = await store.get<NewerKeyring>(NEWER);
  const boxes = newer === undefined ? doubted : [...doubted, newer.box];
  await store.set(REFUSED, [...before.slice(-MOST_REFUSED), ...boxes]);
  await Promise.all([store.set(DOUBTED, undefined), store.set(NEWER, undefined)]);
};

/** Tells by its box whether somebody refused a wrap, or a newer version's keyring, on this device. */
export const refusedBoxes = async (store: SyncStore): Promise<(box: string | undefined) => boolean> => {
  const refused = new Set(await store.get<string[]>(REFUSED));
  return (box) => box !== undefined && refused.has(box);
};
