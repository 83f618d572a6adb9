import { readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { houseOf } from '#server/couch/request.ts';
import { IS_LONG } from '#tests/factories/long-run.ts';
import { newData, start, stopAll } from './running.ts';

const open: Socket[] = [];
afterEach(() => {
  open.splice(0).forEach((socket) => socket.destroy());
  stopAll();
});

/** The most memory that a process has had (MB). */
const memoryOf = (pid: number | undefined): number =>
  Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;

/** Sends so many parts of a single byte, and never the end. */
const hold = async (port: number, parts: number): Promise<void> => {
  const socket = connect(port, '127.0.0.1');
  open.push(socket);
  socket.on('error', () => undefined);
  socket.write(
    `POST /_volym/join HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nTransfer-Encoding: chunked\r\n\r\n`,
  );
  const written = Promise.withResolvers<void>();
  socket.write('1\r\n \r\n'.repeat(parts), () => written.resolve());
  await written.promise;
};

if (IS_LONG)
  test('X9: a body in pieces of a byte costs what its bytes do, whoever sends it', async () => {
    const server = await start(newData());
    const before = memoryOf(server.child.pid);
    await Promise.all(Array.from({ length: 40 }, () => hold(server.port, 10_000)));
    for (let asked = 0; asked < 3; asked += 1)
      expect((await fetch(`${server.url}/_up`)).status).toBe(200);
    // 400 kB were sent; kept apart they took 198 MB.
    expect(memoryOf(server.child.pid) - before).toBeLessThan(100);
  });

test.each([
  ['2a01:7c8:aab0:1:9::1', '2a01:7c8:aab0:1'],
  ['2a01:7c8::9:1:1:1', '2a01:7c8:0:0'],
  ['2A01:07C8::a:1:1:1', '2a01:7c8:0:0'],
  ['2a01::1', '2a01:0:0:0'],
  ['::1', '0:0:0:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
  ['::ffff:192.0.2.7', '::ffff:192.0.2.7'],
  ['192.0.2.7', '192.0.2.7'],
])('X9: the house of %s is %s', (address, house) => expect(houseOf(address)).toBe(house));
