import type { RxStorageInstance } from 'rxdb/plugins/core';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays } from '#core/day/day.ts';
import type { Draft, VolymRecord } from '#core/record/record.ts';
import { databaseName, openDatabase, type WorkspaceDatabase } from '#data/records/database.ts';
import { mangoOf, type Query } from '#data/records/query.ts';
import { openRecords } from '#data/records/records.ts';
import { newId } from '#platform/ids.ts';
import { doingOn } from '#tests/factories/doing.ts';
import { orderWith } from '#tests/factories/credit.ts';

const COUNT = 1300;
const ODD = { '|of': { 'a.|b': [{ '|deep': 1 }, null] }, c__d: 'x' };
let database: WorkspaceDatabase;
/** RxDB's own storage on the same database. */
let dexie: RxStorageInstance<VolymRecord, unknown, unknown>;

/**
 * More than two pages of one kind; some trashed, some under a parent, some of another kind, some
 * removed.
 */
const draftAt = (at: number): Draft => ({
  ...orderWith([], {}, `order-${String((at * 7919) % COUNT).padStart(4, '0')}`),
  ...(at % 10 === 3 ? { trashedOn: '2026-11-20' } : {}),
  ...(at % 3 === 0 ? { parent: `parent-${at % 2}` } : {}),
  ...(at % 50 === 9 ? { kind: 'note' } : {}),
  // RxDB stores such names in another way.
  ...(at % 40 === 7 ? { data: { ...orderWith([]).data, ...ODD } as never } : {}),
});

beforeAll(async () => {
  const workspaceId = newId();
  database = await openDatabase(workspaceId);
  const records = openRecords(database.records, doingOn);
  await records.insert(Array.from({ length: COUNT }, (_, at) => draftAt(at)));
  await records.discard(['order-0007', 'order-0600']);
  dexie = await getRxStorageDexie().createStorageInstance<VolymRecord>({
    databaseInstanceToken: newId(),
    databaseName: databaseName(workspaceId),
    collectionName: 'records',
    schema: database.records.storageInstance.schema,
    options: {},
    multiInstance: false,
    devMode: false,
  });
});
afterAll(async () => {
  await dexie.close();
  await database.remove();
});

const today = '2026-11-20';
const QUERIES: readonly Query[] = [
  {},
  { kind: 'credit-order' },
  { kind: 'note' },
  { kind: 'nothing' },
  ...[0, 1, 499, 500, 501, 1000, 5000].map((limit) => ({ kind: 'credit-order', limit })),
  { trashed: true },
  { trashed: 'only' as const },
  { kind: 'credit-order', trashed: true, limit: 700 },
  { parent: 'parent-1' },
  { parent: 'parent-0', kind: 'credit-order' },
  { parent: '', limit: 600 },
  ...['', 'order-0500', 'order-9999'].map((after) => ({
    kind: 'credit-order',
    parent: 'parent-0',
    after,
    limit: 100,
  })),
  { parents: ['parent-1', 'parent-0', 'nobody', 'parent-1'] },
  { parents: ['parent-0', ''], kind: 'note' },
  { parents: ['parent-0', 'parent-1'], limit: 300 },
  { parents: [] },
  { parents: ['parent-1'], trashed: true },
  { order: 'due' as const },
  { order: 'due' as const, dueFrom: today, limit: 20 },
  { order: 'due' as const, dueFrom: addDays(today, 9), dueBefore: today },
];

test.each(QUERIES)('X6: %j finds what RxDB’s own storage finds, in its order', async (query) => {
  const { storageInstance } = database.records;
  const prepared = database.records.find(mangoOf(query)).getPreparedQuery();
  expect(await storageInstance.query(prepared)).toEqual(await dexie.query(prepared));
});

test('X6: all that there is of a kind is found', async () => {
  const found = await database.records.find(mangoOf({ kind: 'credit-order' })).exec();
  const fits = Array.from({ length: COUNT }, (_, at) => draftAt(at))
    .filter(({ kind, trashedOn = '' }) => kind === 'credit-order' && trashedOn === '')
    .filter(({ id }) => !['order-0007', 'order-0600'].includes(id));
  expect(found.length).toBe(fits.length);
  expect(new Set(found.map(({ id }) => id))).toEqual(new Set(fits.map(({ id }) => id)));
});
