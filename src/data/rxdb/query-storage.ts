import { prepareQuery, type FilledMangoQuery, type RxDocumentData } from 'rxdb/plugins/core';
import type { VolymRecord } from '#core/record/record.ts';
import type { RecordCollection } from '../records/database.ts';

/**
 * What the storage holds under a query, deleted records too where it asks for them: past RxDB's own
 * queries, which find no deleted ones and keep what they found.
 */
export const queryStorage = async (
  { storageInstance }: RecordCollection,
  query: FilledMangoQuery<VolymRecord>,
): Promise<RxDocumentData<VolymRecord>[]> =>
  (await storageInstance.query(prepareQuery<VolymRecord>(storageInstance.schema, query))).documents;
