import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newData, sendRaw, start, stopAll } from '../running.ts';
import { RECORDS } from './endpoint.ts';

let server: Awaited<ReturnType<typeof start>>;
beforeAll(async () => {
  server = await start(newData());
  await server.ask('PUT', '/plain');
  await server.ask('PUT', `/${RECORDS}`);
  await server.ask('PUT', '/plain/a', { x: 1 });
});
afterAll(stopAll);

/** The status and the parsed body of an answer as it came over the wire. */
const parts = (answer: string): { status: number; body: { error?: string; reason?: string } } => {
  const [head = '', ...rest] = answer.split('\r\n\r\n');
  const json = /\{.*\}/s.exec(rest.join(''))?.[0];
  return {
    status: Number(/^HTTP\/1\.1 (\d+)/.exec(head)?.[1]),
    body: JSON.parse(json ?? '{}') as object,
  };
};

const raw = async (method: string, target: string, body: string | Buffer = '') =>
  parts(
    await sendRaw(
      server.url,
      `${method} ${target} HTTP/1.1\r\nContent-Type: application/json`,
      body,
    ),
  );

/** Refused by the client's fault, in CouchDB's form; and the next request is answered as ever. */
const isRefused = async (asked: ReturnType<typeof raw>): Promise<void> => {
  const { status, body } = await asked;
  expect([Math.floor(status / 100), body]).toEqual([
    4,
    { error: expect.any(String), reason: expect.any(String) },
  ]);
  expect(await server.ask('GET', '/plain/a')).toMatchObject({
    status: 200,
    body: { _id: 'a', x: 1 },
  });
};

const NEVER_THERE = ['__proto__', '_x', '_changes', '_local', '%5Fx'];

describe('X8: hostile addresses', () => {
  test.each([
    '/db/../accounts.json',
    '/db/plain/../../accounts.json',
    '/db/%2e%2e/accounts.json',
    '/db/%2e%2e%2faccounts.json',
    '/db/%252e%252e%252faccounts.json',
    '/db/..%5caccounts.json',
    '/db/plain%00',
    '/db/plain/%zz',
    '/db/plain/%ff%fe',
    '/db//etc',
    '/db/plain/a/..%2f..%2faccounts.json',
  ])('X9: %s is refused', (target) => isRefused(raw('GET', target)));

  test.each([
    'Plain',
    '1plain',
    '_plain',
    'pl.ain',
    'pl%20ain',
    '%2fetc',
    'a%00',
    'a'.repeat(200),
    '__proto__',
  ])('X8: no database is called %s', async (name) => {
    await isRefused(raw('PUT', `/db/${name}`));
    expect((await server.ask('GET', '/_all_dbs')).body).toEqual(['plain', RECORDS]);
  });

  test.each(NEVER_THERE)('X8: no document is called %s', async (id) => {
    await isRefused(raw('PUT', `/db/plain/${id}`, '{"x":1}'));
    await isRefused(raw('GET', `/db/plain/${id === '_changes' ? '_x' : id}`));
    await isRefused(raw('DELETE', `/db/plain/${id}?rev=1-a`));
    await isRefused(raw('PUT', `/db/plain/${id}/a.txt`, 'x'));
  });

  test('X8: among records there is no design and no attachment, in an ordinary database there are both', async () => {
    const attached = { _attachments: { 'a.txt': { data: 'eA==' } } };
    expect((await server.ask('PUT', `/${RECORDS}/_design/x`, {})).status).toBe(403);
    expect((await server.ask('PUT', `/${RECORDS}/a`, attached)).status).toBe(403);
    expect((await server.ask('PUT', `/${RECORDS}/a/a.txt`, 'x')).status).toBe(403);
    expect((await server.ask('PUT', '/plain/_design/x', {})).status).toBe(201);
    expect((await server.ask('PUT', '/plain/_design%2Fy/a.txt', 'x')).status).toBe(201);
    expect((await server.ask('PUT', '/plain/b', attached)).status).toBe(201);
  });

  test('X8: words that objects know already are documents and attachments like others', async () => {
    for (const id of ['constructor', 'toString', 'hasOwnProperty', 'metadata']) {
      const { body } = await server.ask('PUT', `/plain/${id}`, { x: id });
      expect(
        (await server.ask('POST', '/plain/_revs_diff', { [id]: [body.rev, '9-z'] })).body,
      ).toEqual({
        [id]: { missing: ['9-z'] },
      });
      expect((await server.ask('GET', `/plain/${id}/constructor`)).status).toBe(404);
      expect((await server.ask('GET', `/plain/${id}?rev=1-constructor`)).status).toBe(404);
      expect((await server.ask('GET', `/plain/${id}`)).body).toEqual({
        _id: id,
        _rev: body.rev,
        x: id,
      });
    }
  });
});

const deep = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);

