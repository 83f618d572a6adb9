import type { RecordCollection } from '../records/database.ts';
import type { Copy } from '../merge/copy.ts';

/**
 * What the store holds of those records at this moment, by id; deleted ones too where that is asked
 * for.
 */
export const statesHere = async (
  { storageInstance }: RecordCollection,
  ids: readonly string[],
  withDeleted: boolean,
): Promise<Map<string, Copy>> => {
  const found =
    ids.length === 0 ? [] : await storageInstance.findDocumentsById([...ids], withDeleted);
  return new Map((found as unknown as Copy[]).map((copy) => [copy.id, copy]));
};
