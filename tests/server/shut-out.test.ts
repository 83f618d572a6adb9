import { afterEach, describe, expect, test } from 'vitest';
import { taking } from './couch/taking.ts';
import { closeAll, DATABASE, open } from './let-in.ts';

afterEach(closeAll);

/** More than one piece of an answer, and more than one page of rows. */
const MANY = 700;
const idOf = (at: number): string => `d${String(at).padStart(4, '0')}`;

const LATER = 'written-later';

/** A workspace with a member who stays, and another device that goes. */
const filled = async () => {
  const world = open();
  const { app, ask, setUp, invite, join } = world;
  const member = await setUp();
  const { credential, device } = await join((await invite(member)).invitation);
  const docs = Array.from({ length: MANY }, (_, at) => ({ _id: idOf(at), x: 'x'.repeat(500) }));
  const rows = (await ask('POST', `${DATABASE}/_bulk_docs`, { docs }, member)).body as unknown as {
    rev: string;
  }[];
  const last = { _id: idOf(MANY - 1), _rev: rows.at(-1)?.rev, x: LATER };
  const write = () =>
    ask('POST', `${DATABASE}/_bulk_docs`, { docs: [last, { _id: 'fresh', x: LATER }] }, member);
  const shutOut = async (): Promise<void> => {
    expect((await ask('DELETE', `/_volym/devices/${device}`, undefined, member)).status).toBe(200);
  };
  const headers = { authorization: `Bearer ${credential}`, 'content-type': 'application/json' };
  const asks = (path: string, init: RequestInit = {}): Promise<Response> =>
    Promise.resolve(app.request(`${DATABASE}/${path}`, { headers, ...init }));
  /** A request whose head has arrived, and whose body is sent when the test says so. */
  const slowly = (method: string, path: string, fields: object): (() => Promise<Response>) => {
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
    const bytes = new TextEncoder().encode(JSON.stringify(fields));
    const length = { 'content-length': String(bytes.length) };
    const init = { method, headers: { ...headers, ...length }, body: readable, duplex: 'half' };
    const asked = app.request(path, init as RequestInit);
    return async () => {
      const writer = writable.getWriter();
      // A request that was refused before takes nothing of the body.
      void writer.write(bytes).then(() => writer.close());
      return asked;
    };
  };
  return { ...world, member, device, write, shutOut, asks, slowly };
};

const named = JSON.stringify({
  docs: [...Array.from({ length: MANY }, (_, at) => ({ id: idOf(at) })), { id: 'fresh' }],
});

describe('X18: a device that is shut out while it is answered', () => {
  test.each([
    ['_bulk_get', { method: 'POST', body: named }],
    ['_all_docs?include_docs=true', {}],
    ['_changes?include_docs=true', {}],
    ['_changes?include_docs=true&feed=longpoll', {}],
    ['_changes?include_docs=true&feed=longpoll&heartbeat=250', {}],
  ])(
    'X18: gets no further piece of a long answer, nor an end that looks like one (%s)',
    async (path, init) => {
      const { asks, shutOut, write } = await filled();
      const { next, rest } = await taking(asks(path, init));
      let first = '';
      // On a busy machine a heartbeat comes before the first piece.
      while (first.trim() === '') first += (await next()) as string;
      expect(first).toContain(idOf(0));
      await shutOut();
      await write();
      await expect(rest()).rejects.toThrow('This device is not let in.');
      expect(first).not.toContain(LATER);
      expect(() => void JSON.parse(first)).toThrow();
    },
  );

  test.each(['', '&heartbeat=250'])(
    'X18: hears nothing of what is written while it waits (%s)',
    async (more) => {
      const { asks, shutOut, write } = await filled();
      const waiting = asks(
        `_changes?feed=longpoll&include_docs=true&since=now&timeout=20000${more}`,
      );
      // Its place is taken by the time that another request is answered.
      expect((await asks('')).status).toBe(200);
      await Promise.all([shutOut(), write()]);
      const answer = await waiting;
      const text = await answer.text();
      expect(text).not.toContain('fresh');
      if (more === '')
        expect([answer.status, JSON.parse(text)]).toMatchObject([401, { error: 'unauthorized' }]);
      else expect([answer.status, text.trim()]).toEqual([200, '']);
    },
  );

  test.each([
    ['_bulk_get', { docs: [{ id: idOf(MANY - 1) }] }],
    ['_all_docs?include_docs=true', { keys: [idOf(MANY - 1), 'fresh'] }],
    ['_changes?include_docs=true&filter=_doc_ids', { doc_ids: ['fresh'] }],
    ['_revs_diff', { fresh: ['1-a'] }],
  ])(
    'X18: is refused, though its request began before and only its body comes later (%s)',
    async (path, fields) => {
      const { slowly, shutOut, write } = await filled();
      const send = slowly('POST', `${DATABASE}/${path}`, fields);
      await shutOut();
      await write();
      const answer = await send();
      expect([answer.status, await answer.json()]).toMatchObject([401, { error: 'unauthorized' }]);
      // A page from elsewhere reads why.
      expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    },
  );
});

test.each([
  ['shut out', 401],
  ['made a reader', 403],
])(
  'X18: a device that is %s invites nobody, lets itself do nothing more and writes nothing by a request that began before',
  async (_, status) => {
    const { ask, member, device, shutOut, slowly } = await filled();
    const begun = [
      slowly('POST', '/_volym/invitations', { role: 'member' }),
      slowly('PUT', `/_volym/devices/${device}`, { role: 'member' }),
      slowly('POST', `${DATABASE}/_bulk_docs`, { docs: [{ _id: 'fresh' }] }),
      slowly('PUT', `${DATABASE}/fresh`, {}),
      slowly('POST', DATABASE, { _id: 'fresh' }),
    ];
    if (status === 401) await shutOut();
    else await ask('PUT', `/_volym/devices/${device}`, { role: 'reader' }, member);
    for (const send of begun) expect((await send()).status).toBe(status);
    expect((await ask('GET', '/_volym/invitations', undefined, member)).body).toEqual([]);
    expect((await ask('GET', `${DATABASE}/fresh`, undefined, member)).status).toBe(404);
  },
);

test('X18: the devices that stay are answered to the end', async () => {
  const { app, member, shutOut, write } = await filled();
  const headers = { authorization: `Bearer ${member}` };
  const { next, rest } = await taking(
    app.request(`${DATABASE}/_all_docs?include_docs=true`, { headers }),
  );
  const first = (await next()) as string;
  await shutOut();
  await write();
  const { rows } = JSON.parse(first + (await rest())) as { rows: object[] };
  expect(rows).toHaveLength(MANY + 1);
});
