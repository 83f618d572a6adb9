/**
 * Why the storage can do nothing:
 * - `closed`: this instance was closed or removed;
 * - `removed`: another tab removed the database;
 * - `evicted`: the browser threw the database away while it was in use;
 * - `blocked`: another tab holds the database open in an older version and does not let go;
 * - `unfit`: the schema asks for what IndexedDB cannot do.
 */
export type StorageErrorCode = 'closed' | 'removed' | 'evicted' | 'blocked' | 'unfit';

/** What went wrong beyond a request of IndexedDB, whose own errors are handed on as they are. */
export class StorageError extends Error {
  override readonly name = 'StorageError';
  readonly code: StorageErrorCode;

  constructor(code: StorageErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
