import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { openRoom, ROOM_ALL, ROOM_EACH } from '#server/couch/room.ts';
import { IS_LONG, someOf } from '#tests/factories/long-run.ts';
import { newData, start, stopAll } from './running.ts';

const MB = 1024 * 1024;
const HELD = 31 * MB;
const open: Socket[] = [];
afterEach(() => {
  open.splice(0).forEach((socket) => socket.destroy());
  stopAll();
});

type Device = { readonly authorization: string; readonly database: string };

/** A server with devices of one workspace. */
const withDevices = async (count: number) => {
  const server = await start(newData());
  const post = async (path: string, body: object, headers: Record<string, string> = {}) =>
    (await (
      await fetch(`${server.url}/_volym${path}`, {
        method: 'POST',
        body: JSON.stringify(body),
        headers,
      })
    ).json()) as Record<string, string>;
  const newcomer = () => ({
    device: randomUUID(),
    credential: randomBytes(32).toString('base64url'),
  });
  const first = newcomer();
  const workspace = randomUUID();
  await post('/set-up', { secret: server.setUp, workspace, ...first });
  const known = ({ device, credential }: ReturnType<typeof newcomer>): Device => ({
    authorization: `Bearer ${device}.${credential}`,
    database: `w-${workspace}`,
  });
  const devices = [known(first)];
  while (devices.length < count) {
    const own = newcomer();
    const { invitation } = await post(
      '/invitations',
      { role: 'member' },
      { authorization: known(first).authorization },
    );
    await post('/join', { invitation, ...own });
    devices.push(known(own));
  }
  return { server, devices };
};

type Server = Awaited<ReturnType<typeof start>>;

/** The end of a body that is held back, and how it is let go of. */
type Held = { readonly answer: Promise<string>; readonly sent: Promise<void>; gone(): void };

/**
 * Sends all of a large body but its end. The answer is what comes before that; it stops sending
 * then.
 */
const hold = (server: Server, { authorization, database }: Device, chunked: boolean): Held => {
  const socket = connect(server.port, '127.0.0.1');
  open.push(socket);
  const [answered, sent] = [Promise.withResolvers<string>(), Promise.withResolvers<void>()];
  const { host } = new URL(server.url);
  const length = chunked ? 'Transfer-Encoding: chunked' : `Content-Length: ${HELD + 1}`;
  socket.write(
    `POST /db/${database}/_bulk_docs HTTP/1.1\r\nHost: ${host}\r\nAuthorization: ${authorization}\r\n`,
  );
  socket.write(`Content-Type: application/json\r\n${length}\r\n\r\n`);
  const piece = Buffer.alloc(MB, ' ');
  const framed = chunked
    ? Buffer.concat([Buffer.from(`${MB.toString(16)}\r\n`), piece, Buffer.from('\r\n')])
    : piece;
  let text = '';
  let left = HELD / MB;
  const more = (): void => {
    while (left > 0 && text === '' && !socket.destroyed) {
      left -= 1;
      if (!socket.write(framed)) return void socket.once('drain', more);
    }
    if (left === 0) sent.resolve();
  };
  socket.on('data', (chunk) => {
    text += chunk.toString('latin1');
    if (text.includes('\r\n\r\n')) answered.resolve(text);
    sent.resolve();
  });
  // Cut while it still sends: what was answered before that counts.
  socket.on('error', () => undefined);
  socket.on('close', () => {
    answered.resolve(text);
    sent.resolve();
  });
  more();
  return { answer: answered.promise, sent: sent.promise, gone: () => socket.destroy() };
};

/** The most that it had (MB), where the system tells. */
const memoryOf = ({ child }: Server): number =>
  !existsSync('/proc/self/status')
    ? 0
    : Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) /
      1024;

const writes = (server: Server, { authorization, database }: Device): Promise<number> =>
  server
    .ask('POST', `/${database}/_bulk_docs`, { docs: [] }, { authorization })
    .then(({ status }) => status);

/** How many were refused once all have sent, or been refused. */
const refusedOf = async (all: readonly Held[]): Promise<string[]> => {
  await Promise.all(all.map(({ sent }) => sent));
  const none = Promise.resolve('');
  const answers = await Promise.all(all.map(({ answer }) => Promise.race([answer, none])));
  return answers.filter((answer) => answer !== '');
};

describe('X8: bodies that are held open', () => {
  const BODIES = [
    ['without a length', true],
    ['with a length', false],
  ] as const;

  test.each(someOf(BODIES, BODIES.length))(
    'X8: one device holds no more than its room (%s), the others write on, and what it lets go of is free again',
    async (_, chunked) => {
      const { server, devices } = await withDevices(2);
      const [greedy, other] = devices as [Device, Device];
      const all = Array.from({ length: 40 }, () => hold(server, greedy, chunked));
      const most = Math.floor(ROOM_EACH / HELD);
      await expect
        .poll(async () => (await refusedOf(all)).length)
        .toBeGreaterThanOrEqual(40 - most);
      for (const answer of await refusedOf(all)) {
        expect(answer).toMatch(/^HTTP\/1\.1 503 /);
        expect(answer).toMatch(/^retry-after: 5\r$/im);
        expect(answer).toContain('"error":"service_unavailable"');
      }
      expect(await writes(server, other)).toBe(201);
      expect(memoryOf(server)).toBeLessThan(600);
      all.forEach(({ gone }) => gone());
      await expect
        .poll(async () => (await refusedOf([hold(server, greedy, false)])).length)
        .toBe(0);
    },
  );

  if (IS_LONG)
    test('X8: all devices together hold no more than the room that there is', async () => {
      const count = ROOM_ALL / ROOM_EACH + 1;
      const { server, devices } = await withDevices(count);
      const each = ROOM_EACH / HELD;
      const all = devices.flatMap((device) =>
        Array.from({ length: Math.floor(each) }, () => hold(server, device, true)),
      );
      const most = Math.floor(ROOM_ALL / HELD);
      await expect
        .poll(async () => (await refusedOf(all)).length)
        .toBeGreaterThanOrEqual(all.length - most);
      expect(memoryOf(server)).toBeLessThan(900);
      expect((await fetch(`${server.url}/_up`)).status).toBe(200);
    });
});

test('X8: room is counted for each and in all, and given back whole', () => {
  const room = openRoom(10, 25, { small: 0, kept: 0 });
  const [first, second] = [room.placeOf('a'), room.placeOf('a')];
  expect([first.take(6), second.take(5), second.take(4), first.fits(1)]).toEqual([
    true,
    false,
    true,
    false,
  ]);
  expect([
    room.placeOf('b').take(10),
    room.placeOf('c').take(6),
    room.placeOf('c').take(5),
  ]).toEqual([true, false, true]);
  first.leave();
  first.leave();
  expect([second.fits(7), second.take(6), second.fits(0)]).toEqual([false, true, true]);
  second.leave();
  expect(room.placeOf('a').take(10)).toBe(true);
});

test('X9: a device that sends little finds room when four have filled it', () => {
  const room = openRoom(10, 20, { small: 2, kept: 3 });
  for (const who of ['a', 'b']) expect(room.placeOf(who).take(10)).toBe(true);
  expect([room.placeOf('c').take(3), room.placeOf('c').take(2), room.placeOf('a').take(1)]).toEqual(
    [false, true, false],
  );
  // What is kept for small ones is bounded, too.
  expect([room.placeOf('d').take(2), room.placeOf('d').take(1)]).toEqual([false, true]);
});
