import memory from 'pouchdb-adapter-memory';
import { request, type IncomingMessage } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import { openSeats } from '#server/couch/seats.ts';
import { storeInMemory } from '#server/couch/store.ts';
import { BASIC, newData, start, stopAll } from '../running.ts';
import { endpoint, RECORDS } from './endpoint.ts';

const opened: ReturnType<typeof endpoint>[] = [];
const open = (...seats: Parameters<typeof openSeats>) => {
  const made = endpoint(undefined, storeInMemory(memory), openSeats(...seats));
  opened.push(made);
  return made;
};
afterEach(async () => {
  stopAll();
  for (const { close } of opened.splice(0)) await close();
});

const MB = 1024 * 1024;
const large = (id: string, size: number) => ({ _id: id, x: 'x'.repeat(size) });

describe('X8: what is too much', () => {
  test('X8: a document over 8 MB is refused alone, wherever it is written', async () => {
    const { ask } = open();
    expect(await ask('PUT', '/w/large', large('large', 8 * MB))).toMatchObject({
      status: 413,
      body: { error: 'document_too_large', reason: 'large' },
    });
    const { body } = await ask('POST', '/w/_bulk_docs', {
      docs: [large('a', 1), large('b', 8 * MB), large('c', 1)],
    });
    expect(body).toMatchObject([{ ok: true }, { error: 'document_too_large' }, { ok: true }]);
    expect((await ask('PUT', '/w/fits', large('fits', 8 * MB - 100))).status).toBe(201);
    expect((await ask('PUT', '/w/_local/mark', large('', MB / 4))).status).toBe(413);
  });

  test('X8: more than ten thousand documents at once are refused, read or written', async () => {
    const { ask } = open();
    const docs = Array.from({ length: 10_001 }, (_, at) => ({ _id: `d${at}`, id: `d${at}` }));
    const keys = docs.map(({ id }) => id);
    for (const [path, body, error] of [
      ['_bulk_docs', { docs }, 'max_bulk_docs_count_exceeded'],
      ['_bulk_get', { docs }, 'max_bulk_get_count_exceeded'],
      ['_all_docs', { keys }, 'max_keys_count_exceeded'],
      [
        '_revs_diff',
        Object.fromEntries(keys.map((id) => [id, ['1-a']])),
        'max_keys_count_exceeded',
      ],
      ['_changes?filter=_doc_ids', { doc_ids: keys }, 'max_keys_count_exceeded'],
    ] as const)
      expect(await ask('POST', `/w/${path}`, body)).toEqual({
        status: 413,
        body: { error, reason: '10000' },
      });
    expect((await ask('GET', '/w')).body).toMatchObject({ doc_count: 0 });
  });

  test('X8: a document with more than ten thousand attachments is refused alone, also if they are stubs', async () => {
    const { ask, store } = open();
    store.make(RECORDS);
    const attached = (count: number, attachment: object) => ({
      _attachments: Object.fromEntries(
        Array.from({ length: count }, (_, at) => [`a${at}`, attachment]),
      ),
    });
    const refused = { error: 'max_attachments_count_exceeded', reason: '10000' };
    const stub = { stub: true, digest: 'md5-none' };
    for (const [database, attachment] of [
      ['w', { data: '' }],
      ['w', stub],
      [RECORDS, stub],
    ] as const) {
      const docs = [{ _id: 'many', ...attached(10_001, attachment) }, { _id: `other-${database}` }];
      const { body } = await ask('POST', `/${database}/_bulk_docs`, { docs });
      expect((body as { error?: string }[])[0]).toMatchObject(refused);
      expect((await ask('GET', `/${database}/other-${database}`)).status).toBe(200);
    }
    expect((await ask('PUT', '/w/fits', attached(10_000, { data: '' }))).status).toBe(201);
  });

  test('X8: much that is named in one request is written in turns, and each has its answer in the order asked', async () => {
    const { ask } = open();
    const names = Array.from({ length: 60 }, (_, at) => `d${at}`);
    const ids = Array.from({ length: 1_000 }, (_, at) => at.toString(36));
    const _revisions = { start: 1_000, ids };
    const histories = names.map((_id) => ({ _id, _rev: '1000-0', _revisions }));
    const bad = { ...histories[7], _revisions: { start: 1, ids } };
    const kept = await ask('POST', '/w/_bulk_docs', {
      docs: histories.with(7, bad as never),
      new_edits: false,
    });
    expect(kept.body).toMatchObject([{ id: 'd7', error: 'bad_request' }]);
    expect((await ask('GET', '/w')).body).toMatchObject({ doc_count: 59 });
    const edits = histories.flatMap(({ _id, _rev }) => [
      { _id, _rev },
      { _id, _rev, x: 1 },
    ]);
    const { body } = await ask('POST', '/w/_bulk_docs', { docs: edits });
    expect((body as { id: string; error?: string }[]).map(({ id, error }) => [id, error])).toEqual(
      names.flatMap((id) => [
        [id, id === 'd7' ? 'conflict' : undefined],
        [id, 'conflict'],
      ]),
    );
  });

  test('X8: a client that waits too often loses the oldest wait to an empty page, and is not counted with others', async () => {
    const { ask } = open(2);
    const poll = (authorization: string) =>
      ask('GET', '/w/_changes?feed=longpoll&since=0', undefined, { headers: { authorization } });
    const [one, two] = [poll('Bearer a'), poll('Bearer a')];
    const other = poll('Bearer b');
    await ask('GET', '/w');
    const three = poll('Bearer a');
    expect(await one).toEqual({ status: 200, body: { results: [], last_seq: 0, pending: 0 } });
    await ask('PUT', '/w/x', {});
    for (const answer of [two, other, three])
      expect((await answer).body).toMatchObject({ results: [{ id: 'x' }] });
  });

  test('X8: in a full house whoever waits most often makes room for one who waits less, and nobody for one who would wait as often', async () => {
    const { ask } = open(5, 4);
    const poll = (authorization: string) =>
      ask('GET', '/w/_changes?feed=longpoll&since=0', undefined, { headers: { authorization } });
    const [one, two, three] = [poll('Bearer a'), poll('Bearer a'), poll('Bearer a')];
    const waiting = [three, poll('Bearer b')];
    await ask('GET', '/w');
    waiting.push(poll('Bearer c'));
    expect(await one).toEqual({ status: 200, body: { results: [], last_seq: 0, pending: 0 } });
    expect((await poll('Bearer b')).status).toBe(429);
    waiting.push(poll('Bearer d'));
    expect(await two).toEqual({ status: 200, body: { results: [], last_seq: 0, pending: 0 } });
    for (const late of ['Bearer a', 'Bearer e']) expect((await poll(late)).status).toBe(429);
    await ask('PUT', '/w/x', {});
    for (const answer of waiting)
      expect((await answer).body).toMatchObject({ results: [{ id: 'x' }] });
  });

  test('X8: a full house takes nobody until somebody leaves', async () => {
    const { app, ask } = open(5, 2);
    const poll = (authorization: string) =>
      app.request('http://e/w/_changes?feed=longpoll&since=0', { headers: { authorization } });
    const waiting = [poll('Bearer a'), poll('Bearer b')];
    await ask('GET', '/w');
    const refused = await poll('Bearer c');
    expect([refused.status, refused.headers.get('retry-after'), await refused.json()]).toEqual([
      429,
      '5',
      { error: 'too_many_requests', reason: 'Too many clients wait for changes.' },
    ]);
    await ask('PUT', '/w/x', {});
    for (const answer of waiting) expect((await answer).status).toBe(200);
    expect((await poll('Bearer c')).status).toBe(200);
  });
});

