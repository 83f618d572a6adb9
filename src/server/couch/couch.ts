import { Hono, type Context } from 'hono';
import type { Database } from 'pouchdb-core';
import { readChanges, readChangesQuery } from './changes.ts';
import { refusalOf, type Refusal } from './refusals.ts';
import { answer, BAD, bodyOf, isRefusal } from './request.ts';
import type { CouchStore } from './store.ts';
import type { Waiting } from './waiting.ts';
import { putLocal, writeAll, type WrittenRow } from './writing.ts';

/** What a client wants of a database. A reader may still write its own `_local` mark. */
export type Need = 'read' | 'write';

/** Whether the one who asks may; a refusal says why not. */
export type Allows = (request: Request, database: string, need: Need) => Refusal | undefined;

type Env = { Variables: { database: Database } };

const NOT_FOUND: Refusal = { status: 404, error: 'not_found', reason: 'missing' };
const NO_DATABASE: Refusal = { status: 404, error: 'not_found', reason: 'Database does not exist.' };

const READING = new Set(['_all_docs', '_bulk_get', '_changes', '_revs_diff']);

const needOf = (method: string, path: string): Need => {
  const [place = ''] = path.split('/');
  if (method === 'GET' || method === 'HEAD') return 'read';
  return place === '_local' || READING.has(place) ? 'read' : 'write';
};

/** What the databases are served from. */
type Parts = { readonly store: CouchStore; readonly waiting: Waiting; readonly allows: Allows };

/** The databases as CouchDB serves them over HTTP: as much of it as replication asks for. */
export const couchApp = (parts: Parts): Hono<Env> => {
  const app = new Hono<Env>();
  app.onError((error, c) => {
    const refused = refusalOf(error);
    if (refused.status >= 500) console.error(error);
    return answer(c, refused);
  });
  app.notFound((c) => answer(c, NOT_FOUND));

  app.get('/', (c) => c.json({ couchdb: 'Welcome', vendor: { name: 'Volym' }, version: '3.5.0', features: [] }));
  letIn(app, parts);
  // The first that fits answers: what has a name of its own comes before the ids.
  serveLists(app, parts);
  serveBulks(app);
  serveMarks(app);
  serveDocuments(app);
  return app;
};

const letIn = (app: Hono<Env>, { store, allows }: Parts): void => {
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
};

/** What a database is, what changed in it, and all that it holds. */
const serveLists = (app: Hono<Env>, { waiting, allows }: Parts): void => {
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
    const found = await readChanges(c.get('database'), query, waiting, c.req.raw.signal);
    // Who was shut out while it waited hears of nothing that came since.
    const refused = query.longpoll ? allows(c.req.raw, c.req.param('database') ?? '', 'read') : undefined;
    return refused === undefined ? c.json(found) : answer(c, refused);
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
};

const serveBulks = (app: Hono<Env>): void => {
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
};

/** Documents that are not replicated: marks of those who replicate. */
const serveMarks = (app: Hono<Env>): void => {
  app.get('/:database/_local/:id', async (c) => c.json(await c.get('database').get(`_local/${c.req.param('id')}`)));
  app.put('/:database/_local/:id', async (c) => {
    const body = await bodyOf(c);
    if (isRefusal(body)) return answer(c, body);
    return c.json(await putLocal(c.get('database'), { ...body, _id: `_local/${c.req.param('id')}` }), 201);
  });
};

const serveDocuments = (app: Hono<Env>): void => {
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
};

const rowAnswer = (c: Context, row: WrittenRow | undefined): Response =>
  row?.error === undefined
    ? c.json({ ok: true, id: row?.id, rev: row?.rev }, 201)
    : answer(c, { status: row.status ?? 400, error: row.error, reason: row.reason ?? '' });

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
