import { fillWithDefaultSettings, type RxDocumentData, type RxJsonSchema } from 'rxdb/plugins/core';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
import { beforeAll, expect, test } from 'vitest';
import {
  ATTACHMENTS,
  DOCUMENTS,
  indexName,
  layoutOf,
  storedPath,
} from '#rx-storage-indexeddb/layout.ts';
import { answerOf } from '#rx-storage-indexeddb/requests.ts';
import { rowOf } from '#rx-storage-indexeddb/stored-row.ts';

type Doc = { readonly id: string; readonly on: boolean; readonly in: object };

const SCHEMA: RxJsonSchema<RxDocumentData<Doc>> = fillWithDefaultSettings<Doc>({
  version: 3,
  primaryKey: 'id',
  type: 'object',
  properties: {
    id: { type: 'string', maxLength: 20 },
    on: { type: 'boolean' },
    in: { type: 'object', additionalProperties: true },
  },
  required: ['id', 'on', 'in'],
  indexes: ['on'],
});

const DOCUMENT: RxDocumentData<Doc> = {
  id: 'odd',
  on: true,
  in: { '|pipe': [{ '|deep': 1 }], plain: null },
  _deleted: false,
  _attachments: {},
  _meta: { lwt: 1_700_000_000_000 },
  _rev: '1-canary',
};

const NAME = `canary-${Date.now().toString(36)}`;
const WHERE = `rxdb-dexie-${NAME}--3--docs`;

/** A database that RxDB's own storage has made and left, opened past it. */
let left: IDBDatabase;

beforeAll(async () => {
  const instance = await getRxStorageDexie().createStorageInstance<Doc>({
    databaseInstanceToken: NAME,
    databaseName: NAME,
    collectionName: 'docs',
    schema: SCHEMA,
    options: {},
    multiInstance: false,
    devMode: false,
  });
  await instance.bulkWrite([{ document: structuredClone(DOCUMENT) }], 'canary');
  await instance.close();
  const names = (await indexedDB.databases()).map(({ name }) => name);
  expect(
    names,
    'RxDB’s Dexie storage calls its databases otherwise: see nameOf in src/rx-storage-indexeddb/storage.ts and src/data/workspace/erase-workspace.ts',
  ).toContain(WHERE);
  left = await answerOf(indexedDB.open(WHERE));
  return async () => {
    left.close();
    await answerOf(indexedDB.deleteDatabase(WHERE));
  };
});

test('X7: RxDB’s Dexie storage begins with the version that ours begins with', () => {
  expect(
    left.version,
    'Dexie begins with another version of a database: see VERSION in src/rx-storage-indexeddb/connection.ts',
  ).toBe(10);
});

test('X7: RxDB’s Dexie storage has the stores and indexes that ours reads', () => {
  const layout = layoutOf(SCHEMA);
  expect(
    [...left.objectStoreNames],
    'RxDB’s Dexie storage calls its stores otherwise: see src/rx-storage-indexeddb/layout.ts',
  ).toEqual(expect.arrayContaining([DOCUMENTS, ATTACHMENTS]));
  const transaction = left.transaction([DOCUMENTS, ATTACHMENTS], 'readonly');
  const documents = transaction.objectStore(DOCUMENTS);
  const changed =
    'RxDB’s Dexie storage makes or names its indexes otherwise: see indexName and makeLayout in src/rx-storage-indexeddb/layout.ts';
  expect([documents.keyPath, transaction.objectStore(ATTACHMENTS).keyPath], changed).toEqual([
    layout.primaryKey,
    'id',
  ]);
  for (const index of layout.indexes) {
    expect([...documents.indexNames], changed).toContain(indexName(index));
    expect(documents.index(indexName(index)).keyPath, changed).toEqual(index.map(storedPath));
  }
  expect(
    [...documents.indexNames].filter(
      (name) => !layout.indexes.some((index) => indexName(index) === name),
    ),
    'RxDB’s Dexie storage makes other indexes besides that ours does not make: see *The price* in docs/decisions/rxdb.md',
  ).toEqual(['[_deleted+id]', '_meta.lwt']);
});

test('X7: RxDB’s Dexie storage writes a document as ours does', async () => {
  const documents = left.transaction([DOCUMENTS], 'readonly').objectStore(DOCUMENTS);
  const row = await answerOf(documents.get(DOCUMENT.id));
  expect(
    row,
    'RxDB’s Dexie storage writes true and false, or names that begin with `|`, otherwise: see src/rx-storage-indexeddb/stored-row.ts',
  ).toEqual(rowOf(layoutOf(SCHEMA), DOCUMENT));
  expect(row).toMatchObject({ _deleted: '0', on: '1', in: { __pipe: [{ __deep: 1 }] } });
});

test('X7: RxDB’s Dexie storage tells other tabs by the name that ours tells them by', () => {
  expect(
    getRxStorageDexie().name,
    'RxDB’s Dexie storage has another name, under which tabs hear of each other: see NAME in src/rx-storage-indexeddb/storage.ts',
  ).toBe('dexie');
});
