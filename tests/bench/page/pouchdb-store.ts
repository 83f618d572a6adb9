import PouchDB from 'pouchdb';
import { newId } from '#platform/ids.ts';
import type { Contestant, Row } from './contestant.ts';

type Stored = { readonly _id: string; readonly row: Row };

/**
 * PouchDB, the usual offline store of a CouchDB app. Its id is the due day, which is the only order
 * it lists quickly.
 */
export const pouchDbStore = async (): Promise<Contestant> => {
  const name = `bench-pouch-${newId()}`;
  const ids = new Map<string, string>();
  let database = new PouchDB<Stored>(name);
  return {
    name: 'PouchDB 9',
    insert: async (rows) => {
      for (let start = 0; start < rows.length; start += 200) {
        const documents = rows
          .slice(start, start + 200)
          .map((row) => ({ _id: `${String(row['dueOn'])}:${row.id}`, row }));
        for (const { _id, row } of documents) ids.set(row.id, _id);
        await database.bulkDocs(documents);
      }
    },
    reopen: async () => {
      await database.close();
      database = new PouchDB<Stored>(name);
    },
    firstDue: async () =>
      (await database.allDocs({ limit: 50, include_docs: true, endkey: '9999-12-31' })).rows.length,
    // It has no index of kinds; where all are of one kind, all documents are what it can list.
    all: async (kind) =>
      (await database.allDocs({ include_docs: true })).rows.filter(
        (row) => row.doc?.row.kind === kind,
      ).length,
    save: async (id, amount) => {
      const stored = await database.get(ids.get(id) ?? id);
      const seen = new Promise((resolve) =>
        database.changes({ since: 'now', live: true, limit: 1 }).once('change', resolve),
      );
      await database.put({ ...stored, row: { ...stored.row, amount } });
      await seen;
    },
    destroy: () => database.destroy(),
  };
};
