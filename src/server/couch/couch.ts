import { Hono, type Context } from 'hono';
import type { Database } from 'pouchdb-core';
import { readChanges, readChangesQuery } from './changes.ts';
import { refusalOf, whyNotWritten, type Refusal } from './refusals.ts';
import type { CouchStore } from './store.ts';
import type { Waiting } from './waiting.ts';

/** What a client wants of a database. A reader may still write its own `_local` mark. */
export type Need = 'read' | 'write';

/** Whether the one who asks may; a refusal says why not. */
export type Allows = (request: Request, database: string, need: Need) => Refusal | undefined;

/** The largest body of a request, in bytes: a bulk of 250 documents and room. */
export const LARGEST_BODY = 32 * 1024 * 1024;

type Env = { Variables: { database: Database } };

const answer = (c: Context, { status, error, reason }: Refusal): Response => c.json({ error, reason }, status as 400);

const NOT_FOUND: Refusal = { status: 404, error: 'not_found', reason: 'missing' };
const NO_DATABASE: Refusal = { status: 404, error: 'not_found', reason: 'Database does not exist.' };
const BAD: Refusal = { status: 400, error: 'bad_request', reason: 'The request is not understood.' };
const TOO_LARGE: Refusal = { status: 413, error: 'too_large', reason: 'The request entity is too large.' };

const bodyOf = async (c: Context): Promise<Record<string, unknown> | Refusal> => {
  if (Number(c.req.header('content-length') ?? 0) > LARGEST_BODY) return TOO_LARGE;
  const text = await c.req.text();
  if (Buffer.byteLength(text) > LARGEST_BODY) return TOO_LARGE;
  try {
    const body: unknown = text === '' ? {} : JSON.parse(text);
    return typeof body === 'object' && body !== null && !Array.isArray(body) ? (body as Record<string, unknown>) : BAD;
  } catch {
    return BAD;
  }
};

const isRefusal = (body: object): body is Refusal => 'status' in body && 'error' in body && 'reason' in body;

const READING = new Set(['_all_docs', '_bulk_get', '_changes', '_revs_diff']);

const needOf = (method: string, path: string): Need => {
  const [place = ''] = path.split('/');
  if (method === 'GET' || method === 'HEAD') return 'read';
  return place === '_local' || READING.has(place) ? 'read' : 'write';
};

