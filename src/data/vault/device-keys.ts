import type { OpenedKeys } from './keys.ts';

/** The keys that a device keeps for daily work while the vault is locked; none can be taken out of the browser. */
export type DeviceKeys = Pick<OpenedKeys, 'workspace' | 'id'>;

/** Name of the database that holds them, apart from the records. */
export const DEVICE_DATABASE = 'volym-device';

const STORE = 'keys';

const answered = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('the device database did not answer'));
  });

// IndexedDB as it is: a Dexie of our own beside the one inside RxDB refuses to start, and this is one small table.
const opened = async (): Promise<IDBDatabase> => {
  const request = indexedDB.open(DEVICE_DATABASE, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE);
  return answered(request);
};

const inStore = async <T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> => {
  const database = await opened();
  try {
    const transaction = database.transaction(STORE, mode);
    const result = await answered(work(transaction.objectStore(STORE)));
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error ?? new Error('the device database took nothing'));
    });
    return result;
  } finally {
    database.close();
  }
};

/** Keeps the keys of a workspace on this device. */
export const keepDeviceKeys = async (workspaceId: string, { workspace, id }: DeviceKeys): Promise<void> => {
  await inStore('readwrite', (store) => store.put({ workspace, id } satisfies DeviceKeys, workspaceId));
};

/** The keys of a workspace as kept on this device, if it has them. */
export const deviceKeysOf = (workspaceId: string): Promise<DeviceKeys | undefined> =>
  inStore('readonly', (store) => store.get(workspaceId) as IDBRequest<DeviceKeys | undefined>);

/** Forgets the keys of a workspace on this device. */
export const forgetDeviceKeys = async (workspaceId: string): Promise<void> => {
  await inStore('readwrite', (store) => store.delete(workspaceId));
};
