import { KEYRING_ID, keyring as keyringKind } from '#workspace/rules/vault/keyring.ts';
import { ok, refuse, type Problem, type Result } from '#core/result.ts';
import type { RecordCollection } from '../records/database.ts';
import type { Copy } from '../merge/copy.ts';
import { deviceKeysOf } from '../vault/device-keys.ts';
import { newFile, type WorkspaceKey } from './file-key.ts';
import { storedOf, storedRecords } from './stored-records.ts';
import { isWrappedIn } from './wrapped-key.ts';
import { writeFile, type FileToWrite } from './write-file.ts';

/** The workspace to back up, and how the work is watched and stopped. */
export type BackupParts = {
  readonly workspaceId: string;
  readonly collection: RecordCollection;
  /** ms since 1970 */
  readonly now: number;
  readonly onProgress?: (records: number) => void;
  readonly signal?: AbortSignal;
};

/**
 * A backup on its way: the key with which it can be read again at once, how many records there were
 * when it began, and the ids of the wraps that open it.
 */
export type MadeBackup = FileToWrite & {
  readonly workspaceKey: WorkspaceKey;
  readonly records: number;
  readonly wraps: readonly string[];
};

/**
 * Begins a backup of all records, even while the vault is locked. Refuses with `no-device-key` when
 * the browser threw this device's key away (unlocking brings it back), with `no-keyring` when
 * nothing would open the file, and with `keys-changed` when neither passphrase nor kit would, since
 * the keyring and this device's key come from different changes (unlocking updates the key).
 */
export const makeBackup = async (
  parts: BackupParts,
): Promise<Result<MadeBackup, Problem<'no-device-key' | 'no-keyring' | 'keys-changed'>>> => {
  const { workspaceId, collection, now, onProgress, signal } = parts;
  const keys = await deviceKeysOf(workspaceId);
  if (keys === undefined) return refuse('no-device-key');
  const stored = (await storedOf(collection, [KEYRING_ID])).get(KEYRING_ID);
  const keyring = keyringKind.schema.safeParse(stored?.data);
  if (!keyring.success || Object.keys(keyring.data.wraps).length === 0) return refuse('no-keyring');
  if (!isWrappedIn(keyring.data, keys)) return refuse('keys-changed');
  const about = { workspace: workspaceId, madeAt: now, keyring: keyring.data };
  const made = await newFile(keys.workspace, about);
  const records = await collection.count().exec();
  const written = writeFile(made, watched(storedRecords(collection, signal), onProgress));
  return ok({
    ...written,
    workspaceKey: keys.workspace,
    records,
    wraps: Object.keys(about.keyring.wraps),
  });
};

async function* watched(
  batches: AsyncIterable<readonly Copy[]>,
  onProgress?: (records: number) => void,
): AsyncGenerator<readonly Copy[]> {
  let records = 0;
  for await (const batch of batches) {
    yield batch;
    records += batch.length;
    onProgress?.(records);
  }
}
