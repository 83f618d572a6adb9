import {
  createRxDatabase,
  type BulkWriteRow,
  type RxCollection,
  type RxStorageInstanceCreationParams,
  type WithDeleted,
} from 'rxdb/plugins/core';
import { replicateRxCollection, type RxReplicationState } from 'rxdb/plugins/replication';
import { getRxStorageMemory } from 'rxdb/plugins/storage-memory';
import { Subject } from 'rxjs';
import { onTestFinished } from 'vitest';

/** A record as small as a replication can carry. */
export type Person = { readonly id: string; readonly data: { readonly name: string } };

type Row = BulkWriteRow<unknown>;

/** One write that reached the storage itself. */
export type Write = {
  readonly to: string;
  readonly context: string;
  readonly rows: readonly Row[];
};

/** What a server sends: copies, each deleted or not. */
export type Copy = WithDeleted<Person>;

type Place = { readonly at: number };
type Pulled = { readonly documents: Copy[]; readonly checkpoint: Place | undefined };

/** A row as RxDB hands it to a push. */
export type Pushed = {
  readonly newDocumentState: Copy;
  readonly assumedMasterState?: Copy;
};

/** What answers a replication, and what happens to its writes. */
export type Server = {
  readonly pull?: (place: Place | undefined, size: number) => Promise<Pulled> | Pulled;
  readonly push?: (rows: readonly Pushed[]) => Promise<Copy[]> | Copy[];
  readonly batch?: number;
};

/** A person as a server has it. */
export const person = (id: string, name = id): Copy => ({ id, data: { name }, _deleted: false });

/** Answers one page after the other, and then that there is no more. */
export const pages = (...given: readonly (readonly Copy[])[]) => {
  let at = 0;
  return (place: Place | undefined): Pulled => {
    const documents = given[at] ?? [];
    if (documents.length > 0) at += 1;
    return { documents: [...documents], checkpoint: documents.length > 0 ? { at } : place };
  };
};

let made = 0;

/** A collection in RxDB's memory storage, and each write that reaches that storage. */
export const collected = async () => {
  const storage = getRxStorageMemory();
  const create = storage.createStorageInstance.bind(storage);
  const writes: Write[] = [];
  storage.createStorageInstance = async <Doc>(
    params: RxStorageInstanceCreationParams<Doc, object>,
  ) => {
    const instance = await create<Doc>(params);
    const write = instance.bulkWrite.bind(instance);
    instance.bulkWrite = (rows, context) => {
      writes.push({ to: params.collectionName, context, rows: [...rows] });
      return write(rows, context);
    };
    return instance;
  };
  const database = await createRxDatabase<{ people: RxCollection<Person> }>({
    name: `canary-${process.pid}-${(made += 1)}`,
    storage,
    multiInstance: false,
  });
  await database.addCollections({
    people: {
      schema: {
        version: 0,
        primaryKey: 'id',
        type: 'object',
        properties: {
          id: { type: 'string', maxLength: 20 },
          data: { type: 'object', additionalProperties: true },
        },
        required: ['id', 'data'],
      },
    },
  });
  onTestFinished(async () => void (await database.remove()));
  return { collection: database.people, writes, storage };
};

/** A collection as above, and a replication of it that has not begun. */
export const replicating = async () => {
  const { collection, writes } = await collected();
  const wake$ = new Subject<'RESYNC'>();
  let runs = 0;
  return {
    collection,
    writes,
    wake$,
    /** Begins, and answers once RxDB says that it has begun. */
    begin: async (server: Server, name?: string) => {
      const { pull = pages(), push = () => [], batch = 10 } = server;
      const errors: unknown[] = [];
      const running: RxReplicationState<Person, Place> = replicateRxCollection<Person, Place>({
        collection,
        replicationIdentifier: name ?? `server-${(runs += 1)}`,
        live: true,
        retryTime: 1,
        waitForLeadership: false,
        pull: {
          handler: async (place, size) => pull(place, size),
          batchSize: batch,
          stream$: wake$,
        },
        push: { handler: async (rows) => push(rows), batchSize: batch },
      });
      running.error$.subscribe((error) => void errors.push(error));
      await running.startPromise;
      return { running, errors };
    },
  };
};

/** The records that a write to the people carried, as the storage got them. */
export const documentsIn = (writes: readonly Write[], context: string): readonly object[] =>
  writes
    .filter((write) => write.to === 'people' && write.context === context)
    .flatMap(({ rows }) => rows.map(({ document }) => document));
