import type { VolymRecord } from '#core/record/record.ts';
import type { RecordCollection } from '../records/database.ts';
import { saysTheSame, type Copy } from '../merge/copy.ts';
import { broughtBack } from '../merge/merge.ts';
import { keepReadable } from '../rxdb/keep-readable.ts';
import { isDeletedSince } from './compare.ts';
import { deletedOf, storedOf } from './stored-records.ts';
import { takenOver } from './taken-over.ts';

/**
 * Takes a batch of a file's records in: those that are not here as they are, the others by the
 * merge, on their newest state. What is newer here stays, and a record that does not change is not
 * written. What was deleted here since comes back where `bringsBack` says so, on all devices.
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
  const batch = inFile.filter((one) => bringsBack || !isDeletedSince(one, deleted.get(one.id)));
  const fresh = batch
    .filter(({ id }) => !here.has(id))
    .map((one) => {
      const deletion = deleted.get(one.id);
      return deletion === undefined ? one : broughtBack(one, deletion);
    });
  const { error } = await collection.bulkInsert(fresh);
  const [failed] = error.filter(({ status }) => status !== 409);
  if (failed !== undefined) throw new Error(`the store took no record: ${failed.status}`);
  const metMeanwhile = new Set(error.map(({ documentId }) => documentId));
  const changed = batch.filter((one) => {
    const stored = here.get(one.id);
    if (stored === undefined) return metMeanwhile.has(one.id);
    return !saysTheSame(takenOver(stored, one), stored);
  });
  const documents = await collection.findByIds(changed.map(({ id }) => id)).exec();
  await Promise.all(
    changed.map(async (one) =>
      documents.get(one.id)?.incrementalModify((now: VolymRecord) => takenOver(now, one)),
    ),
  );
};
