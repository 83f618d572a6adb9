import type { Context, Hono } from 'hono';
import { letIn, type Env, type Parts } from './entering.ts';
import { answerOf, begin, readingOn } from './answers/in-pieces.ts';
import { listed, type Listing } from './listed-rows.ts';
import { readQuery } from './query.ts';
import { badRequest, refusal, tooManyOf, type Refusal } from './refusals.ts';
import { answer, bodyOf, type Fields } from './request.ts';
import { readShown } from './row-documents.ts';

/** The most documents that one request may name, as CouchDB's own limit for a bulk. */
export const MOST_DOCUMENTS = 10_000;

/** `_all_docs`: the documents in the order of their ids, or those that are named. */
export const serveListing = (app: Hono<Env>, parts: Parts): void => {
  const enters = letIn(parts);
  const allDocs = async (c: Context<Env>): Promise<Response> => {
    const { body, refused } = c.req.method === 'POST' ? await bodyOf(c) : { body: {} as Fields };
    if (refused !== undefined) return answer(c, refused);
    const asked = readListing({ ...queryIn(body), ...c.req.query() }, body.keys);
    if ('error' in asked) return answer(c, asked);
    return answerOf(c, await begin(await listed(c.get('database'), asked), readingOn(c, parts)));
  };
  app.get('/:database/_all_docs', enters('read'), allDocs);
  app.post('/:database/_all_docs', enters('read'), allDocs);
};

/** What a query holds as JSON, and what it holds as it is. */
const AS_JSON = ['startkey', 'start_key', 'endkey', 'end_key', 'key'];
const PLAIN = [
  'include_docs',
  'conflicts',
  'attachments',
  'update_seq',
  'inclusive_end',
  'descending',
  'skip',
  'limit',
];

/**
 * Whatever may be asked in the query may be asked in the body, as in CouchDB: RxDB's plugin asks
 * for documents so.
 */
const queryIn = (body: Fields): Record<string, string> => {
  const query = new Map<string, string>();
  for (const name of AS_JSON)
    if (body[name] !== undefined) query.set(name, JSON.stringify(body[name]));
  for (const name of PLAIN) {
    const value = body[name];
    if (value !== undefined)
      query.set(name, typeof value === 'string' ? value : JSON.stringify(value));
  }
  return Object.fromEntries(query);
};

/**
 * After every id that is written in characters. Without an end PouchDB's leveldb stops at "ÿ" and
 * lists no id that begins with a letter behind it.
 */
const LAST_ID = '\u{10ffff}';

const readListing = (
  query: Readonly<Record<string, string>>,
  given: unknown,
): Listing | Refusal => {
  const read = readQuery(query);
  const [skip, limit] = [read.whole('skip') ?? 0, read.whole('limit')];
  const [start, end] = [read.id('startkey', 'start_key'), read.id('endkey', 'end_key')];
  const [descending, keys, key] = [
    read.flag('descending'),
    given ?? read.json('keys'),
    read.id('key'),
  ];
  const options = { shown: readShown(read), update_seq: read.flag('update_seq') };
  const inclusive = query.inclusive_end === undefined || read.flag('inclusive_end');
  if (read.refused !== undefined) return read.refused;
  const [first, last] = descending ? [start ?? LAST_ID, end] : [start, end ?? LAST_ID];
  const range = {
    skip,
    descending,
    inclusive_end: inclusive,
    ...(limit === undefined ? {} : { limit }),
    ...(first === undefined ? {} : { startkey: first }),
    ...(last === undefined ? {} : { endkey: last }),
  };
  // An empty name is none, and PouchDB takes it for all that there is.
  const limits = key === undefined ? {} : key === '' ? { limit: 0 } : { key };
  if (keys === undefined) return { ...options, keys, range: { ...range, ...limits } };
  if (!Array.isArray(keys)) return badRequest('`keys` member must be an array.');
  if (keys.length > MOST_DOCUMENTS) return tooMany('keys');
  if (start !== undefined || end !== undefined || key !== undefined)
    return refusal(
      400,
      'query_parse_error',
      '`keys` is incompatible with `key`, `start_key` and `end_key`',
    );
  const page = keys.slice(skip, limit === undefined ? undefined : skip + limit);
  return { ...options, keys: descending ? page.reverse() : page, range: {} };
};

/** A request that names more than is taken at once, in the words of CouchDB's own limit. */
export const tooMany = (what: 'keys' | 'bulk_docs' | 'bulk_get'): Refusal =>
  tooManyOf(what, MOST_DOCUMENTS);
