import { hasLayout, makeLayout, type Layout } from './layout.ts';
import { errorOf } from './requests.ts';
import { StorageError } from './storage-error.ts';

/** The version that Dexie writes as its own first, so that either opens what the other made. */
const VERSION = 10;

/** How long a tab with an older version has to let go. */
const PATIENCE_MS = 3000;

/**
 * The connection of one storage instance to its database. Where the browser closes it, the next use
 * opens it again; where another tab removes the database, nothing does.
 */
export class Connection {
  readonly #name: string;
  readonly #layout: Layout;
  #opening: Promise<IDBDatabase> | undefined;
  #current: IDBDatabase | undefined;
  #ended: 'closed' | 'removed' | undefined;
  /** The database was there: where it is gone, the browser threw it away. */
  #wasThere = false;

  constructor(name: string, layout: Layout) {
    this.#name = name;
    this.#layout = layout;
  }

  /** Begins a transaction; rejects where the database cannot be opened. */
  async transaction(
    stores: readonly string[],
    mode: IDBTransactionMode,
    options?: IDBTransactionOptions,
  ): Promise<IDBTransaction> {
    const database = await this.open();
    try {
      return database.transaction([...stores], mode, options);
    } catch (error) {
      if (!(error instanceof DOMException) || error.name !== 'InvalidStateError') throw error;
      // Closed by the browser, and its event has not come yet.
      this.#forget(database);
      return (await this.open()).transaction([...stores], mode, options);
    }
  }

  /** The open database. */
  open(): Promise<IDBDatabase> {
    if (this.#ended !== undefined) return Promise.reject(this.#end(this.#ended));
    return (this.#opening ??= this.#openAnew());
  }

  /** Closes it; what is under way comes to its end. */
  async close(): Promise<void> {
    this.#ended ??= 'closed';
    (await this.#opening?.catch(() => undefined))?.close();
  }

  async #openAnew(): Promise<IDBDatabase> {
    try {
      const database = await this.#opened();
      if (this.#ended !== undefined) {
        database.close();
        throw this.#end(this.#ended);
      }
      this.#wasThere = true;
      this.#current = database;
      this.#listen(database);
      return database;
    } catch (error) {
      this.#opening = undefined;
      throw error;
    }
  }

  /** Opens the database, whichever version it has, and makes what it lacks. */
  async #opened(): Promise<IDBDatabase> {
    const database = await this.#request(VERSION).catch((error: unknown) => {
      if (error instanceof DOMException && error.name === 'VersionError') return this.#request();
      throw error;
    });
    let isWhole = false;
    try {
      isWhole = hasLayout(this.#layout, database);
    } finally {
      if (!isWhole) database.close();
    }
    return isWhole ? database : this.#request(database.version + 1);
  }

  #request(version?: number): Promise<IDBDatabase> {
    return new Promise((resolve, reject) => {
      const request = indexedDB.open(this.#name, version);
      let reason: Error | undefined;
      let patience: ReturnType<typeof setTimeout> | undefined;
      request.onupgradeneeded = ({ oldVersion }) => {
        // Nobody is waited for any more, however long it takes.
        clearTimeout(patience);
        const { transaction } = request;
        if (transaction === null) return;
        transaction.onabort = () => (reason ??= transaction.error ?? undefined);
        try {
          if (oldVersion === 0 && this.#wasThere) throw this.#evicted();
          makeLayout(this.#layout, request.result, transaction);
        } catch (error) {
          reason = error as Error;
          transaction.abort();
        }
      };
      // Most let go as soon as what they are doing has ended.
      request.onblocked = () => {
        patience = setTimeout(() => {
          reason = this.#blocked();
          reject(reason);
        }, PATIENCE_MS);
      };
      request.onerror = () => reject(reason ?? errorOf(request));
      request.onsuccess = () => {
        clearTimeout(patience);
        if (reason === undefined) resolve(request.result);
        else request.result.close();
      };
    });
  }

  #listen(database: IDBDatabase): void {
    database.onclose = () => this.#forget(database);
    database.onversionchange = ({ newVersion }) => {
      if (newVersion === null) this.#ended ??= 'removed';
      this.#forget(database);
      database.close();
    };
  }

  /** The next use opens it again; one that was opened since stays. */
  #forget(database: IDBDatabase): void {
    if (this.#current === database) this.#current = this.#opening = undefined;
  }

  #end(ended: 'closed' | 'removed'): StorageError {
    const told = ended === 'closed' ? 'was closed' : 'was removed by another tab';
    return new StorageError(ended, `the database ${this.#name} ${told}`);
  }

  #blocked(): StorageError {
    const told = `another tab holds an older version of ${this.#name} and does not let go`;
    return new StorageError('blocked', told);
  }

  #evicted(): StorageError {
    return new StorageError('evicted', `the browser threw the database ${this.#name} away`);
  }
}

/**
 * Deletes a database. Where a tab holds it open that does not let go, the browser deletes it as soon
 * as that tab ends; of one that is suspended no event tells, and after a while nobody waits for it.
 */
export const deleteDatabase = (name: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    const patience = setTimeout(resolve, PATIENCE_MS);
    const deleted = (): void => {
      clearTimeout(patience);
      resolve();
    };
    request.onsuccess = request.onblocked = deleted;
    request.onerror = () => {
      clearTimeout(patience);
      reject(errorOf(request));
    };
  });
