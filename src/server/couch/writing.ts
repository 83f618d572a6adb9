import { randomUUID } from 'node:crypto';
import type { Database } from 'pouchdb-core';
import { whyNotWritten, withoutTold, type Takes } from './document-form.ts';
import { refusalOf } from './refusals.ts';

/** What became of one written document, in CouchDB's form. */
export type WrittenRow = {
  readonly id?: string;
  readonly ok?: true;
  readonly rev?: string;
  readonly error?: string;
  readonly reason?: string;
  readonly status?: number;
};

/** `newEdits` is false for documents that bring their revisions from another server. */
export type Manner = { readonly takes: Takes; readonly newEdits: boolean };

/** Writes what may be written; each row has its own answer, in the order asked. */
export const writeAll = async (
  database: Database,
  given: readonly unknown[],
  { takes, newEdits }: Manner,
): Promise<WrittenRow[]> => {
  const documents = given.map((document) => named(withoutTold(document), newEdits));
  const refused = documents.map((document) => whyNotWritten(document, takes, newEdits));
  const good = documents.filter((_, at) => refused[at] === undefined) as object[];
  const written = await writeGood(database, good, newEdits);
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

/** CouchDB names a document that comes without a name, and gives a type to an attachment without one. */
const named = (document: unknown, newEdits: boolean): unknown => {
  if (typeof document !== 'object' || document === null || Array.isArray(document)) return document;
  const { _id = randomUUID().replaceAll('-', ''), _revisions, ...rest } = document as Record<string, unknown>;
  return { _id, ...rest, ...(newEdits || _revisions === undefined ? {} : { _revisions }), ...typed(rest._attachments) };
};

const typed = (attachments: unknown): object => {
  if (typeof attachments !== 'object' || attachments === null || Array.isArray(attachments)) return {};
  const all = Object.entries(attachments).map(([name, one]: [string, unknown]) => [name, withType(one)]);
  return { _attachments: Object.fromEntries(all) as object };
};

const withType = (attachment: unknown): unknown => {
  if (typeof attachment !== 'object' || attachment === null) return attachment;
  const { content_type: type = '' } = attachment as { content_type?: unknown };
  return { ...attachment, content_type: type === '' ? 'application/octet-stream' : type };
};

type PouchRow = { readonly id?: string; readonly ok?: boolean; readonly rev?: string; readonly error?: unknown };

const writeGood = async (database: Database, good: readonly object[], newEdits: boolean): Promise<PouchRow[]> => {
  if (good.length === 0) return [];
  const write = (documents: readonly object[]): Promise<PouchRow[]> =>
    database.bulkDocs(documents, { new_edits: newEdits });
  try {
    return await write(good);
  } catch (error) {
    // PouchDB refuses all for one (a stub that it does not know): alone, each has its own answer.
    if (refusalOf(error).status >= 500) throw error;
    if (good.length === 1) return [{ ...(error as object), id: (good[0] as { _id: string })._id, error: true }];
    const rows: PouchRow[] = [];
    for (const one of good) rows.push(...(await writeGood(database, [one], newEdits)));
    return rows;
  }
};

const rowOf = (row: PouchRow, id: string): WrittenRow =>
  row.error === undefined ? { ok: true, id, rev: row.rev ?? '' } : { id, ...refusalOf(row) };
