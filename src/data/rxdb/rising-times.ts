import type { RxStorage, RxStorageInstance } from 'rxdb/plugins/core';
import { inTurn } from '#platform/turn.ts';

/** The table of a store in Dexie, as far as it is asked here. */
type Table = {
  orderBy(index: string): {
    last(): Promise<{ readonly _meta: { readonly lwt: number } } | undefined>;
  };
};

/** RxDB's own step between two writes of one millisecond. */
const STEP = 0.01;

type Row = { readonly document: { _meta: { readonly lwt: number } } };

/**
 * Gives each row about to be written a time later than `newest`, and returns the latest of all.
 * RxDB's new rows share one `_meta` object, even with what it writes over deleted records in a
 * second write: whoever holds the first row would see the later time.
 */
export const riseAbove = (newest: number, rows: readonly Row[]): number => {
  const least = Number((newest + STEP).toFixed(2));
  let latest = newest;
  for (const { document } of rows) {
    const lwt = Math.max(document._meta.lwt, least);
    document._meta = { ...document._meta, lwt };
    latest = Math.max(latest, lwt);
  }
  return latest;
};

/**
 * RxDB finds what is still to be sent by the time of each write: what was written after the clock
 * went back would never leave the device. In this storage, times rise whatever the clock says.
 */
export const withRisingTimes = <Internals, Options>(
  storage: RxStorage<Internals, Options>,
): RxStorage<Internals, Options> => ({
  ...storage,
  createStorageInstance: async (params) => rising(await storage.createStorageInstance(params)),
});

const rising = <Record, Internals, Options>(
  instance: RxStorageInstance<Record, Internals, Options>,
): RxStorageInstance<Record, Internals, Options> => {
  const write = instance.bulkWrite.bind(instance);
  const writeLater: typeof write = async (rows, context) => {
    // RxDB says nothing of what its storages are made of.
    const internals: unknown = await Promise.resolve<unknown>(instance.internals);
    const { dexieTable } = internals as { readonly dexieTable: Table };
    const newest = (await dexieTable.orderBy('_meta.lwt').last())?._meta.lwt ?? 0;
    riseAbove(newest, rows);
    return write(rows, context);
  };
  // One tab after the other, from reading the newest time to having written a later one.
  const name = `volym-write-${instance.databaseName}-${instance.collectionName}`;
  instance.bulkWrite = (rows, context) => inTurn(name, () => writeLater(rows, context));
  return instance;
};
