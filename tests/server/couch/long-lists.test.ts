import { getRequestListener } from '@hono/node-server';
import fc from 'fast-check';
import type { Database } from 'pouchdb-core';
import { createServer, get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as textIn } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { textOf } from '#server/couch/answers/long-list.ts';
import { endpoint } from './endpoint.ts';
import { taking } from './taking.ts';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** More than two pages of rows. */
const MANY = 1_203;
const idOf = (at: number): string => `d${String(at).padStart(4, '0')}`;

/**
 * A database of so many documents, the third of which has a conflict, and some of which are
 * deleted.
 */
const fill = async (more: object = {}) => {
  const made = endpoint();
  const database = made.store.open('w') as Database;
  const docs = Array.from({ length: MANY }, (_, at) => ({ _id: idOf(at), at, ...more }));
  const rows = (await database.bulkDocs(docs)) as { id: string; rev: string }[];
  const gone = [4, 5, 499, 500, 1_000, 1_202].map((at) => rows[at]);
  await database.bulkDocs(
    gone.map((row) => ({ _id: row?.id, _rev: row?.rev, _deleted: true, left: 'over' })),
  );
  await database.bulkDocs([{ _id: idOf(3), _rev: `1-${'0'.repeat(32)}`, other: true }], {
    new_edits: false,
  });
  return { ...made, database };
};

/** The same until the test ends. */
const filled = async (more: object = {}) => {
  const made = await fill(more);
  closing.push(made.close);
  return made;
};

type Rows = { readonly id: string; readonly seq?: number; readonly doc?: object }[];
const rowsOf = (body: { readonly results?: Rows; readonly rows?: Rows }): Rows =>
  body.results ?? body.rows ?? [];
const idsOf = (body: object): string[] => rowsOf(body).map(({ id }) => id);

