import { afterEach, describe, expect, test } from 'vitest';
import { closeAsked, endpoint, openAsk, RECORDS } from './endpoint.ts';
import { remoteOf } from './pouch.ts';

afterEach(closeAsked);

const NO_ATTACHMENTS = {
  status: 400,
  body: { error: 'bad_request', reason: '_local documents do not accept attachments.' },
};

describe('X8: _local documents', () => {
  test('X8: are written in a bulk beside others, each with its answer, and stay out of every list', async () => {
    const ask = openAsk();
    const write = async (...docs: object[]) =>
      (await ask('POST', '/w/_bulk_docs', { docs })).body as object[];
    expect(await write({ _id: '_local/x', n: 1 }, { _id: 'a' }, { _id: '_local/y/z' })).toEqual([
      { ok: true, id: '_local/x', rev: '0-1' },
      { ok: true, id: 'a', rev: expect.any(String) as string },
      { ok: true, id: '_local/y/z', rev: '0-1' },
    ]);
    expect(await write({ _id: '_local/x', n: 2 }, { _id: '_local/x', n: 3 })).toMatchObject([
      { rev: '0-2' },
      { rev: '0-3' },
    ]);
    expect(await write({ _id: '_local/x', _rev: '0-9', n: 4 }, { _id: 'b' })).toMatchObject([
      { ok: true },
      { ok: true },
    ]);
    expect((await ask('GET', '/w/_local/x')).body).toEqual({ _id: '_local/x', _rev: '0-4', n: 4 });
    expect((await ask('GET', '/w/_local/y%2Fz')).status).toBe(200);
    expect(await write({ _id: '_local/x', _rev: '0-4', _deleted: true })).toEqual([
      { ok: true, id: '_local/x', rev: '0-0' },
    ]);
    expect((await ask('GET', '/w/_local/x')).status).toBe(404);
    expect((await ask('GET', '/w/_changes')).body).toMatchObject({
      results: [{ id: 'a' }, { id: 'b' }],
    });
    expect((await ask('GET', '/w')).body).toMatchObject({ doc_count: 2 });
  });

  test('X8: are written over whatever revision is named, as CouchDB asks for none of them', async () => {
    const ask = openAsk();
    expect(await ask('PUT', '/w/_local/new', { _rev: '0-7', n: 1 })).toMatchObject({ status: 201 });
    expect(await ask('PUT', '/w/_local/new', { _rev: '0-7', n: 2 })).toMatchObject({ status: 201 });
    expect((await ask('GET', '/w/_local/new')).body).toMatchObject({ n: 2 });
    expect(await ask('DELETE', '/w/_local/new?rev=0-9')).toMatchObject({ status: 200 });
    expect((await ask('GET', '/w/_local/new')).status).toBe(404);
  });

  test('X8: may say that they hold no attachment', async () => {
    const ask = openAsk();
    expect(await ask('PUT', '/w/_local/x', { _attachments: {}, n: 1 })).toMatchObject({
      status: 201,
    });
    expect((await ask('GET', '/w/_local/x')).body).toEqual({ _id: '_local/x', _rev: '0-1', n: 1 });
  });

  test('X8: that come from another server are written, and left out of the answer', async () => {
    const ask = openAsk();
    const docs = [
      { _id: '_local/x', _rev: '0-4', n: 1 },
      { _id: '_local/y', n: 1 },
      { _id: 'a', _rev: '1-a' },
      { _id: '_local/' },
    ];
    expect((await ask('POST', '/w/_bulk_docs', { docs, new_edits: false })).body).toMatchObject([
      { id: '_local/', error: 'illegal_docid' },
    ]);
    for (const id of ['_local/x', '_local/y'])
      expect((await ask('GET', `/w/${id}`)).body).toMatchObject({ n: 1 });
  });

  test('X8: hold no attachment, wherever it is given, and no more than a mark', async () => {
    const ask = openAsk();
    const attached = { _attachments: { 'a.txt': { data: 'eA==', content_type: 'text/plain' } } };
    expect(await ask('PUT', '/w/_local/x', attached)).toEqual(NO_ATTACHMENTS);
    for (const method of ['GET', 'PUT', 'DELETE', 'POST'])
      expect(await ask(method, '/w/_local/x/a.txt')).toEqual(NO_ATTACHMENTS);
    expect(await ask('PUT', '/w/_local%2Fx/a.txt')).toEqual(NO_ATTACHMENTS);
    const docs = [
      { _id: '_local/x', ...attached },
      { _id: '_local/m', x: 'x'.repeat(300_000) },
      { _id: '_local/volym-d', x: 'x'.repeat(5_000) },
      { _id: '_local/s', _strange: 1 },
      { _id: '_local/r', _rev: 'none' },
      { _id: '_local/good' },
    ];
    expect((await ask('POST', '/w/_bulk_docs', { docs })).body).toMatchObject([
      { id: '_local/x', error: 'bad_request' },
      { id: '_local/m', error: 'document_too_large' },
      { id: '_local/volym-d', error: 'document_too_large' },
      { id: '_local/s', error: 'doc_validation' },
      { id: '_local/r', error: 'bad_request' },
      { id: '_local/good', ok: true },
    ]);
  });

  test('X8: are the same where the slash in their name is written %2F', async () => {
    const ask = openAsk();
    expect(await ask('PUT', '/w/_local%2Fx', { n: 1 })).toMatchObject({
      status: 201,
      body: { rev: '0-1' },
    });
    expect(await ask('PUT', '/w/_local%2Fx', { n: 2, _rev: '0-1' })).toMatchObject({
      status: 201,
      body: { rev: '0-2' },
    });
    expect((await ask('GET', '/w/_local/x')).body).toMatchObject({ n: 2 });
    expect(await ask('DELETE', '/w/_local%2Fx?rev=0-2')).toMatchObject({ status: 200 });
    expect(await ask('PUT', '/w/x', { _rev: '0-1' })).toMatchObject({ status: 400 });
  });

  test('X18: a reader writes none in a bulk, nor an attachment of one', async () => {
    const { ask, close, store } = endpoint((_, __, need) =>
      need === 'read'
        ? undefined
        : { status: 403, error: 'forbidden', reason: 'readers only read' },
    );
    store.make(RECORDS);
    expect(
      (await ask('POST', `/${RECORDS}/_bulk_docs`, { docs: [{ _id: '_local/x' }] })).status,
    ).toBe(403);
    expect((await ask('PUT', `/${RECORDS}/_local/x/a.txt`)).status).toBe(403);
    expect((await ask('PUT', `/${RECORDS}/_local%2Fx`, {})).status).toBe(403);
    await close();
  });
});

