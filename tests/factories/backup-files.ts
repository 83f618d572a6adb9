import type { KeyringData } from '#workspace/rules/vault/keyring.ts';
import { newFile, type WorkspaceKey } from '#data/backup/file-key.ts';
import { readHeader } from '#data/backup/header.ts';
import { recordsIn, type OpenedFile } from '#data/backup/read-file.ts';
import type { Summary } from '#data/backup/summary.ts';
import { writeFile } from '#data/backup/write-file.ts';
import type { Copy } from '#data/merge/copy.ts';

const KEYRING: KeyringData = { v: 1, vaultKey: 'k1', wraps: {} };

/** A separate workspace key. */
export const newWorkspaceKey = async (): Promise<WorkspaceKey> => ({
  id: crypto.randomUUID(),
  key: await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]),
});

/** A record with nothing but what every record has. */
export const plainRecord = (id: string, data: object = {}): Copy => ({
  id,
  kind: 'person',
  programme: 'workspace',
  parent: '',
  dueOn: '9999-12-31',
  newestFirst: 1,
  updatedAt: 1,
  updatedBy: '',
  trashedOn: '',
  data: { v: 1, ...data },
  steps: [],
  history: [],
  clashes: [],
});

/** Batches as a store gives them: only when they are asked for. */
export async function* batchesOf(
  records: readonly Copy[],
  size = 200,
): AsyncGenerator<readonly Copy[]> {
  for (let at = 0; at < records.length; at += size)
    yield await Promise.resolve(records.slice(at, at + size));
}

/**
 * A whole backup as a file, ready to be read, and the length of each of its pieces: the header,
 * then the chunks.
 */
export const backupOf = async (
  batches: AsyncIterable<readonly Copy[]>,
): Promise<{
  readonly opened: OpenedFile;
  readonly pieces: readonly Uint8Array<ArrayBuffer>[];
  readonly summary: Summary;
}> => {
  const made = await newFile(await newWorkspaceKey(), {
    workspace: 'w-1',
    madeAt: 1,
    keyring: KEYRING,
  });
  const { bytes, summary } = writeFile(made, batches);
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  for await (const piece of bytes) pieces.push(piece);
  const file = new Blob(pieces);
  return {
    opened: { ...(await readHeader(file)), file, key: made.key },
    pieces,
    summary: summary(),
  };
};

/** All records of a file, once it was read to its end. */
export const allIn = async (
  opened: OpenedFile,
): Promise<{ readonly records: Copy[]; readonly summary: Summary }> => {
  const records: Copy[] = [];
  const reading = recordsIn(opened);
  for (let next = await reading.next(); ; next = await reading.next()) {
    if (next.done === true) return { records, summary: next.value };
    records.push(...next.value);
  }
};