/** The databases as CouchDB serves them over HTTP: as much of it as replication asks for. */
export const couchApp = (parts: {
  readonly store: CouchStore;
  readonly waiting: Waiting;
  readonly allows: Allows;
}): Hono<Env> => {
  const { store, waiting, allows } = parts;
  const app = new Hono<Env>();
  app.onError((error, c) => {
    const refused = refusalOf(error);
    if (refused.status >= 500) console.error(error);
    return answer(c, refused);
  });
  app.notFound((c) => answer(c, NOT_FOUND));

  app.get('/', (c) => c.json({ couchdb: 'Welcome', vendor: { name: 'Volym' }, version: '3.5.0', features: [] }));

  app.use('/:database/*', async (c, next) => {
    const { database: name } = c.req.param();
    const path = new URL(c.req.url).pathname.split(`/${name}/`).slice(1).join('/');
    // Who may not, does not learn whether it exists.
    const refused = allows(c.req.raw, name, needOf(c.req.method, path));
    if (refused !== undefined) return answer(c, refused);
    const database = store.open(name);
    if (database === undefined) return answer(c, NO_DATABASE);
    c.set('database', database);
    return next();
  });

  const info = async (c: Context<Env>): Promise<Response> => {
    const { doc_count, update_seq } = await c.get('database').info();
    return c.json({ db_name: c.req.param('database'), doc_count, update_seq });
  };
  app.get('/:database', info);
  app.get('/:database/', info);
  const changes = async (c: Context<Env>): Promise<Response> => {
    const body = c.req.method === 'POST' ? await bodyOf(c) : {};
    if (isRefusal(body)) return answer(c, body);
    const query = readChangesQuery(c.req.query(), body);
    if (query === undefined) return answer(c, { ...BAD, reason: 'Malformed sequence supplied in since parameter.' });
    return c.json(await readChanges(c.get('database'), query, waiting, c.req.raw.signal));
  };
  app.get('/:database/_changes', changes);
  app.post('/:database/_changes', changes);

  const allDocs = async (c: Context<Env>): Promise<Response> => {
    const body = c.req.method === 'POST' ? await bodyOf(c) : {};
    if (isRefusal(body)) return answer(c, body);
    const { include_docs: docs, limit, startkey, endkey } = c.req.query();
    const keys = Array.isArray(body.keys) ? { keys: body.keys } : {};
    const range = {
      ...(limit === undefined ? {} : { limit: Number(limit) }),
      ...(startkey === undefined ? {} : { startkey: JSON.parse(startkey) as unknown }),
      ...(endkey === undefined ? {} : { endkey: JSON.parse(endkey) as unknown }),
    };
    return c.json(await c.get('database').allDocs({ include_docs: docs === 'true', ...range, ...keys }));
  };
  app.get('/:database/_all_docs', allDocs);
  app.post('/:database/_all_docs', allDocs);

  app.post('/:database/_bulk_docs', async (c) => {
    const body = await bodyOf(c);
    if (isRefusal(body)) return answer(c, body);
    if (!Array.isArray(body.docs)) return answer(c, { ...BAD, reason: 'POST body must include `docs` parameter.' });
    return c.json(await writeAll(c.get('database'), body.docs, body.new_edits !== false), 201);
  });
  app.post('/:database/_bulk_get', async (c) => {
    const body = await bodyOf(c);
    if (isRefusal(body)) return answer(c, body);
    const { revs, latest } = c.req.query();
    const found = await c.get('database').bulkGet({ ...body, revs: revs === 'true', latest: latest === 'true' });
    return c.json(withoutStacks(found));
  });
  app.post('/:database/_revs_diff', async (c) => {
    const body = await bodyOf(c);
    return isRefusal(body) ? answer(c, body) : c.json(await c.get('database').revsDiff(body));
  });

  app.get('/:database/_local/:id', async (c) => c.json(await c.get('database').get(`_local/${c.req.param('id')}`)));
  app.put('/:database/_local/:id', async (c) => {
    const body = await bodyOf(c);
    if (isRefusal(body)) return answer(c, body);
    return c.json(await putLocal(c.get('database'), { ...body, _id: `_local/${c.req.param('id')}` }), 201);
  });

  app.get('/:database/:id', async (c) => {
    const { rev, conflicts, revs, latest } = c.req.query();
    const open = c.req.query('open_revs');
    const options = {
      ...(rev === undefined ? {} : { rev }),
      conflicts: conflicts === 'true',
      revs: revs === 'true',
      latest: latest === 'true',
    };
    const revisions = open === undefined ? {} : { open_revs: open === 'all' ? 'all' : (JSON.parse(open) as unknown) };
    return c.json(await c.get('database').get(c.req.param('id'), { ...options, ...revisions }));
  });
  app.put('/:database/:id', async (c) => {
    const body = await bodyOf(c);
    if (isRefusal(body)) return answer(c, body);
    const rev = c.req.query('rev');
    const [row] = await writeAll(
      c.get('database'),
      [{ ...body, _id: c.req.param('id'), ...(rev === undefined ? {} : { _rev: rev }) }],
      c.req.query('new_edits') !== 'false',
    );
    return rowAnswer(c, row);
  });
  app.delete('/:database/:id', async (c) => {
    const [row] = await writeAll(
      c.get('database'),
      [{ _id: c.req.param('id'), _rev: c.req.query('rev'), _deleted: true }],
      true,
    );
    return rowAnswer(c, row);
  });
  return app;
};

type WrittenRow = {
  readonly id?: string;
  readonly ok?: true;
  readonly rev?: string;
  readonly error?: string;
  readonly reason?: string;
  readonly status?: number;
};

const rowAnswer = (c: Context, row: WrittenRow | undefined): Response =>
  row?.error === undefined
    ? c.json({ ok: true, id: row?.id, rev: row?.rev }, 201)
    : answer(c, { status: row.status ?? 400, error: row.error, reason: row.reason ?? '' });

/** Writes what may be written; each row has its own answer, in the order asked. */
const writeAll = async (
  database: Database,
  documents: readonly unknown[],
  newEdits: boolean,
): Promise<WrittenRow[]> => {
  const refused = documents.map(whyNotWritten);
  const good = documents.filter((_, at) => refused[at] === undefined) as object[];
  const written = good.length === 0 ? [] : ((await database.bulkDocs(good, { new_edits: newEdits })) as PouchRow[]);
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

type PouchRow = { readonly id?: string; readonly ok?: boolean; readonly rev?: string; readonly error?: unknown };

const rowOf = (row: PouchRow, id: string): WrittenRow =>
  row.error === undefined ? { ok: true, id, rev: row.rev ?? '' } : { id, ...refusalOf(row) };

/** CouchDB takes a mark without its revision over the one there is; PouchDB would say conflict. */
const putLocal = async (
  database: Database,
  mark: { readonly _id: string; readonly _rev?: unknown },
): Promise<object> => {
  if (mark._rev !== undefined) return database.put(mark);
  const there = (await database.get(mark._id).catch(() => undefined)) as { _rev?: string } | undefined;
  return database.put(there === undefined ? mark : { ...mark, _rev: there._rev });
};

/** PouchDB writes its errors whole, with the stack, into an answer. */
const withoutStacks = (found: { results: object[] }): object => ({
  results: (found.results as { id: string; docs: { ok?: object; error?: object }[] }[]).map(({ id, docs }) => ({
    id,
    docs: docs.map(({ ok, error }) => {
      if (error === undefined) return { ok };
      const { error: name, reason } = refusalOf(error);
      return { error: { id, rev: 'undefined', error: name, reason } };
    }),
  })),
});
