import {
  getQueryMatcher,
  type RxDocumentData,
  type RxStorage,
  type RxStorageInstance,
} from 'rxdb/plugins/core';
import { fromDexieToStorage, getKeyRangeByQueryPlan } from 'rxdb/plugins/storage-dexie';

type Rows = { limit(most: number): { toArray(): Promise<Readonly<Record<string, unknown>>[]> } };

/** The store in Dexie, as far as it is asked here. */
type Dexie = {
  readonly dexieDb: {
    transaction<T>(mode: 'r', table: object, work: () => Promise<T>): Promise<T>;
  };
  readonly dexieTable: {
    where(index: string): {
      between(lower: unknown, upper: unknown, withLower: boolean, withUpper: boolean): Rows;
    };
  };
  readonly booleanIndexes: string[];
};

/**
 * So many rows come in one answer: enough that asking takes no time, few enough that no answer
 * holds the page.
 */
const PAGE = 500;

/**
 * RxDB goes through what a query finds with a cursor, an event for each record: three times as long
 * as to ask for many at once. In a storage made so, a query along an index reads them by pages,
 * within one transaction; any other is RxDB's own.
 */
export const withRowsAtOnce = <Internals, Options>(
  storage: RxStorage<Internals, Options>,
): RxStorage<Internals, Options> => ({
  ...storage,
  createStorageInstance: async (params) => atOnce(await storage.createStorageInstance(params)),
});

type Query<Doc> = Parameters<RxStorageInstance<Doc, unknown, unknown>['query']>[0];

const rangeOf = <Doc>(
  { queryPlan }: Query<Doc>,
  booleanIndexes: string[],
): IDBKeyRange | undefined => {
  try {
    return getKeyRangeByQueryPlan(booleanIndexes, queryPlan) as IDBKeyRange;
  } catch {
    // IndexedDB rejects an empty range, and RxDB knows what to return for it.
    return undefined;
  }
};

/**
 * Whether one range of an index answers a query, in its order, so that each row's place is known.
 */
const isAlongIndex = <Doc>({ query, queryPlan }: Query<Doc>): boolean =>
  queryPlan.sortSatisfiedByIndex &&
  (query.skip ?? 0) === 0 &&
  queryPlan.index.every((field) => !field.includes('.'));

const atOnce = <Doc, Internals, Options>(
  instance: RxStorageInstance<Doc, Internals, Options>,
): RxStorageInstance<Doc, Internals, Options> => {
  const oneByOne = instance.query.bind(instance);
  instance.query = async (prepared) => {
    // RxDB says nothing of what its storages are made of.
    const internals: unknown = await Promise.resolve<unknown>(instance.internals);
    const dexie = internals as Dexie;
    const range = isAlongIndex(prepared) ? rangeOf(prepared, dexie.booleanIndexes) : undefined;
    if (range === undefined) return oneByOne(prepared);
    const fits = prepared.queryPlan.selectorSatisfiedByIndex
      ? () => true
      : getQueryMatcher(instance.schema, prepared.query);
    return {
      documents: await dexie.dexieDb.transaction('r', dexie.dexieTable, async () =>
        (
          await Promise.all(
            stretchesOf(prepared, range).map((stretch) => inPages(dexie, prepared, stretch, fits)),
          )
        )
          .flat()
          .slice(0, prepared.query.limit),
      ),
    };
  };
  return instance;
};

/**
 * A row as RxDB hands it on. It copies each through all its depth, since a name may begin with `|`,
 * which is stored as `__`: where its text holds none, the row itself will do.
 */
const documentOf = <Doc>(
  booleanIndexes: string[],
  row: Readonly<Record<string, unknown>>,
): RxDocumentData<Doc> =>
  (booleanIndexes.join() !== '_deleted' || JSON.stringify(row).includes('__')
    ? fromDexieToStorage(booleanIndexes, row)
    : { ...row, _deleted: row['_deleted'] === '1' }) as RxDocumentData<Doc>;

type Stretch = Pick<IDBKeyRange, 'lower' | 'upper' | 'lowerOpen' | 'upperOpen'>;

/**
 * Several parents, in their order, have a stretch of the index each; RxDB goes through all that
 * is between them.
 */
const stretchesOf = <Doc>(
  { query: { selector }, queryPlan }: Query<Doc>,
  range: IDBKeyRange,
): readonly Stretch[] => {
  const parents = (selector as { readonly parent?: { readonly $in?: readonly string[] } }).parent
    ?.$in;
  const at = queryPlan.index.indexOf('parent');
  const { lower, upper, lowerOpen, upperOpen } = range as {
    lower: unknown[];
    upper: unknown[];
  } & IDBKeyRange;
  return (
    parents?.map((parent) => ({
      lower: lower.with(at, parent),
      upper: upper.with(at, parent),
      lowerOpen,
      upperOpen,
    })) ?? [range]
  );
};

const inPages = async <Doc>(
  { dexieTable, booleanIndexes }: Dexie,
  { query, queryPlan }: Query<Doc>,
  { lower, upper, lowerOpen, upperOpen }: Stretch,
  fits: (document: RxDocumentData<Doc>) => boolean,
): Promise<RxDocumentData<Doc>[]> => {
  const most = query.limit ?? Number.POSITIVE_INFINITY;
  // Where the index alone does not tell what fits, many that do not may lie before the one that is
  // wanted.
  const size = queryPlan.selectorSatisfiedByIndex
    ? Math.min(PAGE, most)
    : Math.min(PAGE, most * 10);
  const index = dexieTable.where(`[${queryPlan.index.join('+')}]`);
  const found: RxDocumentData<Doc>[] = [];
  for (let [after, isOpen]: [unknown, boolean] = [lower, lowerOpen]; size > 0;) {
    const rows = await index.between(after, upper, !isOpen, !upperOpen).limit(size).toArray();
    found.push(...rows.map((row) => documentOf<Doc>(booleanIndexes, row)).filter(fits));
    const last = rows.at(-1);
    if (last === undefined || rows.length < size || found.length >= most) break;
    // Every index of RxDB ends with the id: no two rows have one key.
    [after, isOpen] = [queryPlan.index.map((field) => last[field]), true];
  }
  return found.slice(0, most);
};
