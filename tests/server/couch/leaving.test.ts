import { getRequestListener } from '@hono/node-server';
import memory from 'pouchdb-adapter-memory';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, get, type ClientRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { refusalOf } from '#server/couch/refusals.ts';
import { openSeats } from '#server/couch/seats.ts';
import { storeInFolder, storeInMemory } from '#server/couch/store.ts';
import { openWaiting } from '#server/couch/waiting.ts';
import { newData, start, stopAll } from '../running.ts';
import { endpoint } from './endpoint.ts';

const closing: (() => unknown)[] = [stopAll];
afterEach(async () => {
  for (const close of closing.splice(1).reverse()) await close();
  stopAll();
});

const PATIENT = { timeout: 60_000, interval: 20 };

test.each(['', '&heartbeat=250'])(
  'X8: a place is free again when who waited is gone without a word (%s)',
  async (more) => {
    const seats = openSeats(5, 1);
    let taken = (): void => undefined;
    const sits = new Promise<void>((resolve) => (taken = resolve));
    const take: typeof seats.take = (...who) => {
      taken();
      return seats.take(...who);
    };
    const { app, ask, close } = endpoint(undefined, storeInMemory(memory), { ...seats, take });
    const server = createServer(getRequestListener(app.fetch));
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    closing.push(
      close,
      () => server.closeAllConnections(),
      () => server.close(),
    );
    const { port } = server.address() as AddressInfo;
    const poll = (): ClientRequest =>
      get(`http://127.0.0.1:${port}/w/_changes?feed=longpoll&since=now${more}`).on(
        'error',
        () => undefined,
      );
    const status = async () =>
      (await ask('GET', '/w/_changes?feed=longpoll&since=0&timeout=1')).status;
    const waits = poll();
    await sits;
    expect(await status()).toBe(429);
    waits.destroy();
    await expect.poll(status, PATIENT).toBe(200);
  },
);

test('X8: a deleted database that is in use is no longer found, and goes when it is released', async () => {
  const store = await storeInFolder(mkdtempSync(join(tmpdir(), 'volym-store-')));
  closing.push(() => store.close());
  store.make('w');
  const database = store.open('w');
  const giveBack = [store.hold('w'), store.hold('w')];
  let isGone = false;
  const removed = store.remove('w').then(() => (isGone = true));
  expect([store.open('w'), store.make('w')]).toEqual([undefined, false]);
  giveBack[0]?.();
  expect(await database?.put({ _id: 'a' })).toMatchObject({ ok: true });
  expect(isGone).toBe(false);
  giveBack[1]?.();
  await removed;
  expect([store.names(), store.make('w')]).toEqual([[], true]);
  expect((await store.open('w')?.info())?.doc_count).toBe(0);
});

test('X8: a database that could not be deleted is found again, and one of its name may be made', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'volym-store-'));
  const store = await storeInFolder(folder);
  closing.push(() => store.close());
  store.make('w');
  await store.open('w')?.put({ _id: 'a' });
  // A folder that cannot be renamed to that of a deleted database.
  rmSync(join(folder, 'w'), { recursive: true });
  await expect(store.remove('w')).rejects.toThrow('ENOENT');
  expect(store.make('w')).toBe(true);
  expect((await store.open('w')?.info())?.doc_count).toBe(0);
});

/** As a name and as a folder, in which each slash is three characters long. */
const nameOfFolder = (length: number): string => `a${'/'.repeat(61)}${'b'.repeat(length - 184)}`;

