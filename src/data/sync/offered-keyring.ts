import * as s from 'valibot';
import { keyring as keyringKind, type KeyringData } from '#domain/workspace/keyring.ts';
import { syncStoreOf } from './connection.ts';
import type { SyncStore } from './sync-store.ts';

const OFFERED = 'offered-keyring';

/**
 * The keyring with other keys that the server has, while this device has not got them. Nothing vouches for it until a
 * passphrase or kit opens it. One that is not in form, as older versions kept it, is none.
 */
export const offeredKeyring = async (workspaceId: string): Promise<KeyringData | undefined> => {
  const kept = await syncStoreOf(workspaceId).get<KeyringData>(OFFERED);
  return s.is(keyringKind.schema, kept) ? (kept as KeyringData) : undefined;
};

/** Keeps what the server offers; undefined forgets it, once it is here. */
export const keepOffered = (store: SyncStore, keyring: KeyringData | undefined): Promise<void> =>
  store.set(OFFERED, keyring);
