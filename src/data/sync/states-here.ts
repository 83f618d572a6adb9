import type { RxDocumentData } from 'rxdb/plugins/core';
import type { RecordCollection } from '../records/database.ts';
import type { VolymRecord } from '#core/record/record.ts';

/**
 * The states of those records in the store at this moment, by id; deleted ones too, on request.
 */
export const statesHere = async (
  { storageInstance }: RecordCollection,
  ids: readonly string[],
  withDeleted: boolean,
): Promise<Map<string, RxDocumentData<VolymRecord>>> => {
  const found =
    ids.length === 0 ? [] : await storageInstance.findDocumentsById([...ids], withDeleted);
  return new Map(found.map((copy) => [copy.id, copy]));
};
