import type { FilledMangoQuery, RxDocumentData } from 'rxdb/plugins/core';
import type { VolymRecord } from '#core/record/record.ts';
import { breath } from '#platform/breath.ts';
import { queryStorage } from '../rxdb/query-storage.ts';
import type { RecordCollection } from './database.ts';
import { CHUNK } from './in-chunks.ts';

type Batches = AsyncGenerator<readonly RxDocumentData<VolymRecord>[]>;

/**
 * Every record as the storage holds it, of any kind and condition, those in the trash too, in
 * batches and in the order of their ids. Past RxDB's queries, which keep what they found (fifty
 * thousand records would stay in memory), and never long in one transaction, for which whoever
 * saves would wait.
 */
export const allInBatches = (collection: RecordCollection, signal?: AbortSignal): Batches =>
  inBatches(
    collection,
    (last) => ({
      selector: { _deleted: { $eq: false }, id: { $gt: last } },
      sort: [{ id: 'asc' }],
      index: ['_deleted', 'id'],
      skip: 0,
      limit: CHUNK,
    }),
    signal,
  );

/** The same of the records of a kind that are under no other. */
export const topInBatches = (collection: RecordCollection, kind: string): Batches =>
  inBatches(collection, (last): FilledMangoQuery<VolymRecord> => ({
    selector: {
      _deleted: { $eq: false },
      parent: { $eq: '' },
      kind: { $eq: kind },
      id: { $gt: last },
    },
    sort: [{ parent: 'asc' }, { kind: 'asc' }, { id: 'asc' }],
    index: ['_deleted', 'parent', 'kind', 'id'],
    skip: 0,
    limit: CHUNK,
  }));

async function* inBatches(
  collection: RecordCollection,
  after: (last: string) => FilledMangoQuery<VolymRecord>,
  signal?: AbortSignal,
): Batches {
  for (let last = ''; ;) {
    signal?.throwIfAborted();
    const documents = await queryStorage(collection, after(last));
    if (documents.length > 0) yield documents;
    if (documents.length < CHUNK) return;
    last = documents.at(-1)?.id ?? '';
    await breath();
  }
}
