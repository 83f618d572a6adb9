import type { VolymRecord } from '#domain/record.ts';
import type { RecordCollection } from '../database.ts';
import { broughtBack, merge, saysTheSame, type Copy } from '../merge/merge.ts';
import { deletedOf, storedOf } from './stored-records.ts';

/**
 * Takes a batch of a file's records in: those that are not here as they are, the others by the merge, on their newest
 * state. What is newer here stays, and a record that does not change is not written. What was deleted comes back, on all devices.
 */
export const takeIn = async (collection: RecordCollection, batch: readonly Copy[]): Promise<void> => {
  const ids = batch.map(({ id }) => id);
  const here = await storedOf(collection, ids);
  const missing = batch.filter(({ id }) => !here.has(id));
  const deleted = await deletedOf(
    collection,
    missing.map(({ id }) => id),
  );
  const fresh = missing.map((inFile) => {
    const deletion = deleted.get(inFile.id);
    return deletion === undefined ? inFile : broughtBack(inFile, deletion);
  });
  const { error } = await collection.bulkInsert(fresh as VolymRecord[]);
  const [failed] = error.filter(({ status }) => status !== 409);
  if (failed !== undefined) throw new Error(`the store took no record: ${failed.status}`);
  const metMeanwhile = new Set(error.map(({ documentId }) => documentId));
  const changed = batch.filter((inFile) => {
    const stored = here.get(inFile.id);
    if (stored === undefined) return metMeanwhile.has(inFile.id);
    return !saysTheSame(merge(undefined, stored, inFile), stored);
  });
  const documents = await collection.findByIds(changed.map(({ id }) => id)).exec();
  await Promise.all(
    changed.map((inFile) =>
      documents.get(inFile.id)?.incrementalModify((now: VolymRecord) => merge(undefined, now, inFile)),
    ),
  );
};
