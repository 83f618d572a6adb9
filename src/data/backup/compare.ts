import type { RecordCollection } from '../records/database.ts';
import { isSame, saysTheSame, type Copy } from '../merge/copy.ts';
import { deletedOf, storedOf } from './stored-records.ts';
import { metWithFile } from './taken-over.ts';

/**
 * How the records of a file and those here differ. Of those that do, what happens when the file is
 * taken in.
 */
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
  /** Of the different ones: those that a merge writes, and those that raise a question. */
  readonly merged: number;
  readonly asked: number;
  /**
   * Of the different ones: those from which nothing is merged, since the record here has no room
   * for it.
   */
  readonly noRoom: number;
  /**
   * The same by kind, but for `merged` and `noRoom`: how many of each, by its id, those too that
   * only a newer app knows.
   */
  readonly kinds: Readonly<Record<Comparison, ReadonlyMap<string, number>>>;
};

type Comparison = 'fresh' | 'deleted' | 'same' | 'newerHere' | 'newerInFile' | 'asked';

/** Nothing compared yet. */
export const NO_DIFFERENCES: Differences = {
  fresh: 0,
  deleted: 0,
  same: 0,
  newerHere: 0,
  newerInFile: 0,
  merged: 0,
  asked: 0,
  noRoom: 0,
  kinds: {
    fresh: new Map(),
    deleted: new Map(),
    same: new Map(),
    newerHere: new Map(),
    newerInFile: new Map(),
    asked: new Map(),
  },
};

/**
 * Whether a deletion came after the state in the file; what was written elsewhere since counts as
 * news, as in the sync.
 */
export const isDeletedSince = (inFile: Copy, deletion: Copy | undefined): boolean =>
  deletion !== undefined && deletion.updatedAt >= inFile.updatedAt;

/** Continues from an earlier count, which is not changed. */
const countingOn = (before: Differences) => {
  const counts = {
    ...before,
    kinds: structuredClone(before.kinds) as Record<Comparison, Map<string, number>>,
  };
  const count = (as: Comparison, { kind }: Copy): void => {
    counts[as] += 1;
    counts.kinds[as].set(kind, (counts.kinds[as].get(kind) ?? 0) + 1);
  };
  return { counts, count };
};

/** Adds a batch of a file's records to the count; without a collection nothing is here yet. */
export const compareBatch = async (
  collection: RecordCollection | undefined,
  batch: readonly Copy[],
  before: Differences,
): Promise<Differences> => {
  const { counts, count } = countingOn(before);
  if (collection === undefined) {
    for (const inFile of batch) count('fresh', inFile);
    return counts;
  }
  const ids = batch.map(({ id }) => id);
  const stored = await storedOf(collection, ids);
  const deleted = await deletedOf(
    collection,
    ids.filter((id) => !stored.has(id)),
  );
  for (const inFile of batch) {
    const here = stored.get(inFile.id);
    if (here === undefined)
      count(isDeletedSince(inFile, deleted.get(inFile.id)) ? 'deleted' : 'fresh', inFile);
    else if (isSame(here, inFile)) count('same', inFile);
    else {
      count(inFile.updatedAt > here.updatedAt ? 'newerInFile' : 'newerHere', inFile);
      const met = metWithFile(here, inFile);
      if (met === 'no-room') counts.noRoom += 1;
      else {
        if (!saysTheSame(met, here)) counts.merged += 1;
        if (met.clashes.length > here.clashes.length) count('asked', inFile);
      }
    }
  }
  return counts;
};
