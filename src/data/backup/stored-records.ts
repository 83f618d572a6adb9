import type { RxDocumentData } from 'rxdb/plugins/core';
import type { VolymRecord } from '#core/record/record.ts';
import { breath } from '#platform/breath.ts';
import type { RecordCollection } from '../records/database.ts';
import { withoutUndefined } from '../records/history.ts';
import { contentOf, type Copy } from '../merge/copy.ts';
import { queryStorage } from '../rxdb/query-storage.ts';

/** As many as are written at once elsewhere: no task of the page is long. */
const BATCH = 200;

const recordIn = (stored: RxDocumentData<VolymRecord>): Copy => withoutUndefined(contentOf(stored));

/**
 * Every record as it is stored, of any kind and condition, those in the trash too, in batches and
 * in the order of their ids. Past RxDB's queries, which keep what they found: fifty thousand
 * records would stay in memory.
 */
export async function* storedRecords(
  collection: RecordCollection,
  signal?: AbortSignal,
): AsyncGenerator<readonly Copy[]> {
  for (let last = ''; ;) {
    signal?.throwIfAborted();
    const documents = await queryStorage(collection, {
      selector: { _deleted: { $eq: false }, id: { $gt: last } },
      sort: [{ id: 'asc' }],
      index: ['_deleted', 'id'],
      skip: 0,
      limit: BATCH,
    });
    if (documents.length > 0) yield documents.map(recordIn);
    if (documents.length < BATCH) return;
    last = documents.at(-1)?.id ?? '';
    await breath();
  }
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
