import {
  INDEX_MAX,
  INDEX_MIN,
  categorizeBulkWriteRows,
  ensureRxStorageInstanceParamsAreCorrect,
  fillWithDefaultSettings,
  getQueryMatcher,
  getSortComparator,
  getWrittenDocumentsFromBulkWriteResponse,
  normalizeMangoQuery,
  now,
  prepareQuery,
  type RxDocumentData,
  type RxJsonSchema,
} from 'rxdb/plugins/core';
import { expect, test } from 'vitest';
import { layoutOf } from '#rx-storage-indexeddb/layout.ts';
import { collected, type Person } from './replicated.ts';

type Stored = RxDocumentData<Person>;

const SCHEMA: RxJsonSchema<Stored> = fillWithDefaultSettings<Person>({
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: {
    id: { type: 'string', maxLength: 20 },
    data: { type: 'object', properties: { name: { type: 'string', maxLength: 20 } } },
  },
  required: ['id', 'data'],
  indexes: ['data.name'],
});

const stored = (id: string, height = 1, lwt = 1): Stored => ({
  id,
  data: { name: id },
  _deleted: false,
  _attachments: {},
  _rev: `${height}-canary`,
  _meta: { lwt },
});

test('X7: RxDB fills in the indexes that the storage reads along', () => {
  expect(
    layoutOf(SCHEMA),
    'RxDB no longer puts `_deleted` before and the primary key behind each index, or no longer adds ["_meta.lwt", id]: see src/rx-storage-indexeddb/layout.ts, src/rx-storage-indexeddb/sweep.ts and `newestTime` in src/rx-storage-indexeddb/writing.ts',
  ).toEqual({
    primaryKey: 'id',
    indexes: [
      ['_deleted', 'data.name', 'id'],
      ['_meta.lwt', 'id'],
    ],
    booleans: ['_deleted'],
    hasAttachments: false,
  });
  expect(
    SCHEMA.required,
    'RxDB no longer requires of each document what it adds to it: see isAlwaysThere in src/rx-storage-indexeddb/query.ts',
  ).toEqual(expect.arrayContaining(['id', '_deleted', '_meta']));
});

test('X7: a query plan says "from the first" and "to the last" as the storage reads it', () => {
  const { queryPlan } = prepareQuery(
    SCHEMA,
    normalizeMangoQuery<Stored>(SCHEMA, {
      selector: { _deleted: { $eq: false } },
      sort: [{ id: 'asc' }],
    }),
  );
  const changed =
    'RxDB’s query planner has other words for "from the first" and "to the last" of an index, or another form of plan: see MIN and MAX in src/rx-storage-indexeddb/key-ranges.ts, and LAST in src/data/rxdb/written-since.ts';
  expect([INDEX_MIN, INDEX_MAX], changed).toEqual([Number.MIN_SAFE_INTEGER, '\uFFFF']);
  expect(queryPlan, changed).toMatchObject({
    index: ['_deleted', 'data.name', 'id'],
    startKeys: [false, INDEX_MIN, INDEX_MIN],
    endKeys: [false, INDEX_MAX, INDEX_MAX],
    inclusiveStart: true,
    inclusiveEnd: true,
    sortSatisfiedByIndex: false,
    selectorSatisfiedByIndex: true,
  });
});

test('X7: RxDB’s matcher and order for a query go by the query alone', () => {
  const query = normalizeMangoQuery(SCHEMA, {
    selector: { id: { $gt: 'a' } },
    sort: [{ id: 'desc' }],
  });
  expect(
    ['a', 'b', 'c']
      .map((id) => stored(id))
      .filter(getQueryMatcher(SCHEMA, query))
      .toSorted(getSortComparator<Person>(SCHEMA, query))
      .map(({ id }) => id),
    '`getQueryMatcher` or `getSortComparator` of RxDB takes or answers something else: see src/rx-storage-indexeddb/query.ts',
  ).toEqual(['c', 'b']);
});