describe('X8: a long list', () => {
  /** Of what only reads it. */
  let read: Awaited<ReturnType<typeof fill>>;
  beforeAll(async () => {
    read = await fill();
  });
  afterAll(() => read.close());

  test('X8: is written as JSON writes it, and no row is divided', async () => {
    const value = fc.jsonValue();
    const row = fc.dictionary(fc.string(), value);
    const large = fc.integer({ min: 0, max: 90_000 }).map((size) => ({ x: 'å'.repeat(size) }));
    await fc.assert(
      fc.asyncProperty(row, fc.array(fc.oneof(row, large)), row, async (before, rows, after) => {
        const whole = { ...before, rows, ...after };
        fc.pre(
          Object.keys(whole).length === Object.keys(before).length + 1 + Object.keys(after).length,
        );
        const pieces: string[] = [];
        const all = (async function* () {
          yield* rows;
        })();
        const text = textOf({ before, name: 'rows', rows: all, after: () => after });
        for (
          let piece = await text.next();
          pieces.push(piece.value) && piece.done !== true;
          piece = await text.next()
        );
        expect(JSON.parse(pieces.join(''))).toEqual(JSON.parse(JSON.stringify(whole)));
        for (const piece of pieces) expect(piece.length).toBeLessThan(64 * 1_024 + 95_000);
      }),
    );
  });

  test.each([
    '',
    'limit=0',
    'limit=1',
    'limit=499',
    'limit=500',
    'limit=501',
    'limit=1000',
    'limit=5000',
    'since=0&conflicts=true',
    'since=700',
    'since=700&limit=600',
    'since=now',
    'since=99999',
    'style=all_docs',
    'style=all_docs&conflicts=true',
    'descending=true',
    'descending=true&limit=700',
  ])('X8: of changes is what PouchDB gives at once (%s)', async (query) => {
    const { ask, database } = read;
    const {
      since = '0',
      limit,
      style,
      descending,
      conflicts,
    } = Object.fromEntries(new URLSearchParams(query));
    const options = {
      since: since === 'now' ? since : Number(since),
      style,
      include_docs: true,
      descending: descending === 'true',
      conflicts: conflicts === 'true',
      ...(limit === undefined ? {} : { limit: Number(limit) }),
    };
    const { results } = await database.changes(options);
    const { body } = await ask('GET', `/w/_changes?include_docs=true&${query}`);
    expect(rowsOf(body)).toEqual(results);
    const bare = await ask('GET', `/w/_changes?${query}`);
    expect(rowsOf(bare.body)).toEqual(results.map((row) => ({ ...row, doc: undefined })));
    const { update_seq: newest } = await database.info();
    const isFull = limit !== undefined && results.length >= Math.max(Number(limit), 1);
    if (descending === undefined && !isFull)
      expect(body).toMatchObject({ last_seq: Math.max(newest, Number(since) || 0), pending: 0 });
    if (descending === undefined && isFull)
      expect(body).toMatchObject({ last_seq: results.at(-1)?.seq });
  });

  test.each([
    {},
    { limit: 0 },
    { limit: 1 },
    { limit: 499 },
    { limit: 500 },
    { limit: 501 },
    { limit: 1_000 },
    { skip: 3 },
    { skip: 600, limit: 550 },
    { skip: 5_000 },
    { descending: true },
    { conflicts: true },
    { startkey: idOf(3), endkey: idOf(1_100) },
    { startkey: idOf(3), endkey: idOf(1_100), inclusive_end: false },
    { descending: true, startkey: idOf(1_100), endkey: idOf(3), limit: 999 },
    { startkey: 'x' },
    { key: idOf(3) },
    { key: idOf(3), limit: 1 },
    { key: idOf(4) },
    { key: 'none' },
    { update_seq: true },
  ])('X8: of documents, too (%o)', async (options) => {
    const { ask, database } = read;
    const query = Object.entries(options).map(
      ([name, value]) => `${name}=${encodeURIComponent(JSON.stringify(value))}`,
    );
    const whole = await database.allDocs({ skip: 0, ...options, include_docs: true });
    const { body } = await ask('GET', `/w/_all_docs?include_docs=true&${query.join('&')}`);
    expect(body).toEqual(whole);
    const bare = await ask('GET', `/w/_all_docs?${query.join('&')}`);
    expect(bare.body).toEqual({
      ...whole,
      rows: whole.rows.map((row) => ({ ...row, doc: undefined })),
    });
  });

  test('X8: of named documents, deleted, unknown and twice, too', async () => {
    const { ask, database } = read;
    const keys = [idOf(7), 'none', idOf(4), idOf(7), idOf(3)];
    const whole = await database.allDocs({ keys, include_docs: true, conflicts: true });
    const { body } = await ask('POST', '/w/_all_docs?include_docs=true&conflicts=true', { keys });
    expect(body).toEqual(JSON.parse(JSON.stringify(whole)));
    const chosen = await ask('POST', '/w/_changes?filter=_doc_ids&include_docs=true', {
      doc_ids: keys,
    });
    expect(idsOf(chosen.body).sort()).toEqual([idOf(3), idOf(4), idOf(7)]);
  });

  test('X8: brings attachments with it where they are asked for', async () => {
    const { ask, database } = await filled();
    const data = Buffer.from('hej').toString('base64');
    await database.put({
      _id: 'with',
      _attachments: { 'a.txt': { content_type: 'text/plain', data } },
    });
    for (const path of ['_changes?include_docs=true', '_all_docs?include_docs=true']) {
      const [whole, stub] = [
        await ask('GET', `/w/${path}&attachments=true`),
        await ask('GET', `/w/${path}`),
      ];
      const attached = ({ body }: { body: object }) =>
        rowsOf(body).find(({ id }) => id === 'with')?.doc;
      expect(attached(whole)).toMatchObject({ _attachments: { 'a.txt': { data } } });
      expect(attached(stub)).toMatchObject({
        _attachments: { 'a.txt': { stub: true, length: 3 } },
      });
    }
  });
});

const LISTS = [
  '_changes?include_docs=true',
  '_changes?include_docs=true&feed=longpoll',
  '_all_docs?include_docs=true',
];

