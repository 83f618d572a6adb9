import { getChangedDocumentsSince } from 'rxdb/plugins/core';
import { afterEach, expect, test } from 'vitest';
import { openDatabase, type WorkspaceDatabase } from '#data/records/database.ts';
import { openRecords } from '#data/records/records.ts';
import { countWrittenSince } from '#data/rxdb/written-since.ts';
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

test('X8: what waits is counted without being read, from any place and up to a number', async () => {
  const { collection } = await filled();
  const all = await getChangedDocumentsSince(collection.storageInstance, 1000);
  expect(all.documents).toHaveLength(30);
  expect(await countWrittenSince(collection, 1000)).toBe(30);
  expect(await countWrittenSince(collection, 12)).toBe(12);
  for (const [at, { id, _meta }] of all.documents.entries())
    expect(await countWrittenSince(collection, 1000, { id, lwt: _meta.lwt })).toBe(29 - at);
});
