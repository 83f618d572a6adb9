import type { Database, Stored } from 'pouchdb-core';
import type { QueryReader } from './query.ts';

/**
 * Rows are read so many at once, without their documents: each of those is read alone, when its
 * turn has come.
 */
export const ROWS_AT_ONCE = 500;

/** Whether and how rows include their documents. */
export type Shown = {
  readonly include_docs: boolean;
  readonly conflicts: boolean;
  readonly attachments: boolean;
};

/** Reads that part of a query. */
export const readShown = ({ flag }: QueryReader): Shown => ({
  include_docs: flag('include_docs'),
  conflicts: flag('conflicts'),
  attachments: flag('attachments'),
});

/** The document of a row, in the revision that the row names. */
export const documentOf = async (
  database: Database,
  { id, rev }: { readonly id: string; readonly rev: string },
  { conflicts, attachments }: Shown,
): Promise<object> => conflictsOnce(await database.get(id, { rev, conflicts, attachments }));

/**
 * A document with each of its conflicts once: of a branch that came without its beginning PouchDB
 * may keep two copies.
 */
export const conflictsOnce = (document: Stored): Stored => {
  const { _conflicts: conflicts } = document;
  return conflicts === undefined ? document : { ...document, _conflicts: [...new Set(conflicts)] };
};
