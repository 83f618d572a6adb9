import {
  getChangedDocumentsSince,
  normalizeMangoQuery,
  prepareQuery,
  type RxStorage,
  type RxStorageDefaultCheckpoint,
} from 'rxdb/plugins/core';
import { expect, onTestFinished, test, vi } from 'vitest';
import { cdp } from 'vitest/browser';
import { getRxStorageIndexedDb } from '#rx-storage-indexeddb/index.ts';
import { answerOf } from '#rx-storage-indexeddb/requests.ts';
import { SCHEMAS, freshName, open, state, type Instance, type Stored } from './collections.ts';

const storage = getRxStorageIndexedDb() as unknown as RxStorage<never, never>;

const fresh = async (
  where: { readonly name?: string; readonly isShared?: boolean } = {},
  schema = SCHEMAS.records,
): Promise<Instance> => {
  const instance = await open(storage, schema, where);
  onTestFinished(() => instance.close());
  return instance;
};

/** Asks the browser for what no page can do. */
const browserTo = (method: string, given: object): Promise<unknown> =>
  (cdp() as unknown as { send(method: string, given: object): Promise<unknown> }).send(
    method,
    given,
  );

const idbName = (name: string): string => `rxdb-dexie-${name}--0--docs`;

const plain = (id: string, lwt?: number): Stored =>
  state({ id, a: 'a', b: 'b', n: 0 }, 1, lwt === undefined ? {} : { lwt });

const write = (instance: Instance, ...documents: Stored[]) =>
  instance.bulkWrite(
    documents.map((document) => ({ document })),
    'trouble',
  );

const ids = (documents: readonly Stored[]): string[] => documents.map(({ id }) => String(id));

const changed = async (instance: Instance, from?: RxStorageDefaultCheckpoint, limit = 1000) =>
  (await getChangedDocumentsSince(instance, limit, from as never)) as unknown as {
    readonly documents: Stored[];
    readonly checkpoint: RxStorageDefaultCheckpoint;
  };

test('X7: what is written after the clock went back comes after what was written before', async () => {
  const instance = await fresh();
  await write(instance, plain('before', 2_000_000));
  const { checkpoint } = await changed(instance);
  await write(instance, plain('b', 1000), plain('a', 1000));
  const later = await changed(instance, checkpoint);
  expect(ids(later.documents).toSorted()).toEqual(['a', 'b']);
  expect(later.documents.every(({ _meta: { lwt } }) => lwt > 2_000_000)).toBe(true);
});

test('X7: a reader of the changes misses nothing that two tabs write meanwhile', async () => {
  const where = { name: freshName(), isShared: true };
  const [first, second] = [await fresh(where), await fresh(where)];
  const writing = Promise.all(
    [first, second].map(async (instance, tab) => {
      for (let at = 0; at < 60; at += 1)
        // The clock of one of them is behind.
        await write(instance, plain(`${tab}-${at}`, 1_700_000_000_000 + at - tab * 5000));
    }),
  );
  let isOver = false;
  void writing.then(() => (isOver = true));
  const seen = new Set<string>();
  let from: RxStorageDefaultCheckpoint | undefined;
  for (let last = false; !last;) {
    last = isOver;
    const { documents, checkpoint } = await changed(first, from, 7);
    ids(documents).forEach((id) => seen.add(id));
    from = checkpoint;
    if (documents.length > 0) last = false;
  }
  await writing;
  expect(seen.size).toBe(120);
});

test('X7: of a write with something that no store can hold nothing is written', async () => {
  const instance = await fresh();
  const odd = { ...plain('odd'), rest: { act: () => undefined } } as unknown as Stored;
  await expect(write(instance, plain('a'), odd, plain('b'))).rejects.toMatchObject({
    name: 'DataCloneError',
  });
  expect(await instance.findDocumentsById(['a', 'odd', 'b'], true)).toEqual([]);
  expect((await write(instance, plain('a'))).error).toEqual([]);
});

test('X7: closed in the middle, each write is whole or says that it was closed', async () => {
  const where = { name: freshName() };
  const instance = await fresh(where);
  const writes = Array.from({ length: 30 }, (_, at) =>
    write(instance, plain(`x${at}`), plain(`y${at}`)).then(
      () => true,
      (error: unknown) => error,
    ),
  );
  await writes[3];
  await instance.close();
  const ended = await Promise.all(writes);
  for (const end of ended) if (end !== true) expect(end).toMatchObject({ code: 'closed' });
  const again = await fresh(where);
  for (const [at, end] of ended.entries()) {
    const there = await again.findDocumentsById([`x${at}`, `y${at}`], true);
    expect(there.length).toBe(end === true ? 2 : 0);
  }
  await expect(instance.findDocumentsById(['x0'], true)).rejects.toMatchObject({ code: 'closed' });
});

