import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import type { OpenRevision } from 'pouchdb-core';
import type { Env } from './entering.ts';
import { INVALID_REVISION, isRevision } from './query.ts';
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
  // Each once: PouchDB would read one document as often as it is named.
  const asked: unknown = Array.isArray(open) ? [...new Set(open)] : open;
  const found = inOrder(await c.get('database').get(id, { open_revs: asked, ...shown }), open);
  const accept = c.req.header('accept') ?? '';
  if (!accept.includes('multipart/mixed') || accept.includes('application/json')) return c.json(found);
  const boundary = randomUUID().replaceAll('-', '');
  return c.body(inParts(found, boundary), 200, { 'content-type': `multipart/mixed; boundary="${boundary}"` });
};

/** PouchDB answers as it reads; here the order is that of the list. */
const inOrder = (found: readonly OpenRevision[], open: unknown): readonly OpenRevision[] => {
  if (!Array.isArray(open)) return found;
  const placeOf = ({ ok, missing }: OpenRevision): number => open.indexOf(ok?._rev ?? missing);
  return found.toSorted((one, other) => placeOf(one) - placeOf(other));
};

const inParts = (found: readonly OpenRevision[], boundary: string): string => {
  const parts = found.map(({ ok, missing }) =>
    ok === undefined
      ? `content-type: application/json; error="true"\r\n\r\n${JSON.stringify({ missing })}`
      : `content-type: application/json\r\n\r\n${JSON.stringify(ok)}`,
  );
  return [...parts.map((part) => `--${boundary}\r\n${part}\r\n`), `--${boundary}--`].join('');
};
