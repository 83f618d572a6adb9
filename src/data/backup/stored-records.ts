import type { RxDocumentData } from 'rxdb/plugins/core';
import type { VolymRecord } from '#core/record/record.ts';
import type { RecordCollection } from '../records/database.ts';
import { withoutUndefined } from '../records/history.ts';
import { allInBatches } from '../records/in-batches.ts';
import { contentOf, type Copy } from '../merge/copy.ts';

const recordIn = (stored: RxDocumentData<VolymRecord>): Copy => withoutUndefined(contentOf(stored));

/** Every record, as it is copied into a file (in-batches.ts). */
export async function* storedRecords(
  collection: RecordCollection,
  signal?: AbortSignal,
): AsyncGenerator<readonly Copy[]> {
  for await (const batch of allInBatches(collection, signal)) yield batch.map(recordIn);
}

/** The records of those ids that are here, by id. */
export const storedOf = async (
  { storageInstance }: RecordCollection,
  ids: readonly string[],
): Promise<Map<string, Copy>> => {
  const found = await storageInstance.findDocumentsById([...ids], false);
  return new Map(found.map((stored) => [stored.id, recordIn(stored)]));
};

/** The deleted records among those ids, by id. */
export const deletedOf = async (
  { storageInstance }: RecordCollection,
  ids: readonly string[],
): Promise<Map<string, Copy>> => {
  const found = ids.length === 0 ? [] : await storageInstance.findDocumentsById([...ids], true);
  return new Map(
    found.filter(({ _deleted }) => _deleted).map((stored) => [stored.id, recordIn(stored)]),
  );
};
