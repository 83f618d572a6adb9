import type { Context, Hono } from 'hono';
import type { Database } from 'pouchdb-core';
import { letIn, type Env, type Parts } from './entering.ts';
import { isRevision, isWritable, INVALID_REVISION } from './query.ts';
import { refusal } from './refusals.ts';
import { answer, bodyOf } from './request.ts';

/** The last fifty runs of a foreign replicator, with the long sequences of a CouchDB cluster, are not longer (bytes). */
const LARGEST_MARK = 256 * 1024;

/** A device's mark is a number or two; readers write theirs as well. */
const LARGEST_OF_DEVICE = 4 * 1024;

/** The name of a device's own mark, the only one that it writes when it may only read. */
export const markOf = (device: string): string => `volym-${device}`;

/** A mark's own revisions, unlike those of documents, begin at zero. */
const MARK_REVISION = /^0-\d{1,15}$/;

/** `_local`: documents that are not replicated, the marks of those who replicate. */
export const serveMarks = (app: Hono<Env>, parts: Parts): void => {
  const enters = letIn(parts);
  const path = '/:database/_local/:id{.+}';
  app.get(path, enters('read'), async (c) => c.json(await c.get('database').get(idIn(c))));
  app.put(path, enters('read', markIn), async (c) => {
    const { body, refused } = await bodyOf(c, markIn(c).startsWith(markOf('')) ? LARGEST_OF_DEVICE : LARGEST_MARK);
    if (refused !== undefined) return answer(c, refused);
    const { _rev: inside, _id: _, _deleted: deleted, _revisions: __, ...fields } = body;
    const unknown = Object.keys(fields).find((field) => field.startsWith('_'));
    if (unknown !== undefined)
      return answer(c, refusal(400, 'doc_validation', `Bad special document member: ${unknown}`));
    const rev = inside ?? c.req.query('rev');
    if (!isMarkRevision(rev)) return answer(c, INVALID_REVISION);
    if (!isWritable(idIn(c))) return answer(c, refusal(400, 'illegal_docid', 'Document id must be a string'));
    if (deleted === true) return c.json(await remove(c.get('database'), idIn(c), rev));
    return c.json(await put(c.get('database'), idIn(c), fields, rev), 201);
  });
  app.delete(path, enters('read', markIn), async (c) => {
    const rev = c.req.query('rev') ?? c.req.header('if-match')?.replaceAll('"', '');
    return isMarkRevision(rev) ? c.json(await remove(c.get('database'), idIn(c), rev)) : answer(c, INVALID_REVISION);
  });
};

const markIn = (c: Context): string => c.req.param('id') ?? '';

const idIn = (c: Context): string => `_local/${markIn(c)}`;

const isMarkRevision = (rev: unknown): rev is string | undefined =>
  rev === undefined || (typeof rev === 'string' && MARK_REVISION.test(rev)) || isRevision(rev);

const revisionThere = async (database: Database, id: string): Promise<string | undefined> =>
  (await database.get(id).catch(() => undefined))?._rev;

/** CouchDB takes a mark without its revision over the one there is; PouchDB would say conflict. */
const put = async (database: Database, id: string, fields: object, rev: string | undefined): Promise<object> => {
  const known = rev ?? (await revisionThere(database, id));
  return database.put({ ...fields, _id: id, ...(known === undefined ? {} : { _rev: known }) });
};

const remove = async (database: Database, id: string, rev: string | undefined): Promise<object> =>
  database.remove(id, rev ?? (await revisionThere(database, id)) ?? '0-0');
