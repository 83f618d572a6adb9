import type { PreparedQuery, RxQueryPlan } from 'rxdb/plugins/core';
import type { Layout } from './layout.ts';

/** What RxDB writes for "from the first" and "to the last" of an index. */
const MIN = Number.MIN_SAFE_INTEGER;
const MAX = String.fromCharCode(65535);

/** Before and after every number and text in IndexedDB's order. */
const FIRST = -Infinity;
const LAST: IDBValidKey[] = [];

/** So many values of one `$in` are read each by itself; beyond it the index is read through. */
const MOST_STRETCHES = 1000;

type Selector = Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>;

/**
 * The stretches of its index that a query looks at, in their order: one, or one for each value of
 * an `$in`. None where nothing can match. Undefined where keys of IndexedDB cannot say what is asked
 * for, or where a document that the index does not hold might match.
 */
export const stretchesOf = <Doc>(
  layout: Layout,
  { query, queryPlan: plan }: PreparedQuery<Doc>,
  isAlwaysThere: (path: string) => boolean,
): readonly IDBKeyRange[] | undefined => {
  const selector = query.selector as Selector;
  const key = (value: unknown, at: number): IDBValidKey | undefined =>
    keyOf(value, layout.booleans.includes(plan.index[at] ?? ''));
  const lower = plan.startKeys.map(key);
  const upper = plan.endKeys.map(key);
  const isWhole = plan.index.every(
    (path) => isAlwaysThere(path) || asksForOne(selector[path] ?? {}),
  );
  if (!isWhole || !areKeys(lower) || !areKeys(upper)) return undefined;
  return valuesApart(selector, plan, lower, upper)
    .map((value) => rangeOf(plan, ...withValue(value, lower, upper)))
    .filter((range) => range !== undefined);
};

const keyOf = (value: unknown, isBoolean: boolean): IDBValidKey | undefined => {
  if (value === MIN) return FIRST;
  if (value === MAX) return LAST;
  if (isBoolean) return typeof value === 'boolean' ? (value ? '1' : '0') : undefined;
  if (typeof value === 'string') return value;
  return typeof value === 'number' && !Number.isNaN(value) ? value : undefined;
};

const areKeys = (keys: readonly (IDBValidKey | undefined)[]): keys is readonly IDBValidKey[] =>
  !keys.includes(undefined);

/** From the first to the last value of one field of the plan's index; undefined if they are no keys. */
export const rangeAt = (
  { startKeys, endKeys }: RxQueryPlan,
  at: number,
): IDBKeyRange | undefined => {
  const lower = keyOf(startKeys[at], false);
  const upper = keyOf(endKeys[at], false);
  if (lower === undefined || upper === undefined || indexedDB.cmp(lower, upper) > 0)
    return undefined;
  return IDBKeyRange.bound(lower, upper);
};

/** What a document without the field never matches. */
const ASK_FOR_ONE = ['$eq', '$gt', '$gte', '$lt', '$lte', '$in'];

const asksForOne = (conditions: Readonly<Record<string, unknown>>): boolean =>
  Object.entries(conditions).some(
    ([name, asked]) =>
      ASK_FOR_ONE.includes(name) &&
      (Array.isArray(asked) ? asked : [asked]).every(
        (value: unknown) => value !== null && value !== undefined,
      ),
  );

/** Where in the index one value takes the place of a range; `at` is -1 where none does. */
type Value = { readonly at: number; readonly key: IDBValidKey };

const WHOLE: readonly Value[] = [{ at: -1, key: FIRST }];

/**
 * The values of an `$in`, in order, if all fields before it are given: what is between them is not
 * read.
 */
const valuesApart = (
  selector: Selector,
  { index }: RxQueryPlan,
  lower: readonly IDBValidKey[],
  upper: readonly IDBValidKey[],
): readonly Value[] => {
  const at = lower.findIndex((key, place) => indexedDB.cmp(key, upper[place] ?? LAST) !== 0);
  const conditions = selector[index[at] ?? ''] ?? {};
  const asked = conditions['$in'];
  if (!Array.isArray(asked) || asked.length > MOST_STRETCHES) return WHOLE;
  // What bounds the field besides would count for each value.
  if (Object.keys(conditions).length > 1) return WHOLE;
  const keys: readonly (IDBValidKey | undefined)[] = [...new Set<unknown>(asked)].map((value) =>
    keyOf(value, false),
  );
  if (!areKeys(keys)) return WHOLE;
  return keys.toSorted((a, b) => indexedDB.cmp(a, b)).map((key) => ({ at, key }));
};

const withValue = (
  { at, key }: Value,
  lower: readonly IDBValidKey[],
  upper: readonly IDBValidKey[],
): [readonly IDBValidKey[], readonly IDBValidKey[]] =>
  at === -1 ? [lower, upper] : [lower.with(at, key), upper.with(at, key)];

/** Undefined where nothing can be in it. */
const rangeOf = (
  { inclusiveStart, inclusiveEnd }: RxQueryPlan,
  lower: readonly IDBValidKey[],
  upper: readonly IDBValidKey[],
): IDBKeyRange | undefined => {
  const order = indexedDB.cmp(lower, upper);
  const isEmpty = order > 0 || (order === 0 && !(inclusiveStart && inclusiveEnd));
  return isEmpty ? undefined : IDBKeyRange.bound(lower, upper, !inclusiveStart, !inclusiveEnd);
};
