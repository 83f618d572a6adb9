import { fromDexieToStorage } from 'rxdb/plugins/storage-dexie';
import { getChangedDocumentsSince, type RxDocumentData } from 'rxdb/plugins/core';
import type { VolymRecord } from '#core/record/record.ts';
import type { RecordCollection } from '../records/database.ts';

/**
 * How far a reader of the writes has come, in RxDB's terms: by the time of each write, then by id.
 */
export type WriteCheckpoint = { readonly id: string; readonly lwt: number };

type Stored = RxDocumentData<VolymRecord>;

type Rows = {
  limit(most: number): { toArray(): Promise<object[]>; primaryKeys(): Promise<readonly string[]> };
};

/** The table of a store in Dexie, as far as it is asked here. */
type Table = { where(index: string): { above(key: readonly [number, string]): Rows } };

type Dexie = { readonly dexieTable?: Table; readonly booleanIndexes: string[] };

const START: WriteCheckpoint = { id: '', lwt: 0 };

const writtenAfter = (table: Table, { lwt, id }: WriteCheckpoint): Rows =>
  table.where('[_meta.lwt+id]').above([lwt, id]);

/**
 * Lets RxDB read the records to be sent a page at a time. On its own it asks IndexedDB for one
 * record after the other. Does nothing with a storage that is not Dexie's.
 */
export const readPagesAtOnce = async ({
  storageInstance,
  database,
}: RecordCollection): Promise<void> => {
  const { dexieTable: table, booleanIndexes } = await Promise.resolve(
    storageInstance.internals as Dexie,
  );
  if (table === undefined) return;
  storageInstance.getChangedDocumentsSince = (limit, checkpoint: WriteCheckpoint = START) =>
    database.lockedRun(async () => {
      const rows = await writtenAfter(table, checkpoint).limit(limit).toArray();
      const documents = rows.map((row) => fromDexieToStorage(booleanIndexes, row) as Stored);
      const last = documents.at(-1);
      return {
        documents,
        checkpoint: last === undefined ? checkpoint : { id: last.id, lwt: last._meta.lwt },
      };
    });
};

/** How many records were written since, counted up to `most`; none of them is read. */
export const countWrittenSince = async (
  { storageInstance }: RecordCollection,
  most: number,
  checkpoint: WriteCheckpoint = START,
): Promise<number> => {
  const { dexieTable: table } = await Promise.resolve(storageInstance.internals as Dexie);
  if (table !== undefined)
    return (await writtenAfter(table, checkpoint).limit(most).primaryKeys()).length;
  return (await getChangedDocumentsSince(storageInstance, most, checkpoint)).documents.length;
};
