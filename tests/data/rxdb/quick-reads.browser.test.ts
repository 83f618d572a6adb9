import { getChangedDocumentsSince, type RxStorageInstance } from 'rxdb/plugins/core';
import { afterEach, expect, test } from 'vitest';
import { openDatabase, type WorkspaceDatabase } from '#data/records/database.ts';
import { openRecords } from '#data/records/records.ts';
import { countWrittenSince, readPagesAtOnce } from '#data/rxdb/changed-since.ts';
import { skipMisses } from '#data/rxdb/skip-misses.ts';
import { newId } from '#platform/ids.ts';
import { systemClock } from '#platform/clock.ts';
import { orderWith } from '#tests/factories/credit.ts';

const doing = () => ({ today: systemClock.today(), now: systemClock.now(), by: 'sara', newId });

let database: WorkspaceDatabase | undefined;
afterEach(async () => void (await database?.remove()));

/**
 * Thirty orders in writes of ten, of which each write has one time; some changed since, some
 * deleted.
 */
const filled = async () => {
  database = await openDatabase(newId());
  const records = openRecords(database.records, doing);
  const ids = Array.from({ length: 30 }, (_, at) => `order-${at + 10}`);
  for (let at = 0; at < 30; at += 10)
    await records.insert(ids.slice(at, at + 10).map((id) => orderWith([], {}, id)));
  await records.changeMany(ids.slice(3, 7), (order) => ({
    ok: true,
    value: { ...order, trashedOn: '2026-11-20' },
  }));
  await records.discard(ids.slice(20, 23));
  return { collection: database.records, ids };
};

type Storage = RxStorageInstance<object, unknown, unknown>;
type Checkpoint = { id: string; lwt: number };

test('X8: what is to be sent is the same, page by page, read at once as one by one', async () => {
  const { collection } = await filled();
  const storage = collection.storageInstance as unknown as Storage;
  const pages = async () => {
    const found: unknown[] = [];
    let from: Checkpoint | undefined;
    for (;;) {
      const page = await getChangedDocumentsSince(storage as never, 7, from as never);
      found.push(page);
      if (page.documents.length === 0) return found;
      from = page.checkpoint as unknown as Checkpoint;
    }
  };
  const oneByOne = await pages();
  await readPagesAtOnce(collection);
  expect(storage.getChangedDocumentsSince).toBeTypeOf('function');
  expect(await pages()).toEqual(oneByOne);
  expect(oneByOne.length).toBeGreaterThan(4);
});

test('X8: what waits is counted without being read, from any place and up to a number', async () => {
  const { collection } = await filled();
  const all = await getChangedDocumentsSince(collection.storageInstance, 1000);
  expect(all.documents).toHaveLength(30);
  expect(await countWrittenSince(collection, 1000)).toBe(30);
  expect(await countWrittenSince(collection, 12)).toBe(12);
  for (const [at, { id, _meta }] of all.documents.entries())
    expect(await countWrittenSince(collection, 1000, { id, lwt: _meta.lwt })).toBe(29 - at);
});

test('X8: a storage that skips what is not there finds all that is', async () => {
  const { collection, ids } = await filled();
  const storage = collection.storageInstance;
  const between = Array.from({ length: 10 }, (_, at) => `order-2${at}x`);
  const absent = Array.from({ length: 10 }, (_, at) => `order-9${at}`);
  const asked = [
    ids,
    absent,
    between,
    [...absent, ...ids.slice(0, 9)],
    [...absent, ...absent, 'order-12'],
    [],
    ['order-12'],
  ];
  // So few, and so far apart, that it is not worth it.
  const apart = ids.filter((_, at) => at % 4 === 0);
  const found = () =>
    Promise.all([...asked, apart].map((some) => storage.findDocumentsById(some, true)));
  const before = await found();
  await skipMisses(storage);
  expect(await found()).toEqual(before);
  expect(before.map(({ length }) => length)).toEqual([30, 0, 0, 9, 1, 0, 1, 8]);
});

test('X8: a storage that skips what is not there writes what is new, and refuses what is there', async () => {
  const { collection, ids } = await filled();
  await skipMisses(collection.storageInstance);
  const records = openRecords(collection, doing);
  const fresh = Array.from({ length: 20 }, (_, at) => `order-7${at}`);
  const drafts = [...ids.slice(0, 5), ...fresh].map((id) => orderWith([], { amount: '1.00' }, id));
  expect(await records.insert(drafts)).toEqual(fresh);
  expect((await records.get('order-10'))?.data).toMatchObject({ amount: '25000.00' });
  expect(await collection.count().exec()).toBe(47);
});