test('X7: RxDB sorts the rows of a write as the storage writes them', async () => {
  const { collection } = await collected();
  const there = new Map([stored('changed'), stored('conflict', 2)].map((one) => [one.id, one]));
  const rows = [
    { document: stored('new') },
    { document: stored('changed', 2), previous: stored('changed') },
    { document: stored('conflict', 3), previous: stored('conflict', 1) },
  ];
  const sorted = categorizeBulkWriteRows<Person>(
    collection.storageInstance,
    'id',
    there,
    rows,
    'canary',
  );
  const changed =
    '`categorizeBulkWriteRows` of RxDB sorts the rows of a write in another way: see src/rx-storage-indexeddb/writing.ts';
  expect(sorted.bulkInsertDocs, changed).toEqual([rows[0]]);
  expect(sorted.bulkUpdateDocs, changed).toEqual([rows[1]]);
  expect(sorted.errors, changed).toMatchObject([
    { status: 409, documentId: 'conflict', documentInDb: there.get('conflict') },
  ]);
  expect(sorted.eventBulk, changed).toMatchObject({ context: 'canary', checkpoint: null });
  expect(
    sorted.eventBulk.events.map(({ operation, documentId }) => [operation, documentId]),
    changed,
  ).toEqual([
    ['INSERT', 'new'],
    ['UPDATE', 'changed'],
  ]);
  expect(
    sorted.bulkInsertDocs[0]?.document,
    'RxDB copies the documents of a write before it tells of them: the times that `riseAbove` in src/rx-storage-indexeddb/writing.ts gives have to be given to those copies',
  ).toBe(sorted.eventBulk.events[0]?.documentData);
});

test('X7: who wrote is told the time that the storage gave the write', async () => {
  const { collection } = await collected();
  const { storageInstance } = collection;
  const { originalStorageInstance: own } = storageInstance as typeof storageInstance & {
    readonly originalStorageInstance: typeof storageInstance;
  };
  const write = own.bulkWrite.bind(own);
  const later = now() + 1000;
  own.bulkWrite = (rows, context) => {
    for (const { document } of rows) document._meta = { ...document._meta, lwt: later };
    return write(rows, context);
  };
  const rows = [{ document: stored('anna') }];
  const answer = await storageInstance.bulkWrite(rows, 'canary');
  expect(
    getWrittenDocumentsFromBulkWriteResponse('id', rows, answer).map(({ _meta }) => _meta.lwt),
    'RxDB hands on other objects than those that the storage was given: a time that rises there (`riseAbove` in src/rx-storage-indexeddb/writing.ts) is not the one that RxDB goes on with',
  ).toEqual([later]);
});

test('X7: RxDB’s own time has the steps that the storage goes on with', () => {
  const times = Array.from({ length: 200 }, () => now());
  const steps = times.slice(1).map((time, at) => Math.round((time - (times[at] ?? 0)) * 100));
  const changed =
    'RxDB’s `now` no longer rises by 0.01 within a millisecond: see STEP in src/rx-storage-indexeddb/writing.ts';
  expect(Math.min(...steps), changed).toBe(1);
  expect(
    times.every((time) => Number(time.toFixed(2)) === time),
    changed,
  ).toBe(true);
});

test('X7: RxDB refuses for a storage what it cannot do by itself', () => {
  const given = {
    databaseInstanceToken: 'canary',
    databaseName: 'canary',
    collectionName: 'people',
    options: {},
    multiInstance: false,
    devMode: false,
  };
  const changed =
    '`ensureRxStorageInstanceParamsAreCorrect` of RxDB refuses something else than compression and encryption: see src/rx-storage-indexeddb/storage.ts';
  expect(
    () => ensureRxStorageInstanceParamsAreCorrect({ ...given, schema: SCHEMA }),
    changed,
  ).not.toThrow();
  expect(
    () =>
      ensureRxStorageInstanceParamsAreCorrect({
        ...given,
        schema: { ...SCHEMA, keyCompression: true },
      }),
    changed,
  ).toThrow();
});
