import { randomUUID } from 'node:crypto';
import type { Database } from 'pouchdb-core';
import { branched } from './revisions/branches.ts';
import {
  whyNotWritten,
  withoutServerFields,
  type Revisions,
  type Takes,
} from './forms/document-form.ts';
import { inTurn } from './in-turn.ts';
import {
  isMark,
  nameOfMark,
  whyNoMark,
  writeMark,
  type GivenMark,
  type Marks,
} from './forms/mark-form.ts';
import { refusalOf, type Refusal } from './refusals.ts';

/** The result for one written document, in CouchDB's form. */
export type WrittenRow = {
  readonly id?: string;
  readonly ok?: true;
  readonly rev?: string;
  readonly error?: string;
  readonly reason?: string;
  readonly status?: number;
};

/**
 * `newEdits` is false for documents that bring their revisions from another server; `marks` says
 * which marks may be written.
 */
export type Manner = { readonly takes: Takes; readonly newEdits: boolean; readonly marks: Marks };

/** Writes what may be written; each row has its own answer, in the order asked. */
export const writeAll = async (
  database: Database,
  given: readonly unknown[],
  { takes, newEdits, marks }: Manner,
): Promise<WrittenRow[]> => {
  const documents = given.map((document) => named(withoutServerFields(document), newEdits));
  const rows = documents.map((document) => {
    const why = asMark(document) ? whyNoMark(document) : whyNotWritten(document, takes, newEdits);
    return why && refusedRow(document, why);
  });
  const allowed = documents.flatMap((document, at) =>
    rows[at] === undefined ? [{ document, at }] : [],
  );
  const good = allowed.filter(({ document }) => !asMark(document)) as Placed[];
  for (const round of roundsOf(good)) {
    const written = await writeRound(
      database,
      round.map(({ document }) => document),
      newEdits,
    );
    round.forEach(({ at }, place) => (rows[at] = written[place]));
  }
  // Last: what a mark says was written is there by then.
  for (const { document, at } of allowed)
    if (asMark(document)) rows[at] = await writtenMark(database, document, { newEdits, marks });
  return rows.filter((row) => row !== undefined);
};

const asMark = (document: unknown): document is GivenMark =>
  isMark((document as { readonly _id?: unknown } | null | undefined)?._id);

const writtenMark = async (
  database: Database,
  mark: GivenMark,
  { newEdits, marks }: Omit<Manner, 'takes'>,
): Promise<WrittenRow | undefined> => {
  const why = await marks(nameOfMark(mark._id));
  if (why !== undefined) return refusedRow(mark, why);
  return rowOfMark(await markWritten(database, mark), mark._id, newEdits);
};

const markWritten = async (database: Database, mark: GivenMark): Promise<PouchRow> => {
  try {
    return await writeMark(database, mark);
  } catch (error) {
    if (refusalOf(error).status >= 500) throw error;
    return { ...(error as object), error: true };
  }
};

/** As for any document, there is no row for a written local document if revisions are given. */
const rowOfMark = (row: PouchRow, id: string, newEdits: boolean): WrittenRow | undefined =>
  row.error === undefined && !newEdits ? undefined : rowOf(row, id);

/** What may be written, by its form. */
type Good = {
  readonly _id: string;
  readonly _rev?: string;
  readonly _revisions?: Revisions;
  readonly _attachments?: object;
};

const refusedRow = (document: unknown, why: Refusal): WrittenRow => {
  const { _id: id } = (document ?? {}) as { _id?: string };
  return { ...(id === undefined ? {} : { id }), ...why };
};

type Placed = { readonly document: Good; readonly at: number };

/**
 * So much is written at once, counted with all revisions and attachments that are named; then
 * others have their turn.
 */
const MOST_AT_ONCE = 20_000;

/**
 * Each document once per round: PouchDB would keep many revisions of a document in memory at the
 * same time, each with all those before it.
 */