test('X8: the longest name of a database that fits on the disk is deleted again, and none is longer', async () => {
  const { ask, store, close } = endpoint(
    undefined,
    await storeInFolder(mkdtempSync(join(tmpdir(), 'volym-store-'))),
  );
  closing.push(close);
  const [longest, longer, longestOfAll] = [
    nameOfFolder(247),
    nameOfFolder(248),
    `a${'/'.repeat(127)}`,
  ];
  expect(await ask('PUT', `/${encodeURIComponent(longest)}`)).toEqual({
    status: 201,
    body: { ok: true },
  });
  expect((await ask('PUT', `/${encodeURIComponent(longest)}/a`, {})).status).toBe(201);
  for (const name of [longer, longestOfAll]) {
    const made = await ask('PUT', `/${encodeURIComponent(name)}`);
    expect(made).toMatchObject({ status: 400, body: { error: 'illegal_database_name' } });
    expect((await ask('DELETE', `/${encodeURIComponent(name)}`)).status).toBe(404);
  }
  expect((await ask('DELETE', `/${encodeURIComponent(longest)}`)).status).toBe(200);
  expect(store.names()).toEqual(['w']);
});

test('X8: a request that was let in is answered whole, though its database is deleted meanwhile', async () => {
  const { app, ask, close } = endpoint();
  closing.push(close);
  let body: ReadableStreamDefaultController<Uint8Array> | undefined;
  const slow = new ReadableStream<Uint8Array>({ start: (controller) => void (body = controller) });
  const asked = app.request('http://e/w/a', {
    method: 'PUT',
    body: slow,
    duplex: 'half',
  } as RequestInit);
  let isDeleted = false;
  const deleted = ask('DELETE', '/w').then(({ status }) => {
    isDeleted = true;
    return status;
  });
  expect((await ask('GET', '/w')).status).toBe(404);
  expect(isDeleted).toBe(false);
  body?.enqueue(new TextEncoder().encode('{"x":1}'));
  body?.close();
  expect((await asked).status).toBe(201);
  expect(await deleted).toBe(200);
});

test('X8: nobody begins to wait for a database that goes', async () => {
  const store = storeInMemory(memory);
  closing.push(() => store.close());
  store.make('w');
  const database = store.open('w');
  const waiting = openWaiting();
  if (database === undefined) throw new Error('it was made');
  const before = waiting.forChange(database, 60_000, new AbortController().signal);
  waiting.forget(database);
  expect(await before.woken).toBe(false);
  expect(await waiting.forChange(database, 60_000, new AbortController().signal).woken).toBe(false);
});

test('X8: databases are deleted while they are read, written and waited for, and the server lives on', async () => {
  const server = await start(newData());
  const docs = Array.from({ length: 200 }, (_, at) => ({ _id: `d${at}`, x: 'x'.repeat(500) }));
  for (let round = 0; round < 4; round += 1) {
    expect((await server.ask('PUT', '/team')).status).toBe(201);
    await server.ask('POST', '/team/_bulk_docs', { docs });
    const asked = [
      '_changes?include_docs=true&style=all_docs',
      '_all_docs?include_docs=true',
      'd1?revs=true',
      '',
      '_changes?feed=longpoll&since=now',
      '_changes?feed=longpoll&since=now&heartbeat=250',
    ].flatMap((path) => Array.from({ length: 5 }, () => server.ask('GET', `/team/${path}`)));
    const writing = Array.from({ length: 5 }, (_, at) =>
      server.ask('PUT', `/team/n${at}`, { x: 1 }),
    );
    const deleted = server.ask('DELETE', '/team');
    const answers = await Promise.allSettled([...asked, ...writing]);
    expect((await deleted).status).toBe(200);
    const statuses = answers.flatMap((answer) =>
      answer.status === 'fulfilled' ? [answer.value.status] : [],
    );
    expect(statuses.filter((status) => ![200, 201, 404].includes(status))).toEqual([]);
    expect((await server.ask('GET', '/team')).status).toBe(404);
  }
  expect(server.child.exitCode).toBeNull();
});

test('X8: a client in the middle of a read when the server is stopped is told to come again: that is no fault', async () => {
  const { store, close } = endpoint();
  const database = store.open('w');
  await close();
  const thrown = await database?.info().catch((error: unknown) => error);
  expect(refusalOf(thrown)).toMatchObject({ status: 503, error: 'service_unavailable' });
});
