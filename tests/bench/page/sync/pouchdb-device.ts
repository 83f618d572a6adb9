import PouchDB from 'pouchdb';
import { databaseAt } from '#data/sync/couch/database-at.ts';
import type { WireDocument } from '#data/sync/sealing.ts';
import { orders } from '../rows.ts';
import { codecOf, sealedOrders } from './sealed-orders.ts';
import { BATCH, type SyncDevice, type SyncPlace } from './sync-device.ts';

type Stored = WireDocument & { readonly amount?: string };

const LOOK_EVERY = 50;

const later = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));

/**
 * PouchDB's own replication of documents that are sealed already: it neither seals nor opens,
 * merges nor keeps fields to list by.
 */
export const pouchDbDevice = async (place: SyncPlace): Promise<SyncDevice> => {
  const { url, authorization } = databaseAt(place.connection);
  const database = new PouchDB<Stored>(`bench-pouch-${place.workspace}`);
  const remote = new PouchDB<Stored>(url, {
    skip_setup: true,
    fetch: (address: string, asked: RequestInit) => {
      const headers = new Headers(asked.headers);
      headers.set('authorization', authorization);
      return fetch(address, { ...asked, headers, credentials: 'omit' });
    },
  });
  return {
    fill: async (count) => {
      const documents = await sealedOrders(await codecOf(place), orders(count).records);
      for (let at = 0; at < documents.length; at += BATCH)
        await database.bulkDocs(documents.slice(at, at + BATCH));
      return documents.slice(0, 1000).map(({ _id }) => _id);
    },
    begin: async () => void database.sync(remote, { live: true, retry: true, batch_size: BATCH }),
    holds: async (count) => {
      while ((await database.info()).doc_count < count) await later();
    },
    change: async (id, amount) =>
      void (await database.put({ ...(await database.get(id)), amount })),
    hears: async (id, amount) => {
      const { promise: heard, resolve } = Promise.withResolvers<void>();
      const { update_seq: since } = await database.info();
      const changes = database
        .changes({ since, live: true, include_docs: true })
        .on('change', ({ doc }) => {
          if (doc?._id !== id || doc.amount !== amount) return;
          changes.cancel();
          resolve();
        });
      return { heard };
    },
  };
};
