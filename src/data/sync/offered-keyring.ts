import type { KeyringData } from '#domain/workspace/keyring.ts';
import { syncStoreOf } from './connection.ts';
import type { SyncStore } from './sync-store.ts';

const OFFERED = 'offered-keyring';

/**
 * The keyring with other keys that the server has, while this device has not got them. Nothing vouches for it until a
 * passphrase or kit opens it.
 */
export const offeredKeyring = (workspaceId: string): Promise<KeyringData | undefined> =>
  syncStoreOf(workspaceId).get<KeyringData>(OFFERED);

/** Keeps what the server offers; undefined forgets it, once it is here. */
export const keepOffered = (store: SyncStore, keyring: KeyringData | undefined): Promise<void> =>
  store.set(OFFERED, keyring);
