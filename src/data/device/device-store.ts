/**
 * The name of the database for what this device keeps apart from the records: keys, and its access
 * to servers.
 */
export const DEVICE_DATABASE = 'volym-device';

const STORE = 'keys';

const answered = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () =>
      reject(request.error ?? new Error('the device database did not answer'));
  });

// IndexedDB as it is: this is one small table.
const opened = async (): Promise<IDBDatabase> => {
  const request = indexedDB.open(DEVICE_DATABASE, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE);
  return answered(request);
};

/** Runs work on the table in one transaction. */
export const inDeviceStore = async <T>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> => {
  const database = await opened();
  try {
    const transaction = database.transaction(STORE, mode);
    const request = work(transaction.objectStore(STORE));
    // Done whatever becomes of the page: one that is frozen would hold the table.
    transaction.commit();
    const ended = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () =>
        reject(transaction.error ?? new Error('the device database took nothing'));
    });
    const [result] = await Promise.all([answered(request), ended]);
    return result;
  } finally {
    database.close();
  }
};

/** The value stored under a key, if any. */
export const readKept = <T>(key: string): Promise<T | undefined> =>
  inDeviceStore('readonly', (store) => store.get(key) as IDBRequest<T | undefined>);

/** Keeps a value under a key; undefined forgets it. Keys of a workspace begin with its id. */
export const keep = async (key: string, value: unknown): Promise<void> => {
  await inDeviceStore<unknown>('readwrite', (store) => {
    const request = value === undefined ? store.delete(key) : store.put(value, key);
    return request as IDBRequest;
  });
};

/** Forgets all that begins so. */
export const forgetAllKept = async (start: string): Promise<void> => {
  await inDeviceStore('readwrite', (store) =>
    store.delete(IDBKeyRange.bound(start, `${start}\uffff`)),
  );
};
