import { readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { IS_LONG, someOf } from '#tests/factories/long-run.ts';
import { closeAll, DATABASE, open as openServer } from './let-in.ts';
import { newData, start, stopAll } from './running.ts';

const open: Socket[] = [];
afterEach(async () => {
  open.splice(0).forEach((socket) => socket.destroy());
  stopAll();
  await closeAll();
});

/** The most memory that a process has had (MB). */
const memoryOf = (pid: number | undefined): number =>
  Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;

/** A body past the first bytes that there is room for at once, whose end does not come. */
const SOME = 4_200;

/** Sends the beginning of a body, and answers what comes back for it. */
const hold = async (port: number, told: (answer: string) => void): Promise<void> => {
  const socket = connect(port, '127.0.0.1');
  open.push(socket);
  socket.on('error', () => undefined);
  socket.once('data', (bytes) => told(bytes.toString('latin1')));
  socket.write(
    `POST /_volym/join HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Length: ${SOME + 1}\r\n\r\n`,
  );
  const written = Promise.withResolvers<void>();
  socket.write(' '.repeat(SOME), () => written.resolve());
  await written.promise;
};

if (IS_LONG)
  test('X9: of small bodies that one address holds open there are so many at most, and each costs little', async () => {
    const server = await start(newData());
    const before = memoryOf(server.child.pid);
    const answers: string[] = [];
    for (let round = 0; round < 20; round += 1)
      await Promise.all(
        Array.from({ length: 100 }, () => hold(server.port, (answer) => answers.push(answer))),
      );
    // Sixteen megabytes, of which an open body takes sixteen kilobytes beside its bytes.
    await expect
      .poll(() => answers.length, { timeout: 20_000 })
      .toBeGreaterThanOrEqual(2_000 - 820);
    // Where the machine is slow, the time of some that were held is over.
    for (const answer of answers) expect(answer).toMatch(/^HTTP\/1\.1 (?:503|408) /);
    expect((await fetch(`${server.url}/_up`)).status).toBe(200);
    // 8 MB were sent; with blocks of 64 kB for all of them it took 215.
    expect(memoryOf(server.child.pid) - before).toBeLessThan(170);
  });

/**
 * A body that begins and never ends, from an address; answers its status, once it is refused, or
 * that it was taken.
 */
const begin = async (
  app: ReturnType<typeof openServer>['app'],
  path: string,
  from: string,
): Promise<number> => {
  const taken = Promise.withResolvers<number>();
  let isFirst = true;
  const pull = (
    controller: ReadableStreamDefaultController<Uint8Array>,
  ): Promise<void> | undefined => {
    if (isFirst) {
      isFirst = false;
      return void controller.enqueue(new Uint8Array(1));
    }
    taken.resolve(0);
    return new Promise<void>(() => undefined);
  };
  const body = new ReadableStream({ pull }, { highWaterMark: 0 });
  const headers = { 'content-type': 'application/json', 'x-forwarded-for': from };
  const init = { method: 'POST', body, headers, duplex: 'half' } as RequestInit;
  const answer = Promise.resolve(app.request(path, init)).then(({ status }) => status);
  return Promise.race([taken.promise, answer]);
};

const PATHS = ['/_volym/join', '/_volym/set-up', '/_volym/devices', '/db/_session'];

test.each(someOf(PATHS, PATHS.length))(
  'X9: strangers who hold bodies open at %s, from however many addresses, take no room of the devices',
  async (path) => {
    const { app, ask, setUp } = openServer();
    const member = await setUp();
    const refused: number[] = [];
    for (let at = 0; at < 20; at += 1)
      for (let body = 0; body < 300; body += 1) {
        const status = await begin(app, path, `192.0.2.${at}`);
        if (status !== 0) refused.push(status);
      }
    expect(refused.length).toBeGreaterThan(0);
    expect(new Set(refused)).toEqual(new Set([503]));
    const docs = [{ _id: 'a', x: 'x'.repeat(7_000_000) }];
    expect((await ask('POST', `${DATABASE}/_bulk_docs`, { docs }, member)).status).toBe(201);
    expect(
      (await ask('POST', '/_volym/invitations', { role: 'member', keys: 'k' }, member)).status,
    ).toBe(201);
  },
);
