import type { RxDocumentData } from 'rxdb/plugins/core';
import { storedPath, type Layout } from './layout.ts';

/** A document as it lies in the database. */
export type StoredRow = Record<string, unknown>;

type Named = Record<string, unknown>;

/**
 * The row of a document: true and false are `1` and `0`, as texts, where an index holds them, and a
 * name that begins with `|` begins with `__`. All else is the document's own object.
 */
export const rowOf = <Doc>(layout: Layout, document: RxDocumentData<Doc>): StoredRow => {
  const row = hasName(document, '|')
    ? (renamed(document, storedPath) as StoredRow)
    : { ...(document as StoredRow) };
  for (const path of layout.booleans) turn(row, storedPath(path), (value) => (value ? '1' : '0'));
  return row;
};

/** The document of a row that was just read. The row becomes it: nobody else may hold it. */
export const documentOf = <Doc>(layout: Layout, row: StoredRow): RxDocumentData<Doc> => {
  for (const path of layout.booleans) turn(row, storedPath(path), (value) => value === '1');
  return (hasName(row, '__') ? renamed(row, withPipe) : row) as RxDocumentData<Doc>;
};

/**
 * Replaces the value at a path, if there is one; the objects on the way to it are copied, as others
 * may hold them.
 */
const turn = (row: Named, path: string, into: (value: unknown) => unknown): void => {
  const [first = '', ...rest] = path.split('.');
  const value = row[first];
  if (value === undefined || value === null) return;
  if (rest.length === 0) {
    row[first] = into(value);
    return;
  }
  const inside = { ...(value as Named) };
  row[first] = inside;
  turn(inside, rest.join('.'), into);
};

/** A name of a document again: after `storedPath`. One that began with `__` before it is lost. */
const withPipe = (name: string): string => name.replaceAll(/(^|\.)__/g, '$1|');

/** Whether a name in it, at any depth, contains the mark. */
const hasName = (value: unknown, mark: string): boolean => {
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.some((item) => hasName(item, mark));
  for (const name in value)
    if (name.includes(mark) || hasName((value as Named)[name], mark)) return true;
  return false;
};

/** A copy with its names changed, through all its depth. */
const renamed = (value: unknown, name: (name: string) => string): unknown => {
  if (Array.isArray(value)) return value.map((item) => renamed(item, name));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inside]) => [name(key), renamed(inside, name)]),
  );
};

/** The key that a row has in an index; that of one field is no list. */
export const keyIn = (index: readonly string[], row: StoredRow): IDBValidKey => {
  const keys = index.map((path) => valueAt(row, storedPath(path)) as IDBValidKey);
  const [only] = keys;
  return keys.length === 1 && only !== undefined ? only : keys;
};

const valueAt = (row: Named, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((value, name) => (value as Named | null | undefined)?.[name], row);
