import { indexName, storedPath } from './layout.ts';
import { answerOf } from './requests.ts';
import { keyIn, type StoredRow } from './stored-row.ts';

/** So many rows come in one answer: few enough that no answer holds the page. */
const PAGE = 500;

/** Fewer ids are looked for one by one. */
const FEW = 8;

/** What is read along an index. */
export type Along<Found> = {
  /** The fields of the index, or the primary key alone: every store is in the order of it. */
  readonly index: readonly string[];
  readonly stretches: readonly IDBKeyRange[];
  /** What is made of a row; undefined where it is none of those that are wanted. */
  readonly take: (row: StoredRow) => Found | undefined;
  /** Whether some rows may not be wanted. */
  readonly isPicky: boolean;
  readonly most: number;
};

/** What is wanted along an index, in its order. */
export const foundAlong = async <Found>(
  documents: IDBObjectStore,
  { stretches, most, ...along }: Along<Found>,
): Promise<Found[]> => {
  const source = sourceOf(documents, along.index);
  if (most === Infinity)
    return (
      await Promise.all(stretches.map((range) => inPages(source, { ...along, range, most })))
    ).flat();
  const found: Found[] = [];
  for (const range of stretches) {
    if (found.length >= most) break;
    const here = await inPages(source, { ...along, range, most: most - found.length });
    for (const one of here) found.push(one);
  }
  return found;
};

const sourceOf = (documents: IDBObjectStore, index: readonly string[]): IDBObjectStore | IDBIndex =>
  index.length === 1 && storedPath(index[0] ?? '') === documents.keyPath
    ? documents
    : documents.index(indexName(index));

type Stretch<Found> = Omit<Along<Found>, 'stretches'> & { readonly range: IDBKeyRange };

const inPages = async <Found>(
  source: IDBObjectStore | IDBIndex,
  { index, range, take, isPicky, most }: Stretch<Found>,
): Promise<Found[]> => {
  // Many that are not wanted may come before one that is. Without the primary key at its end an index
  // has equal keys, and none of them says where a page ended.
  const size = endsWithKey(source, index) ? Math.min(PAGE, isPicky ? most * 10 : most) : undefined;
  const found: Found[] = [];
  let rest: IDBKeyRange | undefined = range;
  while (rest !== undefined && found.length < most) {
    const rows = (await answerOf(source.getAll(rest, size))) as StoredRow[];
    const last = rows.at(-1);
    // Its key is read before `take` makes something else of the row.
    rest =
      last === undefined || size === undefined || rows.length < size
        ? undefined
        : after(keyIn(index, last), range);
    for (const row of rows) {
      const taken = found.length < most ? take(row) : undefined;
      if (taken !== undefined) found.push(taken);
    }
  }
  return found;
};

const endsWithKey = (source: IDBObjectStore | IDBIndex, index: readonly string[]): boolean => {
  const { keyPath } = source instanceof IDBIndex ? source.objectStore : source;
  return storedPath(index.at(-1) ?? '') === keyPath;
};

/** What of a range comes after a key that no two rows share. */
const after = (key: IDBValidKey, { upper, upperOpen }: IDBKeyRange): IDBKeyRange | undefined => {
  if (upper === undefined) return IDBKeyRange.lowerBound(key, true);
  return indexedDB.cmp(key, upper) < 0 ? IDBKeyRange.bound(key, upper, true, upperOpen) : undefined;
};

/** The rows of these ids that are there, in no order. */
export const rowsOf = async (
  documents: IDBObjectStore,
  ids: readonly string[],
): Promise<StoredRow[]> => {
  if (ids.length < FEW) return oneByOne(documents, ids);
  const sorted = ids.toSorted();
  const range = IDBKeyRange.bound(sorted[0], sorted.at(-1));
  // Documents that come together have ids close together: one request finds which are there.
  const most = 2 * ids.length;
  const there = (await answerOf(documents.getAllKeys(range, most))) as string[];
  if (there.length === most) return oneByOne(documents, ids);
  const wanted = new Set(ids);
  const found = there.filter((id) => wanted.has(id));
  if (found.length < FEW) return oneByOne(documents, found);
  if (found.length < there.length / 2) return oneByOne(documents, found);
  const rows = (await answerOf(documents.getAll(range, most))) as StoredRow[];
  const key = documents.keyPath as string;
  return rows.filter((row) => wanted.has(row[key] as string));
};

const oneByOne = async (
  documents: IDBObjectStore,
  ids: readonly string[],
): Promise<StoredRow[]> => {
  const rows = await Promise.all(
    ids.map((id) => answerOf(documents.get(id) as IDBRequest<StoredRow | undefined>)),
  );
  return rows.filter((row) => row !== undefined);
};
