import { KEYRING_ID, type KeyringData } from '#workspace/rules/vault/keyring.ts';
import type { VolymRecord } from '#core/record/record.ts';
import { isFine } from '../../records/read-record.ts';
import type { Records } from '../../records/records.ts';
import { isOfKind } from '#programmes/record-of.ts';

/**
 * The keyring in a record; undefined if there is none, or it is not understood: a newer version's,
 * or something written in its place. Then the one that opened here last is used.
 */
export const asKeyring = (record: VolymRecord | undefined): KeyringData | undefined =>
  isOfKind(record, KEYRING_ID) && isFine(record) ? record.data : undefined;

/** The workspace's keyring as it is now; undefined where none came yet, or it is not understood. */
export const keyringIn = async (records: Pick<Records, 'get'>): Promise<KeyringData | undefined> =>
  asKeyring(await records.get(KEYRING_ID));
