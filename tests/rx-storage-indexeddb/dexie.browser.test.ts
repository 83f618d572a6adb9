import {
  normalizeMangoQuery,
  prepareQuery,
  type RxStorage,
  type RxStorageChangeEvent,
} from 'rxdb/plugins/core';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
import { expect, onTestFinished, test } from 'vitest';
import { getRxStorageIndexedDb } from '#rx-storage-indexeddb/index.ts';
import { SCHEMAS, freshName, open, state, type Instance, type Stored } from './collections.ts';

type Storage = RxStorage<never, never>;

const own = (): Storage => getRxStorageIndexedDb() as unknown as Storage;
const dexie = (): Storage => getRxStorageDexie() as unknown as Storage;

type Where = { readonly name: string; readonly isShared?: boolean };

const opened = async (storage: Storage, where: Where, schema = SCHEMAS.records) => {
  const instance = await open(storage, schema, where);
  onTestFinished(() => instance.close());
  return instance;
};

const DOCUMENTS: readonly Stored[] = [
  state({ id: 'plain', a: 'a', b: 'b', n: 3 }),
  state({ id: 'gone', a: 'a', b: 'b', n: 2 }, 3, { isDeleted: true }),
  state({
    id: 'odd',
    a: '|',
    b: '',
    n: -1,
    rest: { '|of': { 'a.|b': [{ '|deep': 1 }, null] }, c__d: 'x', 'a.b': true },
  }),
];

const fill = (instance: Instance) =>
  instance.bulkWrite(structuredClone(DOCUMENTS.map((document) => ({ document }))), 'test');

const byId = (documents: readonly Stored[]): readonly Stored[] =>
  documents.toSorted((a, b) => (String(a['id']) < String(b['id']) ? -1 : 1));

const all = async (instance: Instance) =>
  byId(await instance.findDocumentsById(['plain', 'gone', 'odd', 'new'], true));

const asked = (instance: Instance) =>
  prepareQuery(
    instance.schema,
    normalizeMangoQuery(instance.schema, {
      selector: { a: { $gte: '' }, _deleted: { $eq: false } },
      sort: [{ a: 'asc' }, { n: 'asc' }],
    } as never),
  );

for (const [from, into] of [
  ['dexie', 'own'],
  ['own', 'dexie'],
] as const)
  test(`X7: what one storage wrote the other reads, and the first again (${from}, ${into})`, async () => {
    const storages = { own, dexie };
    const where = { name: freshName() };
    const first = await opened(storages[from](), where);
    await fill(first);
    const query = (await first.query(asked(first))).documents;
    await first.close();
    const second = await opened(storages[into](), where);
    expect(await all(second)).toEqual(byId(DOCUMENTS));
    expect((await second.query(asked(second))).documents).toEqual(query);
    const more = state({ id: 'new', a: '', b: '', n: 0, rest: { '|x': 1 } });
    await second.bulkWrite(structuredClone([{ document: more }]), 'test');
    await second.close();
    const again = await opened(storages[from](), where);
    expect(await all(again)).toEqual(byId([...DOCUMENTS, more]));
    expect((await again.query(asked(again))).documents.map(({ id }) => id)).toEqual([
      'new',
      'plain',
      'odd',
    ]);
  });

test('X7: a tab with an older version of the app and one with this share a database', async () => {
  const where = { name: freshName(), isShared: true };
  const older = await opened(dexie(), where);
  const newer = await opened(own(), where);
  const heard: Record<'older' | 'newer', RxStorageChangeEvent<Stored>[]> = { older: [], newer: [] };
  older.changeStream().subscribe(({ events }) => void heard.older.push(...(events as never[])));
  newer.changeStream().subscribe(({ events }) => void heard.newer.push(...(events as never[])));
  await newer.bulkWrite([{ document: state({ id: 'x', a: '', b: '', n: 0 }) }], 'test');
  await older.bulkWrite([{ document: state({ id: 'y', a: '', b: '', n: 0 }) }], 'test');
  await expect.poll(() => heard.older.map(({ documentId }) => documentId)).toEqual(['x', 'y']);
  await expect.poll(() => heard.newer.map(({ documentId }) => documentId)).toEqual(['x', 'y']);
  const { error } = await older.bulkWrite(
    [{ document: state({ id: 'x', a: 'other', b: '', n: 0 }) }],
    'test',
  );
  expect(error).toHaveLength(1);
});
