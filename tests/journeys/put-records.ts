import type { Page } from '@playwright/test';
import type { VolymRecord } from '#core/record/record.ts';

/**
 * Lays records into the browser's own database as if they had been here, past the app: for what no screen makes yet, or
 * nobody wants to make by hand. They are shown once the page is reloaded.
 */
export const putRecords = (page: Page, records: readonly VolymRecord[]): Promise<void> =>
  page.evaluate(async (records) => {
    const asked = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await asked(indexedDB.open(name));
      if (name.includes('volym-') && database.objectStoreNames.contains('docs')) {
        const docs = (): IDBObjectStore =>
          database.transaction('docs', 'readwrite').objectStore('docs');
        const like = ((await asked(docs().getAll())) as object[]).find(
          (record) => 'kind' in record,
        );
        // What the store keeps of itself has such a table, too, and no record in it.
        if (like !== undefined) {
          const transaction = database.transaction('docs', 'readwrite');
          for (const record of records) transaction.objectStore('docs').put({ ...like, ...record });
          await new Promise((resolve) => (transaction.oncomplete = resolve));
        }
      }
      database.close();
    }
  }, records);
