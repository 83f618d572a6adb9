import type { VolymRecord } from '#core/record/record.ts';
import type { RecordCollection } from '../records/database.ts';
import { saysTheSame, type Copy } from '../merge/copy.ts';
import { broughtBack } from '../merge/merge.ts';
import { keepReadable } from '../rxdb/keep-readable.ts';
import { isDeletedSince } from './compare.ts';
import { deletedOf, storedOf } from './stored-records.ts';
import { takenOver } from './taken-over.ts';

/**
 * Restores a batch of a file's records: those missing here as they are, the others by merging into
 * their newest state. What is newer here stays, and an unchanged record is not written. Records
 * deleted here since come back, on all devices, if `bringsBack` is set.
 */
export const takeIn = async (
  collection: RecordCollection,
  inFile: readonly Copy[],
  bringsBack: boolean,
): Promise<void> => {
  keepReadable(collection.storageInstance);
  const ids = inFile.map(({ id }) => id);
  const here = await storedOf(collection, ids);
  const deleted = await deletedOf(
    collection,
    ids.filter((id) => !here.has(id)),
  );
  const batch = inFile.filter((copy) => bringsBack || !isDeletedSince(copy, deleted.get(copy.id)));
  const fresh = batch
    .filter(({ id }) => !here.has(id))
    .map((copy) => {
      const deletion = deleted.get(copy.id);
      return deletion === undefined ? copy : broughtBack(copy, deletion);
    });
  const { error } = await collection.bulkInsert(fresh);
  const [failed] = error.filter(({ status }) => status !== 409);
  if (failed !== undefined) throw new Error(`the store took no record: ${failed.status}`);
  const metMeanwhile = new Set(error.map(({ documentId }) => documentId));
  const changed = batch.filter((copy) => {
    const stored = here.get(copy.id);
    if (stored === undefined) return metMeanwhile.has(copy.id);
    return !saysTheSame(takenOver(stored, copy), stored);
  });
  const documents = await collection.findByIds(changed.map(({ id }) => id)).exec();
  await Promise.all(
    changed.map(async (copy) =>
      documents.get(copy.id)?.incrementalModify((now: VolymRecord) => takenOver(now, copy)),
    ),
  );
};
