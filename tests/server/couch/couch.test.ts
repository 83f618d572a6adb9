import PouchDB from 'pouchdb';
import { afterEach, describe, expect, test } from 'vitest';
import { endpoint, RECORDS } from './endpoint.ts';

type Ask = Awaited<ReturnType<ReturnType<typeof endpoint>['ask']>>;
const opened: ReturnType<typeof endpoint>[] = [];
const open = (...given: Parameters<typeof endpoint>) => {
  const made = endpoint(...given);
  opened.push(made);
  return made;
};
afterEach(() => Promise.all(opened.splice(0).map(({ close }) => close())));

const rows = ({ body }: Ask) => body as { id?: string; ok?: true; rev: string; error?: string }[];
const changes = ({ body }: Ask) =>
  body as { results: { id: string; doc?: object }[]; last_seq: number };

describe('X8: the endpoint speaks the protocol of CouchDB', () => {
  test('X8: a database that was never made is not found, and no name leads out of the folder', async () => {
    const { ask } = open();
    for (const path of ['/other/', '/W/', '/..%2f..%2fetc/', '/a%2fb/']) {
      expect(await ask('GET', path)).toMatchObject({ status: 404, body: { error: 'not_found' } });
    }
    expect(await ask('GET', '/w/')).toMatchObject({
      status: 200,
      body: { doc_count: 0, update_seq: 0 },
    });
  });

  test('X8: one bad row never stops those beside it', async () => {
    const { ask, store } = open();
    store.make(RECORDS);
    const docs = [
      { _id: 'a', x: 1 },
      { _id: '_bad' },
      { _id: 'b', _strange: 1 },
      { _id: 'c', _attachments: { 'x.txt': { data: 'eA==', content_type: 'text/plain' } } },
      'no object',
      { _id: 'd', x: 'x'.repeat(9_000_000) },
      { _id: 'e', x: 2 },
    ];
    const answer = await ask('POST', `/${RECORDS}/_bulk_docs`, { docs });
    expect(rows(answer).map(({ ok, error }) => ok ?? error)).toEqual([
      true,
      'illegal_docid',
      'doc_validation',
      'forbidden',
      'bad_request',
      'document_too_large',
      true,
    ]);
    expect(changes(await ask('GET', `/${RECORDS}/_changes`)).results.map(({ id }) => id)).toEqual([
      'a',
      'e',
    ]);
  });

  test('X8: a conflict is answered by row, and a live document over a tombstone is written without revision', async () => {
    const { ask } = open();
    const [first] = rows(await ask('POST', '/w/_bulk_docs', { docs: [{ _id: 'a', x: 1 }] }));
    expect(
      rows(await ask('POST', '/w/_bulk_docs', { docs: [{ _id: 'a', x: 2 }] }))[0],
    ).toMatchObject({
      error: 'conflict',
    });
    await ask('POST', '/w/_bulk_docs', { docs: [{ _id: 'a', _rev: first?.rev, _deleted: true }] });
    expect((await ask('POST', '/w/_all_docs', { keys: ['a', 'z'] })).body).toMatchObject({
      rows: [
        { id: 'a', value: { deleted: true }, doc: null },
        { key: 'z', error: 'not_found' },
      ],
    });
    expect(
      rows(await ask('POST', '/w/_bulk_docs', { docs: [{ _id: 'a', x: 3 }] }))[0],
    ).toMatchObject({ ok: true });
  });

  test('X8: a long-poll is answered by the next change, and by nothing after its time', async () => {
    const { ask } = open();
    const waiting = ask('GET', '/w/_changes?feed=longpoll&since=0&include_docs=true&timeout=60000');
    const many = Array.from({ length: 20 }, () =>
      ask('GET', '/w/_changes?feed=longpoll&since=0&timeout=60000'),
    );
    await ask('POST', '/w/_bulk_docs', { docs: [{ _id: 'a', x: 1 }] });
    expect(changes(await waiting).results).toMatchObject([{ id: 'a', doc: { x: 1 } }]);
    for (const answer of await Promise.all(many)) expect(changes(answer).results).toHaveLength(1);
    expect(changes(await ask('GET', '/w/_changes?feed=longpoll&since=1&timeout=1'))).toMatchObject({
      results: [],
      last_seq: 1,
    });
    expect(changes(await ask('GET', '/w/_changes?since=now')).results).toEqual([]);
  });

  test('X8: what is no sequence, no JSON or too large is refused in CouchDB’s own form', async () => {
    const { app, ask } = open();
    expect(await ask('GET', '/w/_changes?since=17-foreign')).toMatchObject({
      status: 400,
      body: { error: 'bad_request' },
    });
    const broken = await app.request('http://e/w/_bulk_docs', { method: 'POST', body: '{"docs":' });
    expect([broken.status, await broken.json()]).toEqual([
      400,
      expect.objectContaining({ error: 'bad_request' }),
    ]);
    const claims = {
      method: 'POST',
      body: '{}',
      headers: { 'content-length': String(64 * 1024 * 1024) },
    };
    expect((await app.request('http://e/w/_bulk_docs', claims)).status).toBe(413);
    expect(await ask('GET', '/w/none')).toMatchObject({
      status: 404,
      body: { error: 'not_found' },
    });
  });

  test('X8: a mark is written over the one there is, with its revision or without', async () => {
    const { ask } = open();
    expect(await ask('GET', '/w/_local/phone')).toMatchObject({ status: 404 });
    expect(await ask('PUT', '/w/_local/phone', { n: 1 })).toMatchObject({ status: 201 });
    expect(await ask('PUT', '/w/_local/phone', { n: 2 })).toMatchObject({ status: 201 });
    expect(await ask('GET', '/w/_local/phone')).toMatchObject({ body: { n: 2 } });
  });

  test('X8: a client without the right is told so before anything is looked up; a reader still writes its mark', async () => {
    const { ask } = open((_, database, need) =>
      database === 'w' && need === 'read'
        ? undefined
        : { status: 403, error: 'forbidden', reason: 'readers only read' },
    );
    expect(await ask('GET', '/nowhere/')).toMatchObject({ status: 403 });
    expect(await ask('POST', '/w/_bulk_docs', { docs: [{ _id: 'a' }] })).toMatchObject({
      status: 403,
    });
    expect(await ask('PUT', '/w/a', { x: 1 })).toMatchObject({ status: 403 });
    expect(await ask('DELETE', '/w/a?rev=1-x')).toMatchObject({ status: 403 });
    for (const path of ['/w', '/w/', '/w/_bulk_docs'])
      expect((await ask('POST', path, {})).status).toBe(403);
    for (const path of ['/w', '/w/a/b.txt', '/w/_changes/x', '/w/_local%2Fx/y', '/w/_design/x'])
      for (const method of ['PUT', 'DELETE']) expect((await ask(method, path)).status).toBe(403);
    expect(await ask('PUT', '/w/_local/reader', { n: 1 })).toMatchObject({ status: 201 });
    expect(await ask('POST', '/w/_all_docs', { keys: ['a'] })).toMatchObject({ status: 200 });
  });
});

test('X8: a real PouchDB replicates with it, both ways, conflicts included', async () => {
  const { app } = open();
  const fetch = (url: string | Request, init?: RequestInit) => app.request(url as string, init);
  const remote = new PouchDB('http://endpoint/w', { fetch, skip_setup: true } as never);
  const { default: memory } = await import('pouchdb-adapter-memory');
  PouchDB.plugin(memory);
  const [one, two] = ['one', 'two'].map(
    (name) => new PouchDB(`${name}-${process.pid}`, { adapter: 'memory' } as never),
  );
  await one?.bulkDocs(Array.from({ length: 300 }, (_, at) => ({ _id: `d${at}`, at })) as never);
  await one?.replicate.to(remote);
  await two?.replicate.from(remote);
  expect((await two?.info())?.doc_count).toBe(300);
  const [mine, theirs] = [await one?.get('d1'), await two?.get('d1')];
  await one?.put({ ...mine, by: 'one' } as never);
  await two?.put({ ...theirs, by: 'two' } as never);
  await one?.replicate.to(remote);
  await two?.replicate.to(remote);
  const both = (await remote.get('d1', { conflicts: true } as never)) as { _conflicts?: string[] };
  expect(both._conflicts).toHaveLength(1);
});
