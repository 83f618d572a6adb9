import {
  getPrimaryFieldOfPrimaryKey,
  type RxStorage,
  type RxStorageInstance,
} from 'rxdb/plugins/core';
import { getRxStorageMemory } from 'rxdb/plugins/storage-memory';
import { riseAbove } from '#rx-storage-indexeddb/writing.ts';
import { getRxStorageIndexedDb } from '#rx-storage-indexeddb/index.ts';

type Storage = RxStorage<unknown, unknown>;
type Instance = RxStorageInstance<unknown, unknown, unknown>;

/** What keeps records while the app on it comes and goes. */
export type Disk = {
  readonly storage: Storage;
  /** Removes what a database holds, once its app is closed. */
  forget(database: string): Promise<void>;
};

type Schema = Parameters<Storage['createStorageInstance']>[0]['schema'];

/** The app goes through all records in the order of their ids, as a browser's database has them. */
const readByIds = (schema: Schema) => ({
  ...schema,
  indexes: [
    ...(schema.indexes ?? []),
    ['_deleted', getPrimaryFieldOfPrimaryKey(schema.primaryKey)],
  ],
});

/**
 * RxDB's memory. Each write is later than all before it, as on a device: RxDB finds by that what to
 * send.
 */
export const memoryDisk = (): Disk => {
  const memory = getRxStorageMemory();
  const newest = new Map<string, number>();
  const storage = {
    ...memory,
    createStorageInstance: async (given: Parameters<Storage['createStorageInstance']>[0]) => {
      const params = { ...given, schema: readByIds(given.schema) };
      const instance = (await memory.createStorageInstance(params as never)) as unknown as Instance;
      const write = instance.bulkWrite.bind(instance);
      instance.bulkWrite = (rows, context) => {
        const before = newest.get(params.collectionName) ?? 0;
        newest.set(params.collectionName, riseAbove(before, rows as never));
        return write(rows, context);
      };
      return instance;
    },
  } as unknown as Storage;
  return {
    storage,
    forget: async (database) => {
      // RxDB keeps it for as long as the process lives.
      for (const key of memory.collectionStates.keys())
        if (key.startsWith(database)) memory.collectionStates.delete(key);
    },
  };
};

const deleted = (name: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.addEventListener('success', () => resolve());
    request.addEventListener('error', () => reject(request.error as DOMException));
  });

/** The browser's own, as the app has it. An app that was killed keeps its connection until then. */
export const browserDisk = (): Disk => ({
  storage: getRxStorageIndexedDb() as Storage,
  forget: async (database) => {
    for (const { name = '' } of await indexedDB.databases())
      if (name.includes(`-${database}--`)) await deleted(name);
  },
});
