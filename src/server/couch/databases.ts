import type { Context, Hono } from 'hono';
import { letAsk, letIn, nameIn, type Env, type Parts } from './entering.ts';
import { badRequest, NO_DATABASE, refusal, type Refusal } from './refusals.ts';
import { answer, bodyOf } from './request.ts';
import { isName } from './store.ts';
import { writeAll } from './writing.ts';
import { mannerOf, rowAnswer } from './documents.ts';

const illegalName = (name: string): Refusal =>
  refusal(
    400,
    'illegal_database_name',
    `Name: '${name}'. Only lowercase characters (a-z), digits (0-9), and any of the characters _, $, (, ), +, -, and / are allowed. Must begin with a letter.`,
  );

const THERE = refusal(
  412,
  'file_exists',
  'The database could not be created, the file already exists.',
);
// A document called "." or ".." has no other address than its database: every client resolves it to
// that.
const NOT_A_DOCUMENT = badRequest(
  'You tried to DELETE a database with a ?rev= parameter. Did you mean to DELETE a document instead?',
);
const NO_JSON = refusal(415, 'bad_content_type', 'Content-Type must be application/json');

/** The databases as a whole: their list and their details; an admin creates and deletes them. */
export const serveDatabases = (app: Hono<Env>, parts: Parts): void => {
  const [asks, enters] = [letAsk(parts), letIn(parts)];
  const { store, waiting, gone } = parts;
  app.get('/', (c) =>
    c.json({ couchdb: 'Welcome', vendor: { name: 'Volym' }, version: '3.5.0', features: [] }),
  );
  app.get('/_up', (c) => c.json({ status: 'ok' }));
  app.get('/_all_dbs', asks('admin'), (c) => c.json(store.names()));
  for (const path of ['/:database', '/:database/']) {
    app.get(path, enters('read'), info);
    app.put(path, asks('admin'), (c) => {
      const name = nameIn(c);
      if (!isName(name)) return answer(c, illegalName(name));
      if (!store.make(name)) return answer(c, THERE);
      return c.json({ ok: true }, 201);
    });
    app.delete(path, asks('admin'), async (c) => {
      const name = nameIn(c);
      if (c.req.query('rev') !== undefined) return answer(c, NOT_A_DOCUMENT);
      const database = store.open(name);
      if (database === undefined) return answer(c, NO_DATABASE);
      gone?.(name);
      waiting.forget(database);
      await store.remove(name);
      return c.json({ ok: true });
    });
    app.post(path, enters('write'), async (c) => {
      const { body, refused } = await bodyOf(c);
      if (refused !== undefined) return answer(c, refused);
      const [row] = await writeAll(c.get('database'), [body], mannerOf(c));
      return rowAnswer(c, row, 201);
    });
  }
  app.post('/:database/_ensure_full_commit', enters('read'), (c) =>
    c.json({ ok: true, instance_start_time: '0' }, 201),
  );
  // CouchDB, too, only confirms the request. Nothing is compacted: a device would think that the
  // server forgot its data.
  app.post('/:database/_compact', enters('admin'), (c) =>
    isJson(c) ? c.json({ ok: true }, 202) : answer(c, NO_JSON),
  );
};

const isJson = (c: Context): boolean =>
  /^application\/json\s*(?:;|$)/i.test(c.req.header('content-type') ?? '');

const info = async (c: Context<Env>): Promise<Response> => {
  const { doc_count, update_seq } = await c.get('database').info();
  return c.json({
    db_name: nameIn(c),
    doc_count,
    update_seq,
    purge_seq: 0,
    compact_running: false,
    instance_start_time: '0',
  });
};