describe('X8: compaction', () => {
  const posted = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' };

  test('X8: is answered as CouchDB does, and throws nothing away', async () => {
    const { app, ask, close } = endpoint();
    const { rev } = (await ask('PUT', '/w/a', { x: 1 })).body as { rev: string };
    await ask('PUT', '/w/a', { x: 2, _rev: rev });
    const answer = await app.request('http://endpoint/w/_compact', posted);
    expect([answer.status, await answer.json()]).toEqual([202, { ok: true }]);
    const plain = { ...posted, headers: { 'content-type': 'text/plain' } };
    const refused = await app.request('http://endpoint/w/_compact', plain);
    expect([refused.status, await refused.json()]).toEqual([
      415,
      { error: 'bad_content_type', reason: 'Content-Type must be application/json' },
    ]);
    const there = remoteOf(app, 'w') as unknown as { compact(): Promise<object> };
    expect(await there.compact()).toMatchObject({ ok: true });
    expect((await ask('GET', `/w/a?rev=${rev}`)).body).toMatchObject({ x: 1 });
    expect((await app.request('http://endpoint/none/_compact', posted)).status).toBe(404);
    await close();
  });

  test('X8: is for an admin', async () => {
    const { app, close } = endpoint((_, __, need) =>
      need === 'admin'
        ? { status: 401, error: 'unauthorized', reason: 'You are not a server admin.' }
        : undefined,
    );
    expect((await app.request('http://endpoint/w/_compact', posted)).status).toBe(401);
    await close();
  });
});
