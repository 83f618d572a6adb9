import { indexName, type Layout } from './layout.ts';
import { answerOf } from './requests.ts';
import { keyIn, type StoredRow } from './stored-row.ts';

/** So many rows are looked at in one transaction. */
const MOST = 1000;

const PAGE = 250;

/**
 * Deletes the rows of documents that were deleted before a time. Whether all of them are gone, or
 * more are left for another time.
 */
export const sweep = async (
  documents: IDBObjectStore,
  layout: Layout,
  before: number,
): Promise<boolean> => {
  const index = layout.indexes.find(([first]) => first === '_deleted');
  if (index === undefined) return true;
  const source = documents.index(indexName(index));
  let rest = IDBKeyRange.bound(['1'], ['1', []]);
  for (let seen = 0; seen < MOST;) {
    const rows = (await answerOf(source.getAll(rest, PAGE))) as StoredRow[];
    for (const row of rows)
      if (timeOf(row) < before) documents.delete(row[layout.primaryKey] as string);
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) return true;
    rest = IDBKeyRange.bound(keyIn(index, last), ['1', []], true);
    seen += rows.length;
  }
  return false;
};

const timeOf = (row: StoredRow): number => (row['_meta'] as { readonly lwt: number }).lwt;
