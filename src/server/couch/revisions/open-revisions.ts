import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import type { Database, OpenRevision } from 'pouchdb-core';
import type { Env, Parts } from '../entering.ts';
import { leavesOf } from './branches.ts';
import { answerOf, begin, readingOn } from '../answers/in-pieces.ts';
import { joined } from '../answers/long-list.ts';
import { INVALID_REVISION, isRevision } from '../query.ts';
import { MISSING } from '../refusals.ts';
import { answer } from '../request.ts';

/** No document has more leaves that anyone asks for. */
const MOST = 1_000;

/** Which revisions are requested, as written in the address, and how to show them. */
type Asked = { readonly open: unknown; readonly shown: object };

/**
 * `open_revs`: all leaves of a document, or the revisions in a list. As CouchDB 3 does, in parts
 * only for whoever names `multipart/mixed` and not JSON; PouchDB asks for JSON.
 */
export const openRevisions = async (
  c: Context<Env>,
  parts: Parts,
  id: string,
  { open, shown }: Asked,
): Promise<Response> => {
  const isKnown =
    open === 'all' || (Array.isArray(open) && open.length <= MOST && open.every(isRevision));
  if (!isKnown) return answer(c, INVALID_REVISION);
  const [database, isAll] = [c.get('database'), open === 'all'];
  // Each once: PouchDB would read one document as often as it is named.
  const asked = isAll ? await leavesOf(database, id) : [...new Set(open as readonly string[])];
  if (isAll && asked.length === 0) return answer(c, MISSING);
  const accept = c.req.header('accept') ?? '';
  const isMixed = accept.includes('multipart/mixed') && !accept.includes('application/json');
  const boundary = randomUUID().replaceAll('-', '');
  const write = isMixed
    ? (revision: OpenRevision): string => inPart(revision, boundary)
    : (revision: OpenRevision): string => JSON.stringify(revision);
  const found = eachAlone(database, id, asked, { shown, write });
  const text = isMixed
    ? joined({ before: '', parts: found, between: '', after: () => `--${boundary}--` })
    : joined({ before: '[', parts: found, between: ',', after: () => ']' });
  const type = isMixed ? `multipart/mixed; boundary="${boundary}"` : 'application/json';
  return answerOf(c, await begin(text, readingOn(c, parts)), type);
};

type Writing = { readonly shown: object; readonly write: (revision: OpenRevision) => string };

/**
 * One after the other, as they are taken: each may be as large as a document. Only its text is kept
 * while it waits, which is far less than the parsed object.
 */
async function* eachAlone(
  database: Database,
  id: string,
  asked: readonly string[],
  { shown, write }: Writing,
): AsyncGenerator<string> {
  // Two that lead to the same one (`latest`) give it once.
  const given = new Set<string | undefined>();
  const isNew = ({ ok, missing }: OpenRevision): boolean =>
    given.size < given.add(ok?._rev ?? missing).size;
  const read = async (rev: string): Promise<string[]> =>
    (await database.get(id, { open_revs: [rev], ...shown })).filter(isNew).map(write);
  for (const rev of asked) yield* await read(rev);
}

const inPart = ({ ok, missing }: OpenRevision, boundary: string): string =>
  ok === undefined
    ? `--${boundary}\r\ncontent-type: application/json; error="true"\r\n\r\n${JSON.stringify({ missing })}\r\n`
    : `--${boundary}\r\ncontent-type: application/json\r\n\r\n${JSON.stringify(ok)}\r\n`;
