import type { Database } from 'pouchdb-core';
import { refusalOf, whyNotWritten } from './refusals.ts';

/** What became of one written document, in CouchDB's form. */
export type WrittenRow = {
  readonly id?: string;
  readonly ok?: true;
  readonly rev?: string;
  readonly error?: string;
  readonly reason?: string;
  readonly status?: number;
};

/** Writes what may be written; each row has its own answer, in the order asked. */
export const writeAll = async (
  database: Database,
  documents: readonly unknown[],
  newEdits: boolean,
): Promise<WrittenRow[]> => {
  const refused = documents.map(whyNotWritten);
  const good = documents.filter((_, at) => refused[at] === undefined) as object[];
  const written = good.length === 0 ? [] : ((await database.bulkDocs(good, { new_edits: newEdits })) as PouchRow[]);
  // With revisions given, PouchDB answers errors only, and by id.
  const byId = new Map(written.map((row) => [row.id, row]));
  let next = 0;
  const rows = documents.map((document, at): WrittenRow | undefined => {
    const { _id: id } = (document ?? {}) as { _id?: string };
    const why = refused[at];
    if (why !== undefined) return { ...(id === undefined ? {} : { id }), ...why };
    const row = newEdits ? written[(next += 1) - 1] : byId.get(id);
    return row === undefined ? undefined : rowOf(row, id ?? '');
  });
  return rows.filter((row) => row !== undefined);
};

type PouchRow = { readonly id?: string; readonly ok?: boolean; readonly rev?: string; readonly error?: unknown };

const rowOf = (row: PouchRow, id: string): WrittenRow =>
  row.error === undefined ? { ok: true, id, rev: row.rev ?? '' } : { id, ...refusalOf(row) };

/** CouchDB takes a mark without its revision over the one there is; PouchDB would say conflict. */
export const putLocal = async (
  database: Database,
  mark: { readonly _id: string; readonly _rev?: unknown },
): Promise<object> => {
  if (mark._rev !== undefined) return database.put(mark);
  const there = (await database.get(mark._id).catch(() => undefined)) as { _rev?: string } | undefined;
  return database.put(there === undefined ? mark : { ...mark, _rev: there._rev });
};
