import type { Context, Hono } from 'hono';
import type { Database, Stored } from 'pouchdb-core';
import { letIn, type Env, type Parts } from './entering.ts';
import { isAmongMarks } from './forms/mark-form.ts';
import { openRevisions } from './revisions/open-revisions.ts';
import { readQuery } from './query.ts';
import { CONFLICT, MISSING } from './refusals.ts';
import { answer, bodyOf } from './request.ts';
import { revisionAsked } from './revisions/revision-asked.ts';
import { conflictsOnce } from './row-documents.ts';
import { wholeAnswer } from './answers/whole-answer.ts';
import { writeAll, type Manner, type WrittenRow } from './writing.ts';

/** One document by its id: read, written, deleted. */
export const serveDocuments = (app: Hono<Env>, parts: Parts): void => {
  const enters = letIn(parts);
  // The id of a design document may be written with its slash as it is.
  for (const path of ['/:database/:id{_design/[^/]+}', '/:database/:id']) {
    app.get(path, enters('read'), (c) => read(c, parts));
    app.put(path, enters('write'), write);
    app.delete(path, enters('write'), remove);
  }
};

/** The id of the document in a request's address. */
export const idIn = (c: Context): string => c.req.param('id') ?? '';

/** How this request's database handles writes. */
export const mannerOf = (c: Context<Env>, newEdits = true): Manner => ({
  takes: c.get('takes'),
  newEdits,
  marks: c.get('marks'),
});

const read = async (c: Context<Env>, parts: Parts): Promise<Response> => {
  // A local document whose slash was written %2F is answered as under its own address.
  if (isAmongMarks(idIn(c))) return wholeAnswer(c, await c.get('database').get(idIn(c)));
  const query = readQuery(c.req.query());
  const all = query.flag('meta');
  const shown = {
    revs: query.flag('revs'),
    latest: query.flag('latest'),
    attachments: query.flag('attachments'),
  };
  const added = {
    conflicts: all || query.flag('conflicts'),
    revs_info: all || query.flag('revs_info'),
  };
  const rev = query.revision('rev');
  const open = c.req.query('open_revs') === 'all' ? 'all' : query.json('open_revs');
  if (query.refused !== undefined) return answer(c, query.refused);
  if (open !== undefined) return openRevisions(c, parts, idIn(c), { open, shown });
  const found = await c
    .get('database')
    .get(idIn(c), { ...shown, ...added, ...(rev === undefined ? {} : { rev }) });
  // Others' edits may change this answer without changing the revision, so it must not be cached.
  if (added.conflicts || added.revs_info) return wholeAnswer(c, conflictsOnce(found));
  const tag = `"${found._rev}"`;
  c.header('etag', tag);
  return c.req.header('if-none-match') === tag ? c.body(null, 304) : wholeAnswer(c, found);
};

const write = async (c: Context<Env>): Promise<Response> => {
  const { body, refused } = await bodyOf(c);
  if (refused !== undefined) return answer(c, refused);
  const asked = revisionAsked(c, body._rev);
  if (asked.refused !== undefined) return answer(c, asked.refused);
  const document = {
    ...body,
    _id: idIn(c),
    ...(asked.rev === undefined ? {} : { _rev: asked.rev }),
  };
  const [row] = await writeAll(
    c.get('database'),
    [document],
    mannerOf(c, c.req.query('new_edits') !== 'false'),
  );
  // With given revisions there is no row for a document that was written or existed.
  return rowAnswer(c, row ?? { ok: true, id: idIn(c), rev: asked.rev ?? '' }, 201);
};

const remove = async (c: Context<Env>): Promise<Response> => {
  const { rev, refused } = revisionAsked(c);
  if (refused !== undefined) return answer(c, refused);
  const there = await newestOf(c.get('database'), idIn(c));
  if (there === undefined) return answer(c, MISSING);
  if (rev === undefined) return answer(c, CONFLICT);
  const [row] = await writeAll(
    c.get('database'),
    [{ _id: idIn(c), _rev: rev, _deleted: true }],
    mannerOf(c),
  );
  return rowAnswer(c, row, 200);
};

/**
 * The newest revision of a document, or undefined if there is no live one. Throws any other error.
 */
export const newestOf = async (database: Database, id: string): Promise<Stored | undefined> => {
  try {
    return await database.get(id);
  } catch (error) {
    if ((error as { status?: unknown }).status === 404) return undefined;
    throw error;
  }
};

/** The result of one row, as the answer to a request for it alone. */
export const rowAnswer = (
  c: Context,
  row: WrittenRow | undefined,
  written: 200 | 201,
): Response => {
  if (row?.error !== undefined)
    return answer(c, { status: row.status ?? 400, error: row.error, reason: row.reason ?? '' });
  c.header('etag', `"${row?.rev ?? ''}"`);
  return c.json({ ok: true, id: row?.id, rev: row?.rev }, written);
};
