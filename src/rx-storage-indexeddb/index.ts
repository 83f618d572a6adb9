export { deleteDatabase } from './connection.ts';
export { getRxStorageIndexedDb } from './storage.ts';
export { StorageError, type StorageErrorCode } from './storage-error.ts';
export type { IndexedDbOptions } from './instance.ts';
