import { createRxDatabase, type RxCollection } from 'rxdb/plugins/core';
import { getRxStorageMemory } from 'rxdb/plugins/storage-memory';
import { expect, test } from 'vitest';
import { mortalStorage, type Life } from '../../sync/mortal-storage.ts';
import type { Person } from './replicated.ts';

const NAME = `canary-lives-${process.pid}`;

const open = async ({ storage }: Life) => {
  const database = await createRxDatabase<{ people: RxCollection<Person> }>({
    name: NAME,
    storage,
    multiInstance: false,
    closeDuplicates: true,
  });
  await database.addCollections({
    people: {
      schema: {
        version: 0,
        primaryKey: 'id',
        type: 'object',
        properties: { id: { type: 'string', maxLength: 20 }, data: { type: 'object' } },
        required: ['id', 'data'],
      },
    },
  });
  return database.people;
};

test('X8: a device of the tests can be killed and started again on the same memory', async () => {
  const memory = mortalStorage();
  const first = memory.begin();
  const before = await open(first);
  await before.insert({ id: 'anna', data: { name: 'Anna' } });
  first.die();
  void before.insert({ id: 'sara', data: { name: 'Sara' } });
  const after = await open(memory.begin());
  const left = (await after.find().exec()).map(({ id }) => id);
  expect(
    left,
    'RxDB no longer writes by the methods of a storage instance that were put in its place: see tests/data/sync/mortal-storage.ts',
  ).not.toContain('sara');
  expect(
    left,
    'RxDB’s memory storage no longer keeps what it held for the next instance of the same name: see tests/data/sync/disk.ts',
  ).toEqual(['anna']);
  const keys = [...getRxStorageMemory().collectionStates.keys()];
  const ofName = () => keys.filter((key) => key.startsWith(NAME));
  expect(
    ofName().length,
    'RxDB’s memory storage no longer keeps what it holds in `collectionStates`, under names that begin with the database’s: see `forget` in tests/data/sync/disk.ts',
  ).toBeGreaterThan(0);
  await memory.forget(NAME);
});
