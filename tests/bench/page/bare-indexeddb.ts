import { newId } from '#platform/ids.ts';
import type { Contestant, Row } from './contestant.ts';

/** What a request of IndexedDB answers. */
export const asked = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** Resolves when a transaction is on the disk. */
export const done = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error);
  });

const INDEXES = {
  kindNewest: ['kind', 'newestFirst'],
  kindDue: ['kind', 'dueOn'],
  parentKind: ['parent', 'kind'],
  newest: 'newestFirst',
  due: 'dueOn',
};

/** A database with the same indexes as the records have. */
export const openBare = (name: string): Promise<IDBDatabase> => {
  const request = indexedDB.open(name, 1);
  request.onupgradeneeded = () => {
    const store = request.result.createObjectStore('records', { keyPath: 'id' });
    for (const [index, path] of Object.entries(INDEXES)) store.createIndex(index, path);
  };
  return asked(request);
};

/** Puts rows in as many a transaction as Volym does. */
export const putBare = async (database: IDBDatabase, rows: readonly object[]): Promise<void> => {
  for (let start = 0; start < rows.length; start += 200) {
    const transaction = database.transaction('records', 'readwrite');
    for (const row of rows.slice(start, start + 200)) transaction.objectStore('records').put(row);
    await done(transaction);
  }
};

/** All rows in the order of their ids, two hundred at a time. */
export async function* readBare(database: IDBDatabase): AsyncGenerator<readonly Row[]> {
  for (let last = ''; ;) {
    const store = database.transaction('records').objectStore('records');
    const rows = (await asked(store.getAll(IDBKeyRange.lowerBound(last, true), 200))) as Row[];
    if (rows.length === 0) return;
    yield rows;
    last = rows.at(-1)?.id ?? '';
  }
}

/**
 * IndexedDB with nothing above it and the same indexes: the floor that no store on it can go under.
 */
export const bareIndexedDb = async (): Promise<Contestant> => {
  const name = `bench-bare-${newId()}`;
  let database = await openBare(name);
  return {
    name: 'bare IndexedDB',
    insert: (rows) => putBare(database, rows),
    reopen: async () => {
      database.close();
      database = await openBare(name);
    },
    firstDue: async () => {
      const index = database.transaction('records').objectStore('records').index('due');
      return (await asked(index.getAll(IDBKeyRange.upperBound('9999-12-31', true), 50))).length;
    },
    all: async (kind) => {
      const index = database.transaction('records').objectStore('records').index('kindNewest');
      return (await asked(index.getAll(IDBKeyRange.bound([kind], [kind, []])))).length;
    },
    save: async (id, amount) => {
      const transaction = database.transaction('records', 'readwrite');
      const store = transaction.objectStore('records');
      const row = (await asked(store.get(id))) as Row & { data: object };
      store.put({ ...row, data: { ...row.data, amount } });
      await done(transaction);
      await asked(database.transaction('records').objectStore('records').get(id));
    },
    destroy: async () => {
      database.close();
      await asked(indexedDB.deleteDatabase(name));
    },
  };
};
