import { connect, type Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { openRoom } from '#server/couch/room.ts';
import { BASIC, newData, start, stopAll } from './running.ts';

const open: Socket[] = [];
afterEach(() => {
  open.splice(0).forEach((socket) => socket.destroy());
  stopAll();
});

type Server = Awaited<ReturnType<typeof start>>;

/** The head of an answer of which nothing more is taken, asked so often on one connection. */
const headOf = async ({ port }: Server, path: string, times = 1): Promise<string> => {
  const socket = connect(port, '127.0.0.1');
  open.push(socket);
  socket.on('error', () => undefined);
  const head = Promise.withResolvers<string>();
  socket.once('data', (bytes) => {
    socket.pause();
    head.resolve(bytes.toString('latin1'));
  });
  socket.write(
    `GET /db/plain/${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAuthorization: ${BASIC}\r\n\r\n`.repeat(
      times,
    ),
  );
  return head.promise;
};

const letGo = (): void => open.splice(0).forEach((socket) => void socket.destroy());

const LARGE = 7_900_000;

/** A server with a document so large. */
const withDocument = async (size: number): Promise<Server> => {
  const server = await start(newData());
  await server.ask('PUT', '/plain');
  const docs = [{ _id: 'd', _rev: '1-a', x: 'x'.repeat(size) }];
  expect((await server.ask('POST', '/plain/_bulk_docs', { docs, new_edits: false })).status).toBe(
    201,
  );
  return server;
};

const PATHS = ['d', 'd?open_revs=all', '_all_docs?include_docs=true', '_changes?include_docs=true'];

test.each(PATHS)(
  'X8: of answers that nobody takes no more are held than there is room for, and what is let go of is free (%s)',
  async (path) => {
    const server = await withDocument(LARGE);
    const heads = await Promise.all(Array.from({ length: 12 }, () => headOf(server, path)));
    const refused = heads.filter((head) => head.startsWith('HTTP/1.1 503 '));
    // Eight of them are the 64 MB that each may have.
    expect(refused).toHaveLength(4);
    for (const head of refused) {
      expect(head).toMatch(/^retry-after: 5\r$/im);
      expect(head).not.toMatch(/^etag:/im);
      expect(head).toContain('"error":"service_unavailable"');
    }
    expect((await fetch(`${server.url}/_up`)).status).toBe(200);
    letGo();
    await expect.poll(() => headOf(server, path)).toContain('HTTP/1.1 200 ');
  },
);

test('X8: answers that wait behind another on one connection are counted, and free when it is cut', async () => {
  const server = await withDocument(LARGE);
  expect(await headOf(server, 'd', 12)).toContain('HTTP/1.1 200 ');
  await expect.poll(() => headOf(server, 'd')).toContain('HTTP/1.1 503 ');
  letGo();
  await expect.poll(() => headOf(server, 'd')).toContain('HTTP/1.1 200 ');
});

/** Asks on a connection that is cut at the first byte of the answer. */
const cutAtOnce = async ({ port }: Server, path: string): Promise<void> => {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  const cut = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  socket.once('data', () => socket.resetAndDestroy());
  socket.write(
    `GET /db/plain/${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAuthorization: ${BASIC}\r\n\r\n`,
  );
  await cut;
};

test('X8: what comes for a long-poll that was cut takes no room', async () => {
  const server = await withDocument(LARGE);
  const path = '_changes?feed=longpoll&heartbeat=60000&include_docs=true&since=';
  // More of them than the 64 MB that each may have, one after the other.
  for (let at = 0; at < 12; at += 1) {
    await cutAtOnce(server, `${path}0`);
    // Answered when what was read for the one before has come.
    await headOf(server, 'd');
    letGo();
  }
  await expect.poll(() => headOf(server, 'd')).toContain('HTTP/1.1 200 ');
});

test('X8: thirty-two answers of two thousand kilobytes at once are none too many, time after time', async () => {
  const server = await withDocument(1_990_000);
  for (let round = 0; round < 2; round += 1) {
    const asked = Array.from({ length: 32 }, () => server.ask('GET', '/plain/d'));
    for (const { status } of await Promise.all(asked)) expect(status).toBe(200);
  }
});

test('X8: an answer counts as much as is held of it now, and nothing once it is gone', () => {
  const room = openRoom(10, 15, { small: 0, kept: 0 });
  const [one, other] = [room.placeOf('a'), room.placeOf('b')];
  expect([one.hold(6), one.hold(9), other.hold(7), one.hold(8), other.hold(7)]).toEqual([
    true,
    true,
    false,
    true,
    true,
  ]);
  expect([one.hold(9), one.fits(1), other.hold(5), one.hold(10)]).toEqual([
    false,
    false,
    true,
    true,
  ]);
  one.leave();
  expect([one.hold(1), one.hold(0), one.take(1)]).toEqual([false, false, false]);
  // One that is larger than what each may have goes out where nothing else is on the way.
  expect(room.placeOf('c').hold(50)).toBe(true);
  expect(room.placeOf('c').hold(1)).toBe(false);
});
