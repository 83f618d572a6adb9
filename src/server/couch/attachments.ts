import type { Context, Hono } from 'hono';
import { NO_ATTACHMENTS } from './forms/document-form.ts';
import { idIn, mannerOf, newestOf, rowAnswer } from './documents.ts';
import { letIn, type Env, type Parts } from './entering.ts';
import { readQuery } from './query.ts';
import { CONFLICT, refusal } from './refusals.ts';
import { answer, bytesOf } from './request.ts';
import { revisionAsked } from './revisions/revision-asked.ts';
import { wholeBytes } from './answers/whole-answer.ts';
import { writeAll } from './writing.ts';

const NO_ATTACHMENT = refusal(404, 'not_found', 'Document is missing attachment');

/** Nothing that someone attached may run in the app's own place. */
const HARMLESS = {
  'content-security-policy': "default-src 'none'; sandbox",
  'content-disposition': 'attachment',
  'cross-origin-resource-policy': 'same-origin',
};

/**
 * One attachment of a document by its name, which may have slashes. Databases of records keep none.
 */
export const serveAttachments = (app: Hono<Env>, parts: Parts): void => {
  const enters = letIn(parts);
  for (const path of ['/:database/:id{_design/[^/]+}/:name{.+}', '/:database/:id/:name{.+}']) {
    app.get(path, enters('read'), read);
    app.put(path, enters('write'), write);
    app.delete(path, enters('write'), remove);
  }
};

const nameIn = (c: Context): string => c.req.param('name') ?? '';

const read = async (c: Context<Env>): Promise<Response> => {
  const query = readQuery(c.req.query());
  const rev = query.revision('rev');
  if (query.refused !== undefined) return answer(c, query.refused);
  const [database, options] = [c.get('database'), rev === undefined ? {} : { rev }];
  const { _attachments: all = {}, _rev } = await database.get(idIn(c), options);
  const about = Object.hasOwn(all, nameIn(c)) ? all[nameIn(c)] : undefined;
  if (about === undefined) return answer(c, NO_ATTACHMENT);
  const bytes = await database.getAttachment(idIn(c), nameIn(c), { rev: _rev });
  // A text that is no content type would make an invalid header.
  const type = /^[\w.+-]+\/[\w.+-]+(?:;[\x20-\x7e]*)?$/.test(about.content_type)
    ? about.content_type
    : 'application/octet-stream';
  return wholeBytes(c, bytes, { ...HARMLESS, 'content-type': type, etag: `"${about.digest}"` });
};

const write = async (c: Context<Env>): Promise<Response> => {
  if (c.get('takes') === 'none') return answer(c, NO_ATTACHMENTS);
  const { body, refused } = await bytesOf(c);
  if (refused !== undefined) return answer(c, refused);
  const asked = await toChange(c);
  if (asked instanceof Response) return asked;
  const attachment = {
    content_type: c.req.header('content-type') ?? 'application/octet-stream',
    data: body.toString('base64'),
  };
  return change(c, asked, { ...asked._attachments, [nameIn(c)]: attachment }, 201);
};

const remove = async (c: Context<Env>): Promise<Response> => {
  const asked = await toChange(c);
  if (asked instanceof Response) return asked;
  const all = asked._attachments ?? {};
  if (!Object.hasOwn(all, nameIn(c))) return answer(c, NO_ATTACHMENT);
  return change(
    c,
    asked,
    Object.fromEntries(Object.entries(all).filter(([name]) => name !== nameIn(c))),
    200,
  );
};

type Changed = {
  readonly _id: string;
  readonly _rev?: string;
  readonly _attachments?: Record<string, object>;
};

/**
 * The document as it is in the revision that was named, or a new one when there is none and none
 * was named.
 */
const toChange = async (c: Context<Env>): Promise<Changed | Response> => {
  const { rev, refused } = revisionAsked(c);
  if (refused !== undefined) return answer(c, refused);
  const there = await newestOf(c.get('database'), idIn(c));
  if (rev === undefined) return there === undefined ? { _id: idIn(c) } : answer(c, CONFLICT);
  return there?._rev === rev ? there : answer(c, CONFLICT);
};

const change = async (
  c: Context<Env>,
  document: Changed,
  attachments: object,
  done: 200 | 201,
): Promise<Response> => {
  const { _attachments: _, ...rest } = document;
  const next =
    Object.keys(attachments).length === 0 ? rest : { ...rest, _attachments: attachments };
  const [row] = await writeAll(c.get('database'), [next], mannerOf(c));
  return rowAnswer(c, row, done);
};
