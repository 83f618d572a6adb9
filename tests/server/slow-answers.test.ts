import { getRequestListener } from '@hono/node-server';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { afterEach, expect, test, vi } from 'vitest';
import { watchTaking } from '#server/couch/answers/slow-answer.ts';
import { closeAll, DATABASE, open } from './let-in.ts';

const servers: Server[] = [];
afterEach(async () => {
  vi.useRealTimers();
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
  await closeAll();
});

const LARGE = 7_900_000;

/** Two minutes, and as long as the document takes at 8 kB/s. */
const TIME_MS = 120_000 + LARGE / 8;

const fakeTime = () => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });

/**
 * The server's end of a connection on which a device asks and takes no more than the head of the
 * answer.
 */
const asked = async (path: string): Promise<Socket> => {
  const { app, ask, setUp } = open();
  const credential = await setUp();
  const docs = [{ _id: 'd', _rev: '1-a', x: 'x'.repeat(LARGE) }];
  expect(
    (await ask('POST', `${DATABASE}/_bulk_docs`, { docs, new_edits: false }, credential)).status,
  ).toBe(201);
  const server = createServer(getRequestListener(app.fetch)).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  fakeTime();
  const { port } = server.address() as AddressInfo;
  const client = connect(port, '127.0.0.1').on('error', () => undefined);
  const head = once(client, 'data').finally(() => client.pause());
  const [theirs] = (await once(server, 'connection')) as [Socket];
  client.write(
    `GET ${DATABASE}/${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAuthorization: Bearer ${credential}\r\n\r\n`,
  );
  // The adapter to Node waits a moment for what a list has at once; nothing is over by that.
  while (!client.isPaused()) await vi.advanceTimersByTimeAsync(0);
  expect(String(await head)).toContain('HTTP/1.1 200 ');
  return theirs;
};

test.each(['d', 'd?open_revs=all', '_all_docs?include_docs=true', '_changes?include_docs=true'])(
  'X8: an answer that nobody takes is held as long as a body of its size may come, and no longer (%s)',
  async (path) => {
    const connection = await asked(path);
    await vi.advanceTimersByTimeAsync(TIME_MS - 10_000);
    expect(connection.destroyed).toBe(false);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(connection.destroyed).toBe(true);
  },
);

/** After how long (ms) pieces that are taken so fast are cut off; undefined while they are not. */
const cutAfter = async (pieces: readonly (readonly [bytes: number, takenInMs: number])[]) => {
  fakeTime();
  const begun = performance.now();
  let after: number | undefined;
  const taking = watchTaking(() => void (after ??= performance.now() - begun));
  for (const [bytes, takenInMs] of pieces) {
    taking.held(bytes, bytes);
    await vi.advanceTimersByTimeAsync(takenInMs);
  }
  taking.over();
  await vi.advanceTimersByTimeAsync(10_000_000);
  return after;
};

const times = (count: number, bytes: number, ms: number) =>
  Array.from({ length: count }, () => [bytes, ms] as const);

test('X8: a list is taken as slowly as a body may come, however long it is, and not more slowly', async () => {
  expect(await cutAfter(times(1_000, 64_000, 8_000))).toBeUndefined();
  // What comes after a long-poll has waited, saying that it lives, has its whole time and half of
  // that of waiting.
  expect(await cutAfter([...times(60, 1, 1_000), [LARGE, TIME_MS - 61_000]])).toBeUndefined();
  // Four seconds of the two minutes with each.
  expect(await cutAfter(times(1_000, 64_000, 12_000))).toBeLessThan(400_000);
  expect(await cutAfter([...times(1_000, 64_000, 1_000), ...times(1, 64_000, 10_000_000)])).toBe(
    1_000_000 + 128_000,
  );
});

test('X8: nothing is held longer than the longest that a body may take', async () => {
  expect(await cutAfter(times(1, 32_000_000, 10_000_000))).toBe(1_230_000);
});