describe('X8: a long list while it is read', () => {
  test.each(LISTS)('X8: no more is read than is taken (%s)', async (path) => {
    const { app, database } = await filled({ x: 'x'.repeat(1_000) });
    let read = 0;
    const getOne = database.get.bind(database) as Database['get'];
    database.get = ((...given: Parameters<Database['get']>) => {
      read += 1;
      return getOne(...given);
    }) as Database['get'];
    const { next, rest } = await taking(app.request(`http://e/w/${path}`));
    const first = (await next()) as string;
    expect(read).toBe(first.match(/"_id"/g)?.length);
    expect(read).toBeLessThan(100);
    const second = (await next()) as string;
    expect(read).toBe((first + second).match(/"_id"/g)?.length);
    const all = JSON.parse(first + second + (await rest())) as { rows?: Rows; results?: Rows };
    expect(rowsOf(all).length).toBe(all.rows === undefined ? MANY : MANY - 6);
  });

  test.each(LISTS)(
    'X8: what fails in the middle ends the connection, and the next is answered (%s)',
    async (path) => {
      const { app, database, ask } = await filled({ x: 'x'.repeat(1_000) });
      const server = createServer(getRequestListener(app.fetch));
      await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
      closing.push(
        () => server.closeAllConnections(),
        () => server.close(),
      );
      const getOne = database.get.bind(database) as Database['get'];
      database.get = ((id: string, options: object) =>
        id === idOf(900)
          ? Promise.reject(new Error('the disk has a hole at /srv'))
          : getOne(id, options)) as never;
      const { port } = server.address() as AddressInfo;
      const answer = await new Promise<IncomingMessage>((resolve) =>
        get(`http://127.0.0.1:${port}/w/${path}`, resolve),
      );
      let text = '';
      const taken = (async () => {
        for await (const chunk of answer) text += String(chunk);
      })();
      await expect(taken).rejects.toThrow('aborted');
      expect(answer.statusCode).toBe(200);
      expect(text).toContain(idOf(800));
      expect(text).not.toContain('hole');
      expect(() => void JSON.parse(text)).toThrow();
      expect((await ask('GET', '/w')).status).toBe(200);
      expect(
        await textIn(
          await new Promise<IncomingMessage>((resolve) =>
            get(`http://127.0.0.1:${port}/w/_all_docs`, resolve),
          ),
        ),
      ).toContain(idOf(900));
    },
  );

  test.each(LISTS)(
    'X8: its database is deleted all the same, and the rest never comes (%s)',
    async (path) => {
      const { app, ask } = await filled({ x: 'x'.repeat(1_000) });
      // Of such an answer nothing is ever taken.
      await app.request(`http://e/w/${path}`, { method: 'HEAD' });
      const { next, rest } = await taking(app.request(`http://e/w/${path}`));
      expect(await next()).toContain(idOf(0));
      expect((await ask('DELETE', '/w')).status).toBe(200);
      await expect(rest()).rejects.toThrow('Database does not exist.');
    },
  );

  test('X8: what is written meanwhile is in the changes after it, once', async () => {
    const { app, ask } = await filled({ x: 'x'.repeat(1_000) });
    const { next, rest } = await taking(app.request('http://e/w/_changes?include_docs=true'));
    const first = (await next()) as string;
    const { body } = await ask('GET', `/w/${idOf(1_201)}`);
    await ask('PUT', `/w/${idOf(1_201)}`, { ...(body as object), at: 'later' });
    await ask('PUT', '/w/fresh', {});
    const before = JSON.parse(first + (await rest())) as { results: Rows; last_seq: number };
    const after = await ask('GET', `/w/_changes?since=${before.last_seq}`);
    expect(idsOf(after.body)).toEqual([idOf(1_201), 'fresh']);
    expect(idsOf(before)).toHaveLength(MANY - 1);
  });

  test('X8: backwards begins with what was written while it was asked for, and says how many may be left', async () => {
    const { ask, database } = await filled();
    const changes = database.changes.bind(database) as unknown as (
      options: object,
    ) => Promise<object>;
    let written: Promise<object> | undefined;
    // Written after all else that was looked up, just before the rows are read.
    database.changes = (async (options: object) => {
      await (written ??= database.put({ _id: 'fresh' }));
      return changes(options);
    }) as never;
    const { body } = await ask('GET', '/w/_changes?descending=true&limit=3');
    const { update_seq: newest } = await database.info();
    expect(rowsOf(body).map(({ seq }) => seq)).toEqual([newest, newest - 1, newest - 2]);
    expect(rowsOf(body)[0]?.id).toBe('fresh');
    expect(body).toMatchObject({ last_seq: newest - 2, pending: newest - 3 });
    const all = await ask('GET', '/w/_changes?descending=true');
    expect(all.body).toMatchObject({ pending: 0 });
    expect(rowsOf(all.body)).toHaveLength(MANY + 1);
  });

  test('X8: a deletion meanwhile removes nothing that comes after it in the list', async () => {
    const { app, ask, database } = await filled({ x: 'x'.repeat(1_000) });
    const { rows } = await database.allDocs({});
    const { next, rest } = await taking(app.request('http://e/w/_all_docs?include_docs=true'));
    const first = (await next()) as string;
    // The last of the first page of rows.
    const last = rows[499] as { id: string; value: { rev: string } };
    expect((await ask('DELETE', `/w/${last.id}?rev=${last.value.rev}`)).status).toBe(200);
    const list = JSON.parse(first + (await rest())) as object;
    expect(idsOf(list)).toEqual(rows.map(({ id }) => id));
  });

  test('X8: one document that is asked for ten thousand times is in memory once', async () => {
    const { app, database } = await filled();
    await database.put({ _id: 'large', x: 'x'.repeat(2_000_000) });
    const docs = Array.from({ length: 10_000 }, () => ({ id: 'large' }));
    const ask = (path: string, body: object) =>
      app.request(`http://e/w/${path}`, { method: 'POST', body: JSON.stringify(body) });
    for (const [path, body] of [
      ['_bulk_get', { docs }],
      ['_all_docs?include_docs=true', { keys: docs.map(({ id }) => id) }],
    ] as const) {
      const { next } = await taking(ask(path, body));
      for (const piece of [await next(), await next()])
        expect(piece?.length).toBeLessThan(2_100_000);
    }
  });
});
