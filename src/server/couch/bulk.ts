import type { Hono } from 'hono';
import type { Database } from 'pouchdb-core';
import { mannerOf } from './documents.ts';
import { letIn, type Env, type Parts } from './entering.ts';
import { answerOf, begin, readingOn } from './answers/in-pieces.ts';
import { MOST_DOCUMENTS, tooMany } from './listing.ts';
import { textOf } from './answers/long-list.ts';
import { isAmongMarks } from './forms/mark-form.ts';
import { INVALID_REVISION, isRevision, isWritable, readQuery } from './query.ts';
import { badRequest, NO_ID, refusalOf } from './refusals.ts';
import { answer, bodyOf, type Fields } from './request.ts';
import { holdAnswer, NO_ROOM_TO_ANSWER } from './room.ts';
import { wholeAnswer } from './answers/whole-answer.ts';
import { writeAll } from './writing.ts';

/** The result for one document, besides its id (bytes). */
const ROW = 256;

/** What replication asks for many documents at once. */
export const serveBulks = (app: Hono<Env>, parts: Parts): void => {
  const enters = letIn(parts);
  app.post('/:database/_bulk_docs', enters('write'), async (c) => {
    const { body, refused } = await bodyOf(c);
    if (refused !== undefined) return answer(c, refused);
    const { docs, new_edits: newEdits } = body;
    if (!Array.isArray(docs))
      return answer(c, badRequest('POST body must include `docs` parameter.'));
    if (docs.length > MOST_DOCUMENTS) return answer(c, tooMany('bulk_docs'));
    // Asked before anything is written: afterwards it could not be refused. The ids that were sent
    // are counted with the body.
    if (!holdAnswer(c, docs.length * ROW)) return answer(c, NO_ROOM_TO_ANSWER);
    return c.json(await writeAll(c.get('database'), docs, mannerOf(c, newEdits !== false)), 201);
  });
  app.post('/:database/_bulk_get', enters('read'), async (c) => {
    const { body, refused } = await bodyOf(c);
    if (refused !== undefined) return answer(c, refused);
    const read = readQuery(c.req.query());
    const options = {
      revs: read.flag('revs'),
      latest: read.flag('latest'),
      attachments: read.flag('attachments'),
    };
    if (read.refused !== undefined) return answer(c, read.refused);
    const { docs } = body;
    if (!Array.isArray(docs) || !docs.every(isAsked))
      return answer(c, badRequest('Missing JSON list of `docs`.'));
    if (docs.length > MOST_DOCUMENTS) return answer(c, tooMany('bulk_get'));
    const rows = eachAlone(c.get('database'), docs, options);
    return answerOf(c, await begin(textOf({ name: 'results', rows }), readingOn(c, parts)));
  });
  app.post('/:database/_revs_diff', enters('read'), async (c) => {
    const { body, refused } = await bodyOf(c);
    if (refused !== undefined) return answer(c, refused);
    const asked = revisionsIn(body);
    if (asked === undefined)
      return answer(c, badRequest('A list of revisions is asked for each id.'));
    if (asked.count > MOST_DOCUMENTS) return answer(c, tooMany('keys'));
    return wholeAnswer(c, await c.get('database').revsDiff(asked.revisions));
  });
};

/** A requested document; an invalid one is reported in its own row. */
type AskedDocument = { readonly id?: unknown; readonly rev?: unknown };

type WellFormed = { readonly id: string; readonly rev?: string };

const isAsked = (value: unknown): value is AskedDocument =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isWellFormed = (asked: AskedDocument): asked is WellFormed =>
  isWritable(asked.id) && (asked.rev === undefined || isRevision(asked.rev));

/** The row of a document that cannot be looked up, as CouchDB says it. */
const malformed = ({ id = null, rev = null }: AskedDocument): object => {
  const { error, reason } = isWritable(id) ? INVALID_REVISION : NO_ID;
  return { id, docs: [{ error: { id, rev: isWritable(id) ? rev : null, error, reason } }] };
};

/**
 * Each revision once: PouchDB finds it only the first time. An id without a named revision counts
 * as well.
 */
const revisionsIn = (
  body: Fields,
): { revisions: Record<string, string[]>; count: number } | undefined => {
  const revisions = new Map<string, string[]>();
  let count = 0;
  for (const [id, revs] of Object.entries(body)) {
    if (!Array.isArray(revs) || !revs.every((rev) => typeof rev === 'string')) return undefined;
    revisions.set(id, [...new Set(revs)]);
    count += Math.max(revs.length, 1);
  }
  return { revisions: Object.fromEntries(revisions), count };
};

type Found = { readonly ok?: object; readonly error?: object; readonly missing?: string };

/** One after the other: they may be large, and one may be requested many times. */
async function* eachAlone(
  database: Database,
  asked: readonly AskedDocument[],
  options: object,
): AsyncGenerator<object> {
  for (const document of asked) {
    if (isWellFormed(document))
      yield* withoutStacks(await readDocument(database, document, options));
    else yield malformed(document);
  }
}

const readDocument = async (
  database: Database,
  { id, rev }: WellFormed,
  options: object,
): Promise<{ results: object[] }> => {
  // A local document has no revisions: PouchDB throws because of it where nobody can catch it, and
  // never answers.
  if (isAmongMarks(id)) return { results: [{ id, docs: [{ missing: rev }] }] };
  return database.bulkGet({ docs: [rev === undefined ? { id } : { id, rev }], ...options });
};

/** PouchDB writes complete errors, with the stack, into an answer. */
const withoutStacks = ({ results }: { results: object[] }): object[] =>
  (results as { id: string; docs: Found[] }[]).map(({ id, docs }) => ({
    id,
    docs: docs.map(({ ok, error, missing }) => {
      if (ok !== undefined) return { ok };
      const { error: name, reason } =
        error === undefined ? { error: 'not_found', reason: 'missing' } : refusalOf(error);
      return { error: { id, rev: missing ?? 'undefined', error: name, reason } };
    }),
  }));
