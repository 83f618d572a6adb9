import { createRxDatabase } from 'rxdb/plugins/core';
import { getRxStorageMemory } from 'rxdb/plugins/storage-memory';
import type { Hono } from 'hono';
import type { Doing } from '#domain/kind.ts';
import { RECORD_SCHEMA, type RecordCollection } from '#data/database.ts';
import { openRecords } from '#data/records.ts';
import { sealing } from '#data/sync/sealing.ts';
import type { SyncStore } from '#data/sync/session.ts';
import { startSync, type Sync, type SyncParts } from '#data/sync/sync.ts';

/** A key that all devices of a test share. */
export const sharedKey = async (): Promise<{ id: string; key: CryptoKey }> => ({
  id: 'k1',
  key: await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']),
});

/** What a network does to a request; `undefined` lets it through. */
export type Network = (request: Request, answer: () => Promise<Response>) => Promise<Response>;

export const plainNetwork: Network = (_, answer) => answer();

type Shared = {
  readonly app: Pick<Hono, 'request'>;
  readonly key: Awaited<ReturnType<typeof sharedKey>>;
  readonly network?: Network;
  readonly random?: () => number;
  readonly times?: SyncParts['times'];
  readonly authorization?: string;
  readonly mayWrite?: () => boolean;
};

/** A request that its sender has given up answers nothing any more, whatever the network holds back. */
const givenUp = (signal: AbortSignal | null | undefined): Promise<never> =>
  new Promise((_, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason as Error));
  });

let devices = 0;

const QUICK = { retryMs: 5, pollMs: 400, markAfterMs: 20, gapMs: 0, lookEveryMs: 60_000, batch: 50 };

/** A device with its own store and clock, which survive when the app on it is closed and started again. */
export const openDevice = async (name: string, shared: Shared) => {
  const { app, key, network = plainNetwork, random = Math.random, mayWrite = () => true } = shared;
  devices += 1;
  const storage = getRxStorageMemory();
  const own = `${name}-${process.pid}-${devices}`;
  const kept = new Map<string, string>();
  const store: SyncStore = {
    get: async (id) => {
      const text = kept.get(id);
      return text === undefined ? undefined : (JSON.parse(text) as never);
    },
    set: async (id, value) => void (value === undefined ? kept.delete(id) : kept.set(id, JSON.stringify(value))),
  };
  let ids = 0;
  let now = 1_000 * devices;
  const doing = (): Doing => ({ today: '2026-11-20', now: (now += 7), by: name, newId: () => `${own}-${(ids += 1)}` });
  const open = async () => {
    const database = await createRxDatabase<{ records: RecordCollection }>({
      name: own,
      storage,
      multiInstance: false,
      closeDuplicates: true,
    });
    await database.addCollections({ records: { schema: RECORD_SCHEMA } });
    return { database, collection: database.records, records: openRecords(database.records, doing, mayWrite) };
  };
  const here = await open();
  let sync: Sync | undefined;
  const fetching = (async (address: string, init: RequestInit) => {
    const request = new Request(address, init);
    return Promise.race([network(request, async () => app.request(address, init)), givenUp(init.signal)]);
  }) as typeof fetch;
  const times = { ...QUICK, ...shared.times };
  return {
    name,
    doing,
    kept,
    get records() {
      return here.records;
    },
    get collection() {
      return here.collection;
    },
    get sync(): Sync {
      if (sync === undefined) throw new Error('no sync is running');
      return sync;
    },
    store,
    connect: async (other: SyncParts['times'] = {}, keys: Partial<SyncParts> = {}): Promise<Sync> => {
      const address = { url: 'http://endpoint/w', authorization: () => shared.authorization, fetch: fetching };
      const codec = sealing(key, ['keyring']);
      sync = await startSync({
        collection: here.collection,
        address,
        codec,
        store,
        device: own,
        now: () => (now += 1),
        random,
        mayWrite,
        times: { ...times, ...other },
        ...keys,
      });
      return sync;
    },
    disconnect: async (): Promise<void> => {
      await sync?.stop();
      sync = undefined;
    },
    close: async (): Promise<void> => {
      await sync?.stop();
      await here.database.close();
    },
  };
};

/** A device as tests hold it. */
export type Device = Awaited<ReturnType<typeof openDevice>>;
