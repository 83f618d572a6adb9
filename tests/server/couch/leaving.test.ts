import { getRequestListener } from '@hono/node-server';
import memory from 'pouchdb-adapter-memory';
import { createServer, get, type ClientRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { openSeats } from '#server/couch/seats.ts';
import { storeInMemory } from '#server/couch/store.ts';
import { newData, start, stopAll } from '../running.ts';
import { endpoint } from './endpoint.ts';

const closing: (() => unknown)[] = [stopAll];
afterEach(async () => {
  for (const close of closing.splice(1).reverse()) await close();
  stopAll();
});

const PATIENT = { timeout: 20_000, interval: 20 };

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
    const { app, ask, close } = endpoint(undefined, storeInMemory(memory), { take });
    const server = createServer(getRequestListener(app.fetch));
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    closing.push(
      close,
      () => server.closeAllConnections(),
      () => server.close(),
    );
    const { port } = server.address() as AddressInfo;
    const poll = (): ClientRequest =>
      get(`http://127.0.0.1:${port}/w/_changes?feed=longpoll&since=now${more}`).on('error', () => undefined);
    const status = async () => (await ask('GET', '/w/_changes?feed=longpoll&since=0&timeout=1')).status;
    const waits = poll();
    await sits;
    expect(await status()).toBe(429);
    waits.destroy();
    await expect.poll(status, PATIENT).toBe(200);
  },
);

test('X8: databases are deleted while they are read, written and waited for, and the server lives on', async () => {
  const server = await start(newData());
  const docs = Array.from({ length: 200 }, (_, at) => ({ _id: `d${at}`, x: 'x'.repeat(500) }));
  for (let round = 0; round < 4; round += 1) {
    expect((await server.ask('PUT', '/team')).status).toBe(201);
    await server.ask('POST', '/team/_bulk_docs', { docs });
    const asked = [
      ...['_changes?include_docs=true&style=all_docs', '_all_docs?include_docs=true', 'd1?revs=true', ''],
      ...['_changes?feed=longpoll&since=now', '_changes?feed=longpoll&since=now&heartbeat=250'],
    ].flatMap((path) => Array.from({ length: 5 }, () => server.ask('GET', `/team/${path}`)));
    const writing = Array.from({ length: 5 }, (_, at) => server.ask('PUT', `/team/n${at}`, { x: 1 }));
    const deleted = server.ask('DELETE', '/team');
    const answers = await Promise.allSettled([...asked, ...writing]);
    expect((await deleted).status).toBe(200);
    const statuses = answers.flatMap((one) => (one.status === 'fulfilled' ? [one.value.status] : []));
    expect(statuses.filter((status) => ![200, 201, 404].includes(status))).toEqual([]);
    expect((await server.ask('GET', '/team')).status).toBe(404);
  }
  expect(server.child.exitCode).toBeNull();
});