describe('X8: hostile bodies', () => {
  test.each([
    ['broken JSON', '{"docs":['],
    ['no object', '[]'],
    ['invalid UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])],
    ['ten thousand levels', `{"docs":[{"_id":"deep","x":${deep(10_000)}}]}`],
    ['a million levels', `{"docs":[{"_id":"deep","x":${deep(1_000_000)}}]}`],
    [
      'levels of objects',
      `{"docs":[{"_id":"deep","x":${'{"x":'.repeat(10_000)}1${'}'.repeat(10_000)}}]}`,
    ],
    ['a field __proto__', '{"docs":[{"_id":"p","x":{"__proto__":{"polluted":true}}}]}'],
    ['docs that are no list', '{"docs":{"length":3}}'],
    ['no docs', '{}'],
  ])('X8: %s is refused', async (_, body) => {
    await isRefused(raw('POST', '/db/plain/_bulk_docs', body));
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  test('X8: rows that no document can be are refused one by one', async () => {
    const rows = [
      null,
      1,
      'x',
      [],
      { _id: 1 },
      { _id: '' },
      { _id: '_x' },
      { _id: '__proto__' },
      { _id: '\ud800' },
      { _id: 'r', _rev: 'constructor' },
      { _id: 'r', _rev: 1 },
      { _id: 'r', _rev: '1-a-b' },
      { _id: 't', _rev_tree: [] },
      { _id: 't', _attachments: 1 },
      { _id: 't', _attachments: { a: null } },
      { _id: 't', _attachments: { a: { stub: true, digest: 'constructor' } } },
      { _id: 't', _attachments: { a: { data: '?' } } },
      { _id: 't', _attachments: { _a: { data: '' } } },
    ];
    const { status, body } = await server.ask('POST', '/plain/_bulk_docs', {
      docs: [...rows, { _id: 'good' }],
    });
    const answers = body as unknown as { error?: string; ok?: true; status?: number }[];
    expect([status, answers.map(({ ok, error }) => ok ?? typeof error)]).toEqual([
      201,
      [...rows.map(() => 'string'), true],
    ]);
    const histories = [
      { start: 1e308, ids: ['a'] },
      { start: 1, ids: ['a', 'b'] },
      { start: 1, ids: [] },
      { ids: 1 },
    ];
    const given = [
      ...histories,
      { start: 1, ids: ['a-b'] },
      { start: 1, ids: ['漢'] },
      { start: 1, ids: [{}] },
      undefined,
      7,
    ];
    const docs = given.map((_revisions, at) => ({ _id: `h${at}`, _revisions }));
    const kept = await server.ask('POST', '/plain/_bulk_docs', { docs, new_edits: false });
    expect((kept.body as unknown as object[]).length).toBe(given.length);
    expect((await server.ask('GET', '/plain/h0')).status).toBe(404);
  });

  test.each([
    ['_all_docs', '{"keys":"a"}'],
    ['_all_docs', '{"keys":{"0":"a"}}'],
    ['_all_docs?startkey="a"', '{"keys":["a"]}'],
    ['_bulk_get', '{"docs":"a"}'],
    ['_bulk_get', '{"docs":[null]}'],
    ['_bulk_get', '{"docs":[[]]}'],
    ['_revs_diff', '{"a":"1-x"}'],
    ['_revs_diff', '{"a":[1]}'],
    ['_revs_diff', '{"__proto__":["1-x"]}'],
    ['_changes?filter=_doc_ids', '{"doc_ids":"a"}'],
    ['_changes?filter=_doc_ids', '{"doc_ids":[1]}'],
    ['_changes?filter=app/mine', '{}'],
  ])('X8: POST %s with %s is refused', (path, body) =>
    isRefused(raw('POST', `/db/plain/${path}`, body)),
  );

  test('X8: an invalid name is not found, and is not taken to mean everything', async () => {
    const keys = ['', 1, null, {}, ['a'], 'a', 'none'];
    const { body } = await server.ask('POST', '/plain/_all_docs', { keys });
    expect(
      (body.rows as { id?: string; error?: string }[]).map(({ id, error }) => id ?? error),
    ).toEqual(['not_found', 'not_found', 'not_found', 'not_found', 'not_found', 'a', 'not_found']);
    expect((await server.ask('GET', '/plain/_all_docs?key=""')).body.rows).toEqual([]);
    expect((await server.ask('POST', '/plain/_bulk_get', { docs: [] })).body).toEqual({
      results: [],
    });
  });
});

describe('X8: hostile queries', () => {
  const numbers = ['-1', '1e9', '0x10', 'NaN', '1.5', '9'.repeat(400), '%20', 'true;'];
  test.each(
    numbers.flatMap((value) => [
      `_changes?limit=${value}`,
      `_changes?feed=longpoll&since=99999&timeout=${value}`,
      `_changes?heartbeat=${value}`,
      `_all_docs?limit=${value}`,
      `_all_docs?skip=${value}`,
      `_changes?since=${value}`,
    ]),
  )('X8: %.60s is refused', (path) => isRefused(raw('GET', `/db/plain/${path}`)));

  test.each([
    '_changes?heartbeat=0',
    '_changes?feed=continuous',
    '_changes?feed=__proto__',
    '_changes?since=17-foreign',
    '_all_docs?startkey={',
    '_all_docs?startkey=1',
    '_all_docs?keys=1',
    '_all_docs?include_docs=perhaps',
    'a?rev=constructor',
    'a?open_revs=[1]',
    'a?open_revs=[',
    'a?open_revs={}',
    'a?revs=perhaps',
    'a?rev=1-',
    `_all_docs?keys=${deep(600)}`,
  ])('X8: %.60s is refused', (path) =>
    isRefused(raw('GET', `/db/plain/${path.replaceAll('"', '%22')}`)),
  );
});
