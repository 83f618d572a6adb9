import type { RxStorageInstance } from 'rxdb/plugins/core';
import { expect, test } from 'vitest';
import { collected, pages, person, replicating, type Person } from './replicated.ts';

type Storage = RxStorageInstance<Person, unknown, unknown>;

type Heard = { readonly context: string; readonly hasPrevious: boolean };

/** Each row that reaches `bulkWrite` of a storage from now on. */
const hearing = (storage: Storage): readonly Heard[] => {
  const heard: Heard[] = [];
  const write = storage.bulkWrite.bind(storage);
  storage.bulkWrite = (rows, context) => {
    for (const { previous } of rows) heard.push({ context, hasPrevious: previous !== undefined });
    return write(rows, context);
  };
  return heard;
};

const underneath = (storage: object): Storage => {
  const { originalStorageInstance: own } = storage as {
    readonly originalStorageInstance?: Storage;
  };
  if (own === undefined)
    throw new Error(
      'RxDB no longer keeps the storage under a collection in `originalStorageInstance`: see src/data/rxdb/note-pulled.ts and src/data/rxdb/keep-readable.ts',
    );
  return own;
};

test('X8: each write of a collection goes through the storage that is under it', async () => {
  const { collection } = await collected();
  const heard = hearing(underneath(collection.storageInstance));
  const written = await collection.insert({ id: 'anna', data: { name: 'Anna' } });
  await written.incrementalPatch({ data: { name: 'Anna Berg' } });
  await collection.bulkRemove(['anna']);
  expect(
    heard.map(({ hasPrevious }) => hasPrevious),
    'RxDB no longer hands each write, with the state before it in `previous`, to `bulkWrite` of the storage under a collection: see src/data/rxdb/keep-readable.ts and src/data/rxdb/note-pulled.ts',
  ).toEqual([false, true, true]);
});

test('X8: a pull writes by the storage that a collection has, and by the one that is under it', async () => {
  const { collection, begin } = await replicating();
  const heard = hearing(collection.storageInstance);
  const below = hearing(underneath(collection.storageInstance));
  const { running } = await begin({ pull: pages([person('anna')]) });
  await running.awaitInSync();
  const flag = await running.internalReplicationState?.downstreamBulkWriteFlag;
  const pulled = { context: flag, hasPrevious: false };
  expect(
    heard,
    'RxDB no longer calls `bulkWrite` of a collection’s `storageInstance` for what it pulled: see src/data/rxdb/refuse-pulled.ts',
  ).toContainEqual(pulled);
  expect(
    below,
    'RxDB no longer hands on the name of a write of what it pulled: see src/data/rxdb/note-pulled.ts',
  ).toContainEqual(pulled);
});