test('X7: a newer version that another tab makes is not held up, and the tab goes on in it', async () => {
  const name = freshName();
  const instance = await fresh({ name });
  await write(instance, plain('a'));
  const request = indexedDB.open(idbName(name), 77);
  request.onupgradeneeded = () => request.result.createObjectStore('more');
  (await answerOf(request)).close();
  await write(instance, plain('b'));
  expect(ids(await instance.findDocumentsById(['a', 'b'], true)).toSorted()).toEqual(['a', 'b']);
});

test('X7: removed by another tab, it says so and makes no new one', async () => {
  const name = freshName();
  const instance = await fresh({ name });
  await write(instance, plain('a'));
  await answerOf(indexedDB.deleteDatabase(idbName(name)));
  await expect(write(instance, plain('b'))).rejects.toMatchObject({ code: 'removed' });
  await expect(changed(instance)).rejects.toMatchObject({ code: 'removed' });
  const there = await indexedDB.databases();
  expect(there.map((database) => database.name)).not.toContain(idbName(name));
});

test('X7: thrown away by the browser, it says so and does not begin an empty one', async () => {
  const name = freshName();
  const instance = await fresh({ name });
  await write(instance, plain('a'));
  const { origin } = location;
  await browserTo('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' });
  await expect(write(instance, plain('b'))).rejects.toMatchObject({
    code: expect.stringMatching(/^(evicted|removed)$/) as string,
  });
  const there = await indexedDB.databases();
  expect(there.map((database) => database.name)).not.toContain(idbName(name));
});

test('X7: held open in an older version by a tab that does not let go, it says so', async () => {
  const name = freshName();
  await (await fresh({ name }, SCHEMAS['no index'])).close();
  // No listener: this tab does not let go.
  const held = await answerOf(indexedDB.open(idbName(name)));
  await expect(fresh({ name })).rejects.toMatchObject({ code: 'blocked' });
  held.close();
  const instance = await fresh({ name });
  expect((await write(instance, plain('a'))).error).toEqual([]);
});

test('X7: an index that a database lacks is made, and holds what was there', async () => {
  const name = freshName();
  const before = await fresh({ name }, SCHEMAS['no index']);
  await write(before, plain('a'));
  await before.close();
  const instance = await fresh({ name });
  expect(ids((await changed(instance)).documents)).toEqual(['a']);
});

test('X7: where the browser gives no database, opening says why', async () => {
  vi.stubGlobal('indexedDB', {
    open: () => {
      throw new DOMException('not here', 'SecurityError');
    },
  });
  await expect(fresh()).rejects.toMatchObject({ name: 'SecurityError' });
  vi.unstubAllGlobals();
});

test('X7: an index that IndexedDB cannot have is refused when it is opened', async () => {
  const odd = {
    ...SCHEMAS.records,
    properties: { ...SCHEMAS.records.properties, 'a-b': { type: 'string', maxLength: 9 } },
    indexes: [...(SCHEMAS.records.indexes ?? []), ['_deleted', 'a-b', 'id']],
  } as unknown as typeof SCHEMAS.records;
  await expect(fresh({}, odd)).rejects.toMatchObject({ code: 'unfit' });
});

test('X10: pages along the ids read each row once, with no index for them', async () => {
  const instance = await fresh();
  await write(
    instance,
    ...Array.from({ length: 900 }, (_, at) => plain(`x${String(at).padStart(4, '0')}`)),
  );
  let seen = 0;
  const getAll = vi.spyOn(IDBObjectStore.prototype, 'getAll');
  for (let last = ''; ;) {
    const { documents } = await instance.query(
      prepareQuery(
        instance.schema,
        normalizeMangoQuery(instance.schema, {
          selector: { _deleted: { $eq: false }, id: { $gt: last } },
          sort: [{ id: 'asc' }],
          index: ['_deleted', 'id'],
          limit: 200,
        } as never),
      ),
    );
    seen += documents.length;
    if (documents.length < 200) break;
    last = String(documents.at(-1)?.['id']);
  }
  expect(seen).toBe(900);
  expect(getAll.mock.calls.length).toBeLessThan(7);
});
