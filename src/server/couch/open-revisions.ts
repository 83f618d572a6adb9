import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import type { OpenRevision } from 'pouchdb-core';
import type { Env } from './entering.ts';
import { leavesOf } from './branches.ts';
import { INVALID_REVISION, isRevision } from './query.ts';
import { MISSING } from './refusals.ts';
import { answer } from './request.ts';

/** No document has more leaves that anyone asks for. */
const MOST = 1_000;

/**
 * `open_revs`: all leaves of a document, or the revisions in a list. As CouchDB 3 does, in parts only for who names
 * `multipart/mixed` and not JSON; PouchDB asks for JSON.
 */
export const openRevisions = async (c: Context<Env>, id: string, open: unknown, shown: object): Promise<Response> => {
  const isKnown = open === 'all' || (Array.isArray(open) && open.length <= MOST && open.every(isRevision));
  if (!isKnown) return answer(c, INVALID_REVISION);
  const [database, isAll] = [c.get('database'), open === 'all'];
  // Each once: PouchDB would read one document as often as it is named.
  const asked = isAll ? await leavesOf(database, id) : [...new Set(open as readonly string[])];
  if (isAll && asked.length === 0) return answer(c, MISSING);
  const byRevision = new Map<string | undefined, OpenRevision>();
  // One after the other, as they are asked for: PouchDB would hold all that each is found by at once.
  for (const rev of asked)
    for (const one of await database.get(id, { open_revs: [rev], ...shown }))
      byRevision.set(one.ok?._rev ?? one.missing, one);
  const found = [...byRevision.values()];
  const accept = c.req.header('accept') ?? '';
  if (!accept.includes('multipart/mixed') || accept.includes('application/json')) return c.json(found);
  const boundary = randomUUID().replaceAll('-', '');
  return c.body(inParts(found, boundary), 200, { 'content-type': `multipart/mixed; boundary="${boundary}"` });
};

const inParts = (found: readonly OpenRevision[], boundary: string): string => {
  const parts = found.map(({ ok, missing }) =>
    ok === undefined
      ? `content-type: application/json; error="true"\r\n\r\n${JSON.stringify({ missing })}`
      : `content-type: application/json\r\n\r\n${JSON.stringify(ok)}`,
  );
  return [...parts.map((part) => `--${boundary}\r\n${part}\r\n`), `--${boundary}--`].join('');
};
