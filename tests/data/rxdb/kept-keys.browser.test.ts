import { afterEach, expect, test } from 'vitest';
import { isKeptKey } from '#core/record/kept-key.ts';
import { openDatabase, type WorkspaceDatabase } from '#data/records/database.ts';
import { newId } from '#platform/ids.ts';
import { orderWith } from '#tests/factories/credit.ts';

const opened: WorkspaceDatabase[] = [];
afterEach(async () => {
  for (const database of opened.splice(0)) await database.remove();
});

const KEYS = [
  'a',
  '_a',
  '__a',
  '|a',
  '||a',
  '|__a',
  'a__b',
  'a.__b',
  'a.|b',
  '|proto__',
  'a.|proto__',
  '|toString',
];

test('X9: the store of a browser gives back each key that a record may have', async () => {
  const database = await openDatabase(newId());
  opened.push(database);
  const records = KEYS.map((key, at) => {
    const { data, ...record } = orderWith([['ordered', '2026-09-01']], {}, `order-${at}`);
    return { ...record, data: { ...data, more: { [key]: { x: 1 } } } };
  });
  await database.records.bulkInsert(records as never);
  const { storageInstance } = database.records;
  const stored = await storageInstance.findDocumentsById(
    records.map(({ id }) => id),
    false,
  );
  const keysOf = new Map(
    stored.map(({ id, data }) => [id, Object.keys((data as unknown as { more: object }).more)]),
  );
  const kept = KEYS.filter((key, at) => keysOf.get(`order-${at}`)?.join() === key);
  // An older version of the app dropped `|proto__`, and may share the workspace.
  expect(kept.filter((key) => key !== '|proto__')).toEqual(KEYS.filter(isKeptKey));
});
