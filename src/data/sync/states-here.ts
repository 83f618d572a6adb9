import type { RxDocumentData } from 'rxdb/plugins/core';
import type { RecordCollection } from '../records/database.ts';
import type { VolymRecord } from '#core/record/record.ts';

/**
 * What the store holds of those records at this moment, by id; deleted ones too where that is asked
 * for.
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