describe('X8: too much over the wire', () => {
  const send = (url: string, headers: Record<string, string>, chunk: Buffer, times: number) =>
    new Promise<IncomingMessage>((fulfil, reject) => {
      const asked = request(`${url}/db/plain/_bulk_docs`, {
        method: 'POST',
        headers: { authorization: BASIC, ...headers },
      });
      asked.on('response', fulfil);
      // What is still on its way when the answer comes is torn off.
      asked.on('error', (error: NodeJS.ErrnoException) =>
        error.code === 'EPIPE' ? undefined : reject(error),
      );
      for (let at = 0; at < times; at += 1) asked.write(chunk);
      asked.end();
    });

  test('X8: a body without a length is counted while it comes, and the server answers the next', async () => {
    const server = await start(newData());
    await server.ask('PUT', '/plain');
    const answer = await send(
      server.url,
      { 'transfer-encoding': 'chunked' },
      Buffer.alloc(MB, ' '),
      40,
    );
    expect(answer.statusCode).toBe(413);
    answer.destroy();
    expect((await server.ask('GET', '/plain')).status).toBe(200);
    const zipped = await send(
      server.url,
      { 'content-encoding': 'gzip' },
      Buffer.from([31, 139]),
      1,
    );
    expect(zipped.statusCode).toBe(415);
    zipped.destroy();
  });
});
