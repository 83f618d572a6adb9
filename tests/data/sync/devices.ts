import { createRxDatabase } from 'rxdb/plugins/core';
import type { Hono } from 'hono';
import type { Day } from '#core/day/day.ts';
import type { Doing } from '#core/record/kind.ts';
import { RECORD_SCHEMA, type RecordCollection } from '#data/records/database.ts';
import { openRecords } from '#data/records/records.ts';
import { hearingRole, type Role } from '#data/sync/server/role.ts';
import { sealing } from '#data/sync/sealing.ts';
import type { SyncStore } from '#data/sync/sync-store.ts';
import { startSync, type Sync, type SyncParts } from '#data/sync/sync.ts';
import type { Disk } from './disk.ts';
import { mortalStorage, type Life } from './mortal-storage.ts';

/** A key that all devices of a test share. */
export const sharedKey = async (): Promise<{ id: string; key: CryptoKey }> => ({
  id: 'k1',
  key: await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]),
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
  /** Told of the role that the server gives the device, with each answer. */
  readonly heard?: (role: Role) => void;
  /** The device's clock; without one it counts up and is never wrong. */
  readonly clock?: () => number;
  /** What keeps its records; without one a memory. */
  readonly disk?: Disk;
  /** The day by that clock; without one it is always the same. */
  readonly today?: () => Day;
};

/**
 * A request that its sender has given up answers nothing any more, whatever the network holds back.
 */
const givenUp = (signal: AbortSignal | null | undefined): Promise<never> =>
  new Promise((_, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason as Error));
  });

let devices = 0;

/** No two runs share a name: what one left behind is not the other's. */
const RUN = crypto.randomUUID().slice(0, 8);

/**
 * Nothing waits long, and no look that comes by itself mends within a test what should have been
 * seen at once.
 */
const QUICK = {
  retryMs: 5,
  pollMs: 400,
  markAfterMs: 20,
  gapMs: 0,
  lookEveryMs: 3_600_000,
  batch: 50,
};

/**
 * A device with its own store and clock, which survive when the app on it is closed and started
 * again.
 */
export const openDevice = async (name: string, shared: Shared) => {
  const { app, key, network = plainNetwork, random = Math.random, mayWrite = () => true } = shared;
  devices += 1;
  const storage = mortalStorage(shared.disk);
  const own = `${name}-${RUN}-${devices}`;
  const kept = new Map<string, string>();
  const store: SyncStore = {
    get: async (id) => {
      const text = kept.get(id);
      return text === undefined ? undefined : (JSON.parse(text) as never);
    },
    set: async (id, value) =>
      void (value === undefined ? kept.delete(id) : kept.set(id, JSON.stringify(value))),
  };
  let ids = 0;
  let now = 1_000 * devices;
  const { clock = () => now, today = () => '2026-11-20' } = shared;
  const doing = (): Doing => {
    now += 7;
    return { today: today(), now: clock(), by: name, newId: () => `${own}-${(ids += 1)}` };
  };
  const open = async () => {
    const life = storage.begin();
    const database = await createRxDatabase<{ records: RecordCollection }>({
      name: own,
      storage: life.storage,
      multiInstance: false,
      closeDuplicates: true,
    });
    await database.addCollections({ records: { schema: RECORD_SCHEMA } });
    const records = openRecords(database.records, doing, mayWrite);
    return { life, database, collection: database.records, records };
  };
  let here = await open();
  let sync: Sync | undefined;
  const fetchingIn = ({ isDead }: Life) =>
    (async (address: string, init: RequestInit) => {
      if (isDead()) return new Promise<never>(() => undefined);
      // As a browser does: what is given up before it begins never leaves the device.
      init.signal?.throwIfAborted();
      const request = new Request(address, init);
      return Promise.race([
        network(request, async () => app.request(address, init)),
        givenUp(init.signal),
      ]);
    }) as typeof fetch;
  const storeIn = ({ isDead }: Life): SyncStore => ({
    ...store,
    set: async (id, value) => (isDead() ? undefined : store.set(id, value)),
  });
  const times = { ...QUICK, ...shared.times };
  return {
    name,
    doing,
    mayWrite,
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
    connect: async (
      other: SyncParts['times'] = {},
      keys: Partial<SyncParts> = {},
    ): Promise<Sync> => {
      const asking = fetchingIn(here.life);
      const fetch = shared.heard === undefined ? asking : hearingRole(shared.heard, asking);
      const address = {
        url: 'http://endpoint/w',
        authorization: () => shared.authorization,
        fetch,
      };
      const codec = sealing(key, ['keyring']);
      sync = await startSync({
        collection: here.collection,
        address,
        codec,
        store: storeIn(here.life),
        device: own,
        now: () => {
          now += 1;
          return clock();
        },
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
    dieBefore: (write: string): void => here.life.dieBefore(write),
    isDead: (): boolean => here.life.isDead(),
    /**
     * The app is gone in the middle of whatever it does, and is opened again over what the storage
     * holds.
     */
    kill: async (): Promise<void> => {
      here.life.die();
      // Only this process has to know that they are gone: their timers, and RxDB's count of what is
      // open.
      void sync?.stop();
      void here.collection.close();
      sync = undefined;
      here = await open();
    },
    close: async (): Promise<void> => {
      // A dead app ends nothing, however long one waits for it.
      if (!here.life.isDead()) {
        await sync?.stop();
        await here.database.close();
      }
      await storage.forget(own);
    },
  };
};

/** A device as tests hold it. */
export type Device = Awaited<ReturnType<typeof openDevice>>;
