import {
  keyring as keyringKind,
  type KeyringData,
  type Wrap,
} from '#workspace/rules/vault/keyring.ts';
import { wholeBoxOf } from '#workspace/rules/vault/wrap-box.ts';
import { syncStoreOf } from '../server/connection.ts';
import { sayShown } from '../tabs/shown-line.ts';
import type { SyncStore } from '../sync-store.ts';

const OFFERED = 'offered-keyring';

/**
 * The keyring with other keys that the server has, while this device has not got them. Nothing
 * vouches for it until a passphrase or kit opens it. One that is not in form, as older versions
 * kept it, is none.
 */
export const offeredKeyring = (workspaceId: string): Promise<KeyringData | undefined> =>
  offeredIn(syncStoreOf(workspaceId));

/** The same out of the store of a sync. */
export const offeredIn = async (store: SyncStore): Promise<KeyringData | undefined> => {
  const kept = keyringKind.schema.safeParse(await store.get(OFFERED));
  return kept.success ? kept.data : undefined;
};

/** Keeps what the server offers; undefined forgets it, once it is here. */
export const keepOffered = (store: SyncStore, keyring: KeyringData | undefined): Promise<void> =>
  store.set(OFFERED, keyring);

const DOUBTED = 'doubted-wraps';
const REFUSED = 'refused-wraps';

/**
 * Of those that were refused before no more are remembered beside the ones that are refused now.
 */
const MOST_REFUSED = 200;

/**
 * Keeps the wraps offered by the server that nobody vouches for, so that someone can refuse them;
 * an empty list forgets them.
 */
export const keepDoubted = async (store: SyncStore, wraps: readonly Wrap[]): Promise<void> => {
  await store.set(DOUBTED, wraps.length === 0 ? undefined : wraps.map(wholeBoxOf));
  sayShown();
};

/** The boxes of the wraps that the server still offers and that nobody vouches for. */
export const doubtedBoxes = async (store: SyncStore): Promise<readonly string[]> => {
  const doubted = new Set(await store.get<string[]>(DOUBTED));
  const offered = doubted.size === 0 ? undefined : await offeredIn(store);
  return Object.values(offered?.wraps ?? {})
    .map(wholeBoxOf)
    .filter((box) => doubted.has(box));
};

/**
 * Notes that no change of keys made what has one of these boxes, as someone said: from the next
 * start of the sync on it is ignored.
 */
export const refuseBoxes = async (store: SyncStore, boxes: readonly string[]): Promise<void> => {
  const [doubted = [], before = []] = [
    await store.get<string[]>(DOUBTED),
    await store.get<string[]>(REFUSED),
  ];
  const gone = new Set(boxes);
  const left = doubted.filter((box) => !gone.has(box));
  await store.set(REFUSED, [...before.slice(-MOST_REFUSED), ...boxes]);
  await store.set(DOUBTED, left.length === 0 ? undefined : left);
  sayShown();
};

/**
 * Tells by its box whether someone refused a wrap, or a newer version's keyring, on this device.
 */
export const refusedBoxes = async (
  store: SyncStore,
): Promise<(box: string | undefined) => boolean> => {
  const refused = new Set(await store.get<string[]>(REFUSED));
  return (box) => box !== undefined && refused.has(box);
};
