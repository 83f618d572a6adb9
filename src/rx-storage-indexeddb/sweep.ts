import { indexName, type Layout } from './layout.ts';
import { answerOf } from './requests.ts';
import { keyIn, type StoredRow } from './stored-row.ts';

/** So many rows are looked at in one transaction. */
const MOST = 1000;

const PAGE = 250;

/**
 * Deletes the rows of documents that were deleted before a time; begins after `from`, where the call
 * before ended, or else with the first. Answers where it ended, or undefined once it has looked at
 * all. Goes by the time of each write, which every document has: in another index one that lacks a
 * field is missing.
 */
export const sweep = async (
  documents: IDBObjectStore,
  { primaryKey }: Layout,
  before: number,
  from: IDBValidKey = [],
): Promise<IDBValidKey | undefined> => {
  const index = ['_meta.lwt', primaryKey];
  const source = documents.index(indexName(index));
  const last = [before];
  let end = from;
  // The time goes back where a longer time is asked for than in the call before.
  if (indexedDB.cmp(end, last) > 0) return undefined;
  for (let seen = 0; seen < MOST; seen += PAGE) {
    const rows = (await answerOf(
      source.getAll(IDBKeyRange.bound(end, last, true), PAGE),
    )) as StoredRow[];
    for (const row of rows)
      if (row['_deleted'] === '1') documents.delete(row[primaryKey] as string);
    const latest = rows.at(-1);
    if (latest === undefined || rows.length < PAGE) return undefined;
    end = keyIn(index, latest);
  }
  return end;
};
