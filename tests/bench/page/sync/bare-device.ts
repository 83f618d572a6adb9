import { databaseAt } from '#data/sync/couch/database-at.ts';
import type { WireDocument } from '#data/sync/sealing.ts';
import { asked, openBare, putBare, readBare } from '../bare-indexeddb.ts';
import { orders } from '../rows.ts';
import { codecOf, sealedOrders } from './sealed-orders.ts';
import { BATCH, type SyncDevice, type SyncPlace } from './sync-device.ts';

type Page = {
  readonly results: readonly { readonly doc: WireDocument }[];
  readonly last_seq: number;
};

/**
 * IndexedDB, `fetch` and the same sealing with nothing between: first all that is here goes out,
 * then all that is there comes in. It knows no conflict, no mark and no failure: the floor that no
 * sync here can go under.
 */
export const bareDevice = async (place: SyncPlace): Promise<SyncDevice> => {
  const { url, authorization } = databaseAt(place.connection);
  const codec = await codecOf(place);
  const database = await openBare(`bench-bare-${place.workspace}`);
  const ask = async <T>(path: string, body?: object): Promise<T> => {
    const answer = await fetch(url + path, {
      method: body === undefined ? 'GET' : 'POST',
      cache: 'no-store',
      headers: { authorization, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(String(answer.status));
    return (await answer.json()) as T;
  };
  const count = () => asked(database.transaction('records').objectStore('records').count());
  const push = async (): Promise<void> => {
    for await (const rows of readBare(database))
      await ask('/_bulk_docs', { docs: await sealedOrders(codec, rows as never) });
  };
  const pull = async (): Promise<void> => {
    for (let since = 0; ;) {
      const page = await ask<Page>(`/_changes?include_docs=true&limit=${BATCH}&since=${since}`);
      await putBare(database, await Promise.all(page.results.map(({ doc }) => codec.unpack(doc))));
      if (page.results.length < BATCH) return;
      since = page.last_seq;
    }
  };
  let begun = Promise.resolve();
  return {
    fill: async (wanted) => {
      const { records } = orders(wanted);
      await putBare(database, records);
      return records.slice(0, 1000).map(({ id }) => id);
    },
    begin: async () => void (begun = (await count()) > 0 ? push() : pull()),
    holds: async (wanted) => {
      await begun;
      if ((await count()) < wanted) throw new Error('not all came');
    },
    change: () => Promise.reject(new Error('it keeps nothing in step')),
    hears: () => Promise.reject(new Error('it keeps nothing in step')),
  };
};
