import {
  getPrimaryFieldOfPrimaryKey,
  getSchemaByObjectPath,
  type RxDocumentData,
  type RxJsonSchema,
} from 'rxdb/plugins/core';
import { StorageError } from './storage-error.ts';

/** The object store of the documents, called as RxDB's Dexie storage calls it. */
export const DOCUMENTS = 'docs';
/** The object store of attachments, under ids of their own. */
export const ATTACHMENTS = 'attachments';

/** How a collection lies in its database. */
export type Layout = {
  readonly primaryKey: string;
  /** Each index by the paths of its fields, in their order. */
  readonly indexes: readonly (readonly string[])[];
  /** Paths that are part of an index and hold true or false, which is no key in IndexedDB. */
  readonly booleans: readonly string[];
  readonly hasAttachments: boolean;
};

type Schema<Doc> = Readonly<RxJsonSchema<RxDocumentData<Doc>>>;

/** The layout that a schema asks for; RxDB has filled in the schema. */
export const layoutOf = <Doc>(schema: Schema<Doc>): Layout => {
  const primaryKey = getPrimaryFieldOfPrimaryKey(schema.primaryKey) as string;
  const indexes = (schema.indexes ?? []).map((index) =>
    typeof index === 'string' ? [index] : [...index],
  );
  return {
    primaryKey,
    indexes,
    booleans: booleansIn(schema, indexes),
    hasAttachments: schema.attachments !== undefined,
  };
};

const booleansIn = <Doc>(schema: Schema<Doc>, indexes: Layout['indexes']): readonly string[] => {
  const paths = new Set(['_deleted', ...indexes.flat()]);
  return [...paths].filter((path) => typeAt(schema, path) === 'boolean');
};

const typeAt = <Doc>(schema: Schema<Doc>, path: string): unknown =>
  (getSchemaByObjectPath(schema, path) as { readonly type?: unknown } | undefined)?.type;

/** The name of an index in the database. RxDB lets each end with the primary key: none has one field. */
export const indexName = (index: readonly string[]): string =>
  `[${index.map(storedPath).join('+')}]`;

/** A path as it is stored: a name that begins with `|` is none that IndexedDB can go by. */
export const storedPath = (path: string): string => path.replaceAll(/(^|\.)\|/g, '$1__');

/**
 * Makes what a database lacks. Stores and indexes that are there already, and those that nobody asks
 * for, stay as they are.
 */
export const makeLayout = (
  { primaryKey, indexes }: Layout,
  database: IDBDatabase,
  transaction: IDBTransaction,
): void => {
  const has = (store: string): boolean => database.objectStoreNames.contains(store);
  const documents = has(DOCUMENTS)
    ? transaction.objectStore(DOCUMENTS)
    : database.createObjectStore(DOCUMENTS, { keyPath: storedPath(primaryKey) });
  for (const index of indexes)
    if (!documents.indexNames.contains(indexName(index))) makeIndex(documents, index);
  if (!has(ATTACHMENTS)) database.createObjectStore(ATTACHMENTS, { keyPath: 'id' });
};

const makeIndex = (documents: IDBObjectStore, index: readonly string[]): void => {
  try {
    documents.createIndex(indexName(index), index.map(storedPath));
  } catch (error) {
    if (!(error instanceof DOMException) || error.name !== 'SyntaxError') throw error;
    throw new StorageError('unfit', `IndexedDB cannot make an index over ${index.join(', ')}`);
  }
};

/** Whether a database has all that is asked for. */
export const hasLayout = ({ indexes }: Layout, database: IDBDatabase): boolean => {
  const names = database.objectStoreNames;
  if (!names.contains(DOCUMENTS) || !names.contains(ATTACHMENTS)) return false;
  const { indexNames } = database.transaction(DOCUMENTS, 'readonly').objectStore(DOCUMENTS);
  return indexes.every((index) => indexNames.contains(indexName(index)));
};
