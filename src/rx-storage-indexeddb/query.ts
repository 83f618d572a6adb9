import {
  getQueryMatcher,
  getSchemaByObjectPath,
  getSortComparator,
  type PreparedQuery,
  type RxDocumentData,
  type RxJsonSchema,
} from 'rxdb/plugins/core';
import { rangeAt, stretchesOf } from './key-ranges.ts';
import { indexName, type Layout } from './layout.ts';
import { foundAlong } from './reading.ts';
import { answerOf } from './requests.ts';
import { documentOf, type StoredRow } from './stored-row.ts';

/** What a query is answered from. */
export type Source<Doc> = {
  readonly schema: Readonly<RxJsonSchema<RxDocumentData<Doc>>>;
  readonly layout: Layout;
  readonly documents: IDBObjectStore;
};

/** The documents that match a query, in its order. */
export const found = async <Doc>(
  source: Source<Doc>,
  prepared: PreparedQuery<Doc>,
): Promise<RxDocumentData<Doc>[]> => {
  const { schema, layout, documents } = source;
  const { query, queryPlan: plan } = prepared;
  const skip = query.skip ?? 0;
  const end = skip + (query.limit ?? Infinity);
  if (end === skip) return [];
  const way = wayFor(source, prepared);
  const isPicky = !plan.selectorSatisfiedByIndex || way.isWide;
  const isInOrder = plan.sortSatisfiedByIndex && way.isInOrder;
  const documentsFound = await foundAlong(documents, {
    index: way.index,
    stretches: way.stretches,
    take: isPicky ? fitting(source, query) : (row) => documentOf<Doc>(layout, row),
    isPicky,
    most: isInOrder ? end : Infinity,
  });
  if (!isInOrder) documentsFound.sort(getSortComparator(schema, query));
  return skip === 0 && documentsFound.length <= end
    ? documentsFound
    : documentsFound.slice(skip, end);
};

/** Makes the document of a row, if it is one that a query asks for. */
const fitting = <Doc>(
  { schema, layout }: Source<Doc>,
  query: PreparedQuery<Doc>['query'],
): ((row: StoredRow) => RxDocumentData<Doc> | undefined) => {
  const matches = getQueryMatcher(schema, query);
  return (row) => {
    const document = documentOf<Doc>(layout, row);
    return matches(document) ? document : undefined;
  };
};

/** How many documents match a query; `fast` where the index alone tells. */
export const counted = async <Doc>(
  source: Source<Doc>,
  prepared: PreparedQuery<Doc>,
): Promise<{ readonly count: number; readonly mode: 'fast' | 'slow' }> => {
  const { query, queryPlan: plan } = prepared;
  const way = plan.selectorSatisfiedByIndex ? wayFor(source, prepared) : undefined;
  if (way === undefined || way.isWide)
    return { count: (await found(source, prepared)).length, mode: 'slow' };
  const index = source.documents.index(indexName(plan.index));
  const skip = query.skip ?? 0;
  const { limit } = query;
  // Up to a limit it is quicker to read keys than to count all that follow.
  const countIn = async (range: IDBKeyRange): Promise<number> =>
    limit === undefined
      ? answerOf(index.count(range))
      : (await answerOf(index.getAllKeys(range, skip + limit))).length;
  const counts = limit === 0 ? [] : await Promise.all(way.stretches.map(countIn));
  const all = counts.reduce((sum, count) => sum + count, 0);
  return { count: Math.min(Math.max(all - skip, 0), limit ?? Infinity), mode: 'fast' };
};

/** What a query is read along. */
type Way = {
  readonly index: readonly string[];
  readonly stretches: readonly IDBKeyRange[];
  /** Whether some of what lies there may not match, whatever RxDB's plan says. */
  readonly isWide: boolean;
  /** Whether it goes in the order of the plan's index. */
  readonly isInOrder: boolean;
};

/** Along the plan's index, or the ids; otherwise all documents are looked at. */
const wayFor = <Doc>(
  { schema, layout, documents }: Source<Doc>,
  prepared: PreparedQuery<Doc>,
): Way => {
  const { index } = prepared.queryPlan;
  const everyId = IDBKeyRange.lowerBound(-Infinity);
  const all = { index: [layout.primaryKey], stretches: [everyId], isWide: true, isInOrder: false };
  if (documents.indexNames.contains(indexName(index))) {
    const stretches = stretchesOf(layout, prepared, (path) => isAlwaysThere(schema, path));
    return stretches === undefined ? all : { index, stretches, isWide: false, isInOrder: true };
  }
  // What is deleted, or what is not, in the order of the ids: the store itself, but for the others in it.
  const isOfIds = index.join() === ['_deleted', layout.primaryKey].join();
  const { startKeys, endKeys } = prepared.queryPlan;
  if (!isOfIds || startKeys[0] !== endKeys[0]) return all;
  const range = rangeAt(prepared.queryPlan, 1);
  return range === undefined ? all : { ...all, stretches: [range], isInOrder: true };
};

type Part = { readonly required?: readonly string[] };

/** Whether every document has something at a path, and so is in an index over it. */
const isAlwaysThere = <Doc>(schema: Source<Doc>['schema'], path: string): boolean => {
  const names = path.split('.');
  return names.every((name, at) => {
    const holder = at === 0 ? schema : getSchemaByObjectPath(schema, names.slice(0, at).join('.'));
    return (holder as Part | undefined)?.required?.includes(name) ?? false;
  });
};