const roundsOf = (good: readonly Placed[]): readonly (readonly Placed[])[] => {
  const rounds: { readonly placed: Placed[]; weight: number }[] = [];
  const next = new Map<string, number>();
  for (const entry of good) {
    let at = next.get(entry.document._id) ?? 0;
    while ((rounds[at]?.weight ?? 0) >= MOST_AT_ONCE) at += 1;
    const round = (rounds[at] ??= { placed: [], weight: 0 });
    round.placed.push(entry);
    round.weight += weightOf(entry.document);
    next.set(entry.document._id, at + 1);
  }
  return rounds.map(({ placed }) => placed);
};

const weightOf = ({ _revisions, _attachments = {} }: Good): number =>
  1 + (_revisions?.ids.length ?? 0) + Object.keys(_attachments).length;

/** With given revisions there is no row for a document that was written or existed. */
const writeRound = (
  database: Database,
  documents: readonly Good[],
  newEdits: boolean,
): Promise<(WrittenRow | undefined)[]> =>
  // Two histories that contradict each other may come at once: each is compared with what the other
  // has become.
  newEdits
    ? lookAndWrite(database, documents, newEdits)
    : inTurn(database, () => lookAndWrite(database, documents, newEdits));

const lookAndWrite = async (
  database: Database,
  documents: readonly Good[],
  newEdits: boolean,
): Promise<(WrittenRow | undefined)[]> => {
  const looked = await branched(database, documents, newEdits);
  const good = looked.flatMap(({ document }) => document ?? []);
  const written = await writeGood(database, good, newEdits);
  const byId = new Map(written.map((row) => [row.id, row]));
  return documents.map((document, at) => {
    const [why, row] = [looked[at]?.refused, byId.get(document._id)];
    return why === undefined ? row && rowOf(row, document._id) : refusedRow(document, why);
  });
};

/**
 * CouchDB gives a name to a document without one, and a type to an attachment without one.
 */
const named = (document: unknown, newEdits: boolean): unknown => {
  if (typeof document !== 'object' || document === null || Array.isArray(document)) return document;
  const {
    _id = randomUUID().replaceAll('-', ''),
    _revisions,
    ...rest
  } = document as Record<string, unknown>;
  return {
    _id,
    ...rest,
    ...(newEdits || _revisions === undefined ? {} : { _revisions }),
    ...typed(rest._attachments),
  };
};

const typed = (attachments: unknown): object => {
  if (typeof attachments !== 'object' || attachments === null || Array.isArray(attachments))
    return {};
  const all = Object.entries(attachments).map(([name, attachment]: [string, unknown]) => [
    name,
    withType(attachment),
  ]);
  return { _attachments: Object.fromEntries(all) as object };
};

const withType = (attachment: unknown): unknown => {
  if (typeof attachment !== 'object' || attachment === null) return attachment;
  const { content_type: type = '' } = attachment as { content_type?: unknown };
  return { ...attachment, content_type: type === '' ? 'application/octet-stream' : type };
};

type PouchRow = {
  readonly id?: string;
  readonly ok?: boolean;
  readonly rev?: string;
  readonly error?: unknown;
};

const writeGood = async (
  database: Database,
  good: readonly object[],
  newEdits: boolean,
): Promise<PouchRow[]> => {
  if (good.length === 0) return [];
  const write = (documents: readonly object[]): Promise<PouchRow[]> =>
    database.bulkDocs(documents, { new_edits: newEdits });
  try {
    return await write(good);
  } catch (error) {
    // PouchDB refuses all because of one (an unknown stub): sent alone, each gets its own answer.
    if (refusalOf(error).status >= 500) throw error;
    if (good.length === 1)
      return [{ ...(error as object), id: (good[0] as { _id: string })._id, error: true }];
    const rows: PouchRow[] = [];
    for (const document of good) rows.push(...(await writeGood(database, [document], newEdits)));
    return rows;
  }
};

const rowOf = (row: PouchRow, id: string): WrittenRow =>
  row.error === undefined ? { ok: true, id, rev: row.rev ?? '' } : { id, ...refusalOf(row) };
