import { afterEach, describe, expect, test } from 'vitest';
import { endpoint, RECORDS } from './endpoint.ts';

const opened: ReturnType<typeof endpoint>[] = [];
const open = (...given: Parameters<typeof endpoint>) => {
  const made = endpoint(...given);
  opened.push(made);
  const request = (
    method: string,
    path: string,
    headers: Record<string, string> = {},
    body?: string,
  ) =>
    made.app.request(`http://endpoint${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body }),
    });
  const write = async (path: string, body: object = {}) =>
    (await made.ask('PUT', path, body)) as { status: number; body: { rev: string } };
  return { ...made, request, write };
};
afterEach(() => Promise.all(opened.splice(0).map(({ close }) => close())));

describe('X8: one document over HTTP', () => {
  test('X8: a revision is its tag: HEAD tells it, and who has it already gets no body', async () => {
    const { request, write } = open();
    const { status, body } = await write('/w/a', { x: 1 });
    const tag = `"${body.rev}"`;
    const head = await request('HEAD', '/w/a');
    expect([status, head.status, head.headers.get('etag'), await head.text()]).toEqual([
      201,
      200,
      tag,
      '',
    ]);
    expect((await request('GET', '/w/a', { 'if-none-match': tag })).status).toBe(304);
    expect((await request('GET', '/w/a', { 'if-none-match': '"1-old"' })).status).toBe(200);
    expect((await request('GET', '/w/a?conflicts=true', { 'if-none-match': tag })).status).toBe(
      200,
    );
    expect((await request('HEAD', '/w/none')).status).toBe(404);
    expect((await request('HEAD', '/w')).status).toBe(200);
  });

  test('X8: the revision to change is in the body, the query or If-Match; two of them must agree', async () => {
    const { ask, request, write } = open();
    const rev = async () => ((await ask('GET', '/w/a')) as { body: { _rev: string } }).body._rev;
    await write('/w/a', { x: 1 });
    expect((await write(`/w/a?rev=${await rev()}`, { x: 2 })).status).toBe(201);
    expect((await write('/w/a', { x: 3, _rev: await rev() })).status).toBe(201);
    const match = { 'if-match': `"${await rev()}"` };
    expect((await request('PUT', '/w/a', match, '{"x":4}')).status).toBe(201);
    expect((await request('PUT', `/w/a?rev=1-a`, { 'if-match': await rev() }, '{}')).status).toBe(
      400,
    );
    expect(await write('/w/a', { x: 5 })).toMatchObject({
      status: 409,
      body: { error: 'conflict', reason: 'Document update conflict.' },
    });
    expect((await ask('DELETE', '/w/a')).status).toBe(409);
    expect((await ask('DELETE', '/w/a?rev=1-a')).status).toBe(409);
    expect((await request('DELETE', '/w/a', { 'if-match': await rev() })).status).toBe(200);
    expect(await ask('GET', '/w/a')).toEqual({
      status: 404,
      body: { error: 'not_found', reason: 'deleted' },
    });
    expect(await ask('DELETE', '/w/none?rev=1-a')).toEqual({
      status: 404,
      body: { error: 'not_found', reason: 'missing' },
    });
  });

  test('X8: what a server tells of a document is taken back unread, and a document without a name gets one', async () => {
    const { ask } = open();
    const told = { _conflicts: ['1-x'], _revs_info: [], _local_seq: 3, _deleted_conflicts: [] };
    const answer = await ask('POST', '/w', { x: 1, ...told });
    const { id } = answer.body as { id: string };
    expect(answer.status).toBe(201);
    expect((await ask('GET', `/w/${id}`)).body).toEqual({
      _id: id,
      _rev: expect.any(String),
      x: 1,
    });
    expect((await ask('POST', '/w', { status: 299, error: 'x', reason: 'y' })).status).toBe(201);
  });

  test('X8: what _all_docs is asked for may be in the body, and the query says it last', async () => {
    const { ask, write } = open();
    for (const id of ['a', 'b', 'c']) await write(`/w/${id}`, { x: id });
    const ids = async (path: string, body: object) => {
      const answer = (await ask('POST', path, body)) as {
        body: { rows: { id: string; doc?: object }[] };
      };
      return answer.body.rows.map(({ id, doc }) => (doc === undefined ? id : [id, doc]));
    };
    const doc = (id: string) => [id, { _id: id, _rev: expect.any(String) as string, x: id }];
    expect(await ids('/w/_all_docs', { keys: ['b'], include_docs: true })).toEqual([doc('b')]);
    expect(
      await ids('/w/_all_docs?include_docs=false', { keys: ['b'], include_docs: true }),
    ).toEqual(['b']);
    expect(
      await ids('/w/_all_docs', {
        startkey: 'c',
        endkey: 'a',
        descending: true,
        skip: 1,
        limit: 1,
      }),
    ).toEqual(['b']);
    expect(
      await ids('/w/_all_docs', { start_key: 'a', end_key: 'b', inclusive_end: false }),
    ).toEqual(['a']);
    expect(await ids('/w/_all_docs', { key: 'c', include_docs: 'true' })).toEqual([doc('c')]);
    for (const body of [{ include_docs: 1 }, { limit: -1 }, { startkey: 1 }, { skip: null }])
      expect((await ask('POST', '/w/_all_docs', body)).status).toBe(400);
  });

  test('X8: open revisions come as JSON, and in parts for a client that asks for nothing else', async () => {
    const { ask, request } = open();
    const docs = ['a', 'b'].map((hash) => ({ _id: 'd', _rev: `1-${hash}`, by: hash }));
    await ask('POST', '/w/_bulk_docs', { docs, new_edits: false });
    const path = '/w/d?open_revs=["1-a","9-z"]';
    for (const accept of ['application/json', '*/*', 'multipart/mixed, application/json'])
      expect(await (await request('GET', path, { accept })).json()).toEqual([
        { ok: { _id: 'd', _rev: '1-a', by: 'a' } },
        { missing: '9-z' },
      ]);
    const many = ['9-z', '1-b', '8-y', '1-a', '7-x'];
    const { body } = await ask('GET', `/w/d?open_revs=${JSON.stringify(many)}`);
    expect(
      (body as { ok?: { _rev: string }; missing?: string }[]).map(
        ({ ok, missing }) => ok?._rev ?? missing,
      ),
    ).toEqual(many);
    expect((await ask('GET', '/w/d?open_revs=["1-a","1-a","1-a"]')).body).toHaveLength(1);
    const mixed = await request('GET', path, { accept: 'multipart/mixed' });
    const boundary =
      /^multipart\/mixed; boundary="(\w+)"$/.exec(mixed.headers.get('content-type') ?? '')?.[1] ??
      '';
    const [before, one = '', two = '', end] = (await mixed.text()).split(`--${boundary}`);
    expect([before, end]).toEqual(['', '--']);
    expect(JSON.parse(one.split('\r\n\r\n')[1] ?? '')).toMatchObject({ _rev: '1-a' });
    expect(two).toContain('error="true"\r\n\r\n{"missing":"9-z"}');
  });

  test('X8: the latest of a revision that a document does not have is missing, however it is asked for', async () => {
    const { ask, write } = open();
    const first = (await write('/w/a', { x: 1 })).body.rev;
    const second = (await write(`/w/a?rev=${first}`, { x: 2 })).body.rev;
    const latest = (rev: string) => ask('GET', `/w/a?rev=${rev}&latest=true`);
    expect(await latest('1-none')).toEqual({
      status: 404,
      body: { error: 'not_found', reason: 'missing' },
    });
    expect(await ask('GET', '/w/a?open_revs=["1-none"]&latest=true')).toMatchObject({
      body: [{ missing: '1-none' }],
    });
    const docs = [
      { id: 'a', rev: '1-none' },
      { id: 'a', rev: first },
      { id: 'none', rev: first },
    ];
    const rows = [
      { error: { error: 'not_found' } },
      { ok: { _rev: second, x: 2 } },
      { error: { error: 'not_found' } },
    ];
    expect(await ask('POST', '/w/_bulk_get?latest=true', { docs })).toMatchObject({
      body: { results: rows.map((row) => ({ docs: [row] })) },
    });
    expect(await latest(first)).toMatchObject({ body: { _rev: second } });
    expect(await latest(second)).toMatchObject({ body: { _rev: second } });
  });

  test('X8: an attachment never runs: it is downloaded, and an invalid type is served as bytes', async () => {
    const { request } = open();
    await request(
      'PUT',
      '/w/a/page.html',
      { 'content-type': 'text/html' },
      '<script>alert(1)</script>',
    );
    const { headers } = await request('GET', '/w/a/page.html');
    expect([headers.get('content-type'), headers.get('content-disposition')]).toEqual([
      'text/html',
      'attachment',
    ]);
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    expect(headers.get('etag')).toMatch(/^"md5-.*"$/);
    const odd = {
      _attachments: { x: { content_type: 'a/b\r\nSet-Cookie: x', data: 'eA==' }, y: { data: '' } },
    };
    await request('PUT', '/w/b', {}, JSON.stringify(odd));
    for (const name of ['x', 'y'])
      expect((await request('GET', `/w/b/${name}`)).headers.get('content-type')).toBe(
        'application/octet-stream',
      );
    expect(await (await request('GET', '/w/b/y')).text()).toBe('');
  });

  test('X8: a stub that nobody knows is refused alone, and records are written on though they are refused one', async () => {
    const { ask, store } = open();
    store.make(RECORDS);
    const stub = {
      _attachments: { 'a.txt': { stub: true, digest: 'md5-none', content_type: 'text/plain' } },
    };
    const docs = [{ _id: 'a' }, { _id: 'b', ...stub }, { _id: 'c' }];
    for (const name of ['w', RECORDS]) {
      const { body } = await ask('POST', `/${name}/_bulk_docs`, { docs });
      expect(body).toMatchObject([{ ok: true }, { id: 'b', error: 'missing_stub' }, { ok: true }]);
    }
  });

  test('X8: a mark whose slash is escaped is the same mark, whatever revisions of it are asked for', async () => {
    const { ask, write } = open();
    await write('/w/_local/x', { seen: 7 });
    const own = await ask('GET', '/w/_local/x');
    for (const query of ['', '?open_revs=["1-a"]', '?open_revs=all', '?rev=1-a&latest=true'])
      expect(await ask('GET', `/w/_local%2Fx${query}`), query).toEqual(own);
    expect(await ask('GET', '/w/_local%2F?open_revs=["1-a"]')).toMatchObject({ status: 404 });
  });

  test('X8: deleting a document called "." deletes no database', async () => {
    const { ask } = open();
    await ask('POST', '/w/_bulk_docs', { docs: [{ _id: '.' }, { _id: 'kept' }] });
    // As a client resolves /w/. before it asks.
    expect(await ask('DELETE', '/w/?rev=1-a')).toMatchObject({
      status: 400,
      body: { error: 'bad_request' },
    });
    expect(await ask('GET', '/w/kept')).toMatchObject({ status: 200 });
    expect(await ask('DELETE', '/w')).toMatchObject({ status: 200 });
  });

  test('X8: a revision that nobody could name any more is refused, and others are still read in bulk', async () => {
    const { ask } = open();
    const beyond = [
      { _id: 'p', _revisions: { start: 9007199254740991, ids: ['a'] } },
      { _id: 'p', _rev: '999999999999999-a' },
      { _id: 'p', _rev: '1000000000001-a' },
    ];
    for (const document of beyond)
      expect(
        await ask('POST', '/w/_bulk_docs', { new_edits: false, docs: [document] }),
      ).toMatchObject({
        body: [{ id: 'p', error: 'bad_request' }],
      });
    const high = { _id: 'q', _revisions: { start: 1000000000000, ids: ['a'] } };
    await ask('POST', '/w/_bulk_docs', { new_edits: false, docs: [high] });
    const edited = (await ask('PUT', '/w/q', { _rev: '1000000000000-a' })) as {
      body: { rev: string };
    };
    expect(await ask('GET', `/w/q?rev=${edited.body.rev}`)).toMatchObject({ status: 200 });
  });

  test('X8: an impossible document in a bulk is reported in its own row, and the others are answered', async () => {
    const { ask } = open();
    const { rev } = (await ask('PUT', '/w/a', { x: 1 })).body as { rev: string };
    const bad = [
      { id: 'a', rev: 'constructor' },
      { id: 'a', rev: 1 },
      { id: 'a', rev: null },
      { id: '_local/m', rev: '1-' },
      { id: 1, rev },
      { id: '' },
      {},
    ];
    const { status, body } = await ask('POST', '/w/_bulk_get', {
      docs: [{ id: 'a', rev }, ...bad, { id: 'a' }],
    });
    const found = { id: 'a', docs: [{ ok: { _id: 'a', _rev: rev, x: 1 } }] };
    const [form, name] = [
      { error: 'bad_request', reason: 'Invalid rev format' },
      { error: 'illegal_docid', reason: 'Document id must be a string' },
    ];
    expect(status).toBe(200);
    expect(body).toEqual({
      results: [
        found,
        { id: 'a', docs: [{ error: { id: 'a', rev: 'constructor', ...form } }] },
        { id: 'a', docs: [{ error: { id: 'a', rev: 1, ...form } }] },
        { id: 'a', docs: [{ error: { id: 'a', rev: null, ...form } }] },
        { id: '_local/m', docs: [{ error: { id: '_local/m', rev: '1-', ...form } }] },
        { id: 1, docs: [{ error: { id: 1, rev: null, ...name } }] },
        { id: '', docs: [{ error: { id: '', rev: null, ...name } }] },
        { id: null, docs: [{ error: { id: null, rev: null, ...name } }] },
        found,
      ],
    });
  });

  test('X8: a mark that is asked for in a bulk is missing there, and the others are answered', async () => {
    const { ask, write } = open();
    await write('/w/_local/x', { seen: 7 });
    const { rev } = (await write('/w/a', { x: 1 })).body;
    const docs = [{ id: '_local/x', rev: '1-a' }, { id: '_local/x' }, { id: 'a', rev }];
    const missing = {
      docs: [{ error: { id: '_local/x', error: 'not_found', reason: 'missing' } }],
    };
    expect(await ask('POST', '/w/_bulk_get', { docs })).toMatchObject({
      body: { results: [missing, missing, { docs: [{ ok: { x: 1 } }] }] },
    });
  });

  test('X8: a mark is deleted, with its revision or without, and may be written again', async () => {
    const { ask, write } = open();
    const { rev } = (await write('/w/_local/phone', { n: 1 })).body;
    expect(await ask('DELETE', `/w/_local/phone?rev=${rev}`)).toMatchObject({ status: 200 });
    expect(await ask('DELETE', '/w/_local/phone')).toMatchObject({ status: 404 });
    expect((await write('/w/_local/phone', { n: 2 })).status).toBe(201);
    expect((await write('/w/_local/phone', { n: 3, _rev: '1-x' })).status).toBe(400);
    expect((await write('/w/_local/phone', { _strange: 3 })).status).toBe(400);
    expect((await ask('GET', '/w/_changes')).body).toMatchObject({ results: [] });
  });
});

test('X8: ids of every alphabet are listed, up and down, in the order of their bytes', async () => {
  const { ask } = open();
  const ids = ['a', 'z', 'ä', 'ÿ', 'Ā', 'Ж', '漢', '豈', '😀'];
  await ask('POST', '/w/_bulk_docs', { docs: ids.map((_id) => ({ _id })) });
  const listed = async (query: string): Promise<string[]> =>
    ((await ask('GET', `/w/_all_docs?${query}`)).body as { rows: { id: string }[] }).rows.map(
      ({ id }) => id,
    );
  expect(await listed('')).toEqual(ids);
  expect(await listed('descending=true')).toEqual(ids.toReversed());
  expect(await listed(`startkey=${encodeURIComponent('"Ж"')}&limit=2`)).toEqual(['Ж', '漢']);
  expect(await listed(`descending=true&endkey=${encodeURIComponent('"漢"')}`)).toEqual([
    '😀',
    '豈',
    '漢',
  ]);
  expect(await listed(`endkey=${encodeURIComponent('"Ā"')}&inclusive_end=false&skip=2`)).toEqual([
    'ä',
    'ÿ',
  ]);
});

describe('X8: the feed of changes', () => {
  test('X8: a long-poll for some documents waits on when others are written', async () => {
    const { ask, write } = open();
    const asked = ask('POST', '/w/_changes?feed=longpoll&filter=_doc_ids&since=0', {
      doc_ids: ['b'],
    });
    for (const id of ['x', 'y', 'b']) await write(`/w/${id}`);
    expect((await asked).body).toMatchObject({ results: [{ id: 'b' }], last_seq: 3 });
    const byQuery = `/w/_changes?filter=_doc_ids&doc_ids=${encodeURIComponent('["x"]')}`;
    expect((await ask('GET', byQuery)).body).toMatchObject({
      results: [{ id: 'x' }],
      last_seq: 3,
      pending: 0,
    });
    expect((await ask('GET', '/w/_changes?limit=1&since=1')).body).toMatchObject({
      last_seq: 2,
      pending: 1,
    });
  });

  test.each(['', '&descending=true'])(
    'X8: of named documents no more are pending than names are left, and never fewer than come (%s)',
    async (more) => {
      const { ask, write } = open();
      for (const id of ['a', 'b', 'c', 'd', 'e', 'f']) await write(`/w/${id}`);
      const pages = async (names: string[]): Promise<[given: number, pending: number][]> => {
        const given: [number, number][] = [];
        for (let limit = 1; limit <= names.length; limit += 1) {
          const path = `/w/_changes?filter=_doc_ids&limit=${limit}${more}`;
          const { body } = await ask('POST', path, { doc_ids: names });
          const { results, pending } = body as { results: object[]; pending: number };
          given.push([results.length, pending]);
        }
        return given;
      };
      expect(await pages(['c'])).toEqual([[1, 0]]);
      expect(await pages(['c', 'e', 'c'])).toEqual([
        [1, 1],
        [2, 0],
        [2, 0],
      ]);
      // Whether there is one of a name is not looked up beforehand.
      expect(await pages(['c', 'none'])).toEqual([
        [1, 1],
        [1, 0],
      ]);
    },
  );

  test('X8: a long-poll that is asked to says by empty lines that it lives, and then is JSON', async () => {
    const { request, write } = open();
    const answer = await request('GET', '/w/_changes?feed=longpoll&since=now&heartbeat=250');
    const body = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
    expect((await body?.read())?.value).toBe('\n');
    await write('/w/a');
    let text = '';
    for (let part = await body?.read(); part?.done === false; part = await body?.read())
      text += part.value;
    expect(JSON.parse(text)).toMatchObject({ results: [{ id: 'a' }], last_seq: 1 });
  });

  test('X18: a device shut out while its long-poll sends signs of life gets no JSON and nothing that was written', async () => {
    let isIn = true;
    const { request, store } = open(() =>
      isIn ? undefined : { status: 401, error: 'unauthorized', reason: 'out' },
    );
    const answer = await request(
      'GET',
      '/w/_changes?feed=longpoll&since=now&include_docs=true&heartbeat=250',
    );
    isIn = false;
    await store.open('w')?.put({ _id: 'later' });
    expect((await answer.text()).trim()).toBe('');
  });

  test('X8: a database that is deleted ends the waiting for it, and a new one of the same name is empty', async () => {
    const { ask, write } = open();
    await write('/w/a');
    const waiting = ask('GET', '/w/_changes?feed=longpoll&since=1');
    await ask('GET', '/w');
    expect(await ask('DELETE', '/w')).toEqual({ status: 200, body: { ok: true } });
    expect((await waiting).status).toBe(404);
    expect((await ask('DELETE', '/w')).status).toBe(404);
    expect((await ask('PUT', '/w')).status).toBe(201);
    expect(await ask('PUT', '/w')).toMatchObject({ status: 412, body: { error: 'file_exists' } });
    expect((await ask('GET', '/w')).body).toMatchObject({
      db_name: 'w',
      doc_count: 0,
      update_seq: 0,
    });
    expect((await ask('GET', '/_all_dbs')).body).toEqual(['w']);
  });
});
