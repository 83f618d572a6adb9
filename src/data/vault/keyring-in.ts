import { KEYRING_ID, type KeyringData } from '#domain/workspace/keyring.ts';
import type { Records } from '../records.ts';

/** The workspace's keyring as it is now; undefined where none came yet. */
export const keyringIn = async (records: Pick<Records, 'get'>): Promise<KeyringData | undefined> =>
  (await records.get(KEYRING_ID))?.data as KeyringData | undefined;
