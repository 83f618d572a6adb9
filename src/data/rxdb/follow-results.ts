// Replaces the package event-reduce-js, which RxDB asks how a write changes the last result of a
// live query, so that most writes need no query to the store. The package decides by a table over
// eighteen questions, packed into a 2 kB text; these are the cases that our queries have.

type Stored = Readonly<Record<string, unknown>>;

/** A query as RxDB hands it over. */
type Asked = {
  readonly primaryKey: string;
  readonly skip?: number;
  readonly limit?: number;
  readonly sortComparator: (a: Stored, b: Stored) => number | undefined;
  readonly queryMatcher: (record: Stored) => boolean;
};

/** What was written; no `doc` where it was deleted. */
type Written = { readonly id: string; readonly doc: Stored | null };

type Given = {
  readonly queryParams: Asked;
  readonly changeEvent: Written;
  readonly previousResults: readonly Stored[];
  readonly keyDocumentMap: ReadonlyMap<string, Stored>;
};

/** The first two are RxDB's own words: it leaves the answer, or asks the store again. */
type Action = 'doNothing' | 'runFullQueryAgain' | 'move';

/** What to do with the last result. */
export const calculateActionName = (given: Given): Action => {
  const { queryParams: asked, changeEvent, previousResults, keyDocumentMap } = given;
  const { id, doc } = changeEvent;
  const before = keyDocumentMap.get(id);
  const now = doc !== null && asked.queryMatcher(doc) ? doc : undefined;
  if (asked.skip !== undefined && asked.skip > 0) return 'runFullQueryAgain';
  if (before === undefined && now === undefined) return 'doNothing';
  const isFull = asked.limit !== undefined && previousResults.length >= asked.limit;
  if (!isFull) return 'move';
  if (before !== undefined)
    // Where it leaves its place, one that the answer does not hold may come up.
    return now !== undefined && isBeside(asked, before, now) ? 'move' : 'runFullQueryAgain';
  const last = previousResults.at(-1);
  return now === undefined || last === undefined || isAfter(asked, now, last)
    ? 'doNothing'
    : 'move';
};

/** Does it: the record goes from where it was to where it belongs now. */
export const runAction = (
  _: Action,
  asked: Asked,
  { id, doc }: Written,
  results: Stored[],
  byId: Map<string, Stored>,
): void => {
  const before = byId.get(id);
  const now = doc !== null && asked.queryMatcher(doc) ? doc : undefined;
  const place =
    before === undefined ? -1 : results.findIndex((record) => record[asked.primaryKey] === id);
  if (now !== undefined && before !== undefined && isBeside(asked, before, now)) {
    results[place] = now;
    byId.set(id, now);
    return;
  }
  if (place !== -1) results.splice(place, 1);
  byId.delete(id);
  if (now === undefined) return;
  results.splice(placeOf(asked, now, results), 0, now);
  byId.set(id, now);
  const tooMany = asked.limit !== undefined && results.length > asked.limit;
  if (tooMany) byId.delete(results.pop()?.[asked.primaryKey] as string);
};

const isAfter = ({ sortComparator }: Asked, record: Stored, other: Stored): boolean =>
  (sortComparator(record, other) ?? 0) > 0;

/** Whether two states of a record have the same place. */
const isBeside = (asked: Asked, before: Stored, now: Stored): boolean =>
  !isAfter(asked, before, now) && !isAfter(asked, now, before);

/** The place of a record among those that are in order: behind its equals. */
const placeOf = (asked: Asked, record: Stored, results: readonly Stored[]): number => {
  let [low, high] = [0, results.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const at = results[middle];
    if (at !== undefined && isAfter(asked, at, record)) high = middle;
    else low = middle + 1;
  }
  return low;
};
