import type { Page } from '@playwright/test';
import type { VolymRecord } from '#core/record/record.ts';

/** Content of a record as this test reads it; each kind has its own. */
export type Anything = Readonly<Record<string, unknown>>;

/** A stored record with whatever its kind holds. */
export type StoredRecord = VolymRecord & { readonly data: Anything & { readonly v: number } };

/**
 * Every live record of every workspace here, as the browser's own database holds it, in the order
 * of their ids.
 */
export const storedRecords = (page: Page, kind?: string): Promise<StoredRecord[]> =>
  page.evaluate(async (kind) => {
    const asked = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const found: StoredRecord[] = [];
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await asked(indexedDB.open(name));
      if (name.includes('volym-') && database.objectStoreNames.contains('docs')) {
        const all = (await asked(
          database.transaction('docs').objectStore('docs').getAll(),
        )) as (StoredRecord & {
          readonly _deleted?: unknown;
        })[];
        found.push(...all.filter((record) => (record._deleted ?? '0') === '0' && 'kind' in record));
      }
      database.close();
    }
    return found
      .filter((record) => kind === undefined || record.kind === kind)
      .sort((a, b) => (a.id < b.id ? -1 : 1));
  }, kind);

/**
 * All live records with their revisions, a line each: equal only when nothing was written.
 */
export const dumpOf = async (page: Page): Promise<string[]> =>
  (await storedRecords(page)).map((record) => JSON.stringify(record));
