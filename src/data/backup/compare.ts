import type { RecordCollection } from '../database.ts';
import { isSame, saysTheSame, type Copy } from '../merge/copy.ts';
import { merge } from '../merge/merge.ts';
import { deletedOf, storedOf } from './stored-records.ts';

/** How the records of a file and those here differ. Of those that do, what happens when the file is taken in. */
export type Differences = {
  /** Only in the file, or written there after it was deleted here. */
  readonly fresh: number;
  /** Deleted here for good, in that state or a later one: comes back only when that is chosen. */
  readonly deleted: number;
  readonly same: number;
  /** Different, and written here last. */
  readonly newerHere: number;
  /** Different, and written last in the file. */
  readonly newerInFile: number;
  /** Of the different ones: those that a merge writes, and those that someone is asked about. */
  readonly merged: number;
  readonly asked: number;
};

/** Nothing compared yet. */
export const NO_DIFFERENCES: Differences = {
  ...{ fresh: 0, deleted: 0, same: 0 },
  ...{ newerHere: 0, newerInFile: 0, merged: 0, asked: 0 },
};

/** Whether a deletion came after what the file has; what was written elsewhere since is news, as in the sync. */
export const isDeletedSince = (inFile: Copy, deletion: Copy | undefined): boolean =>
  deletion !== undefined && deletion.updatedAt >= inFile.updatedAt;

/** Counts a batch of a file's records in; without a collection nothing is here yet. */
export const compareBatch = async (
  collection: RecordCollection | undefined,
  batch: readonly Copy[],
  before: Differences,
): Promise<Differences> => {
  if (collection === undefined) return { ...before, fresh: before.fresh + batch.length };
  const ids = batch.map(({ id }) => id);
  const stored = await storedOf(collection, ids);
  const deleted = await deletedOf(
    collection,
    ids.filter((id) => !stored.has(id)),
  );
  const counts = { ...before };
  for (const inFile of batch) {
    const here = stored.get(inFile.id);
    if (here === undefined) counts[isDeletedSince(inFile, deleted.get(inFile.id)) ? 'deleted' : 'fresh'] += 1;
    else if (isSame(here, inFile)) counts.same += 1;
    else {
      counts[inFile.updatedAt > here.updatedAt ? 'newerInFile' : 'newerHere'] += 1;
      const merged = merge(undefined, here, inFile);
      if (!saysTheSame(merged, here)) counts.merged += 1;
      if (merged.clashes.length > here.clashes.length) counts.asked += 1;
    }
  }
  return counts;
};
