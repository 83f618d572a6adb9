import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BASIC, newData, start, stopAll } from './running.ts';

let server: Awaited<ReturnType<typeof start>>;
beforeAll(async () => {
  server = await start(newData());
  await server.ask('PUT', '/plain');
});
afterAll(stopAll);

/** Says that a body comes, sends the beginning of it, and is gone without a word. */
const cutOff = async (head: string, body: string): Promise<void> => {
  const { hostname, port, host } = new URL(server.url);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  socket.write(
    `${head}\r\nHost: ${host}\r\nAuthorization: ${BASIC}\r\nContent-Type: application/json\r\n`,
  );
  socket.write(body);
  // So that the server is in the middle of reading it.
  await server.ask('GET', '/plain');
  socket.resetAndDestroy();
  await once(socket, 'close');
};

const WITH_LENGTH = 'Content-Length: 1000\r\n\r\n{"docs":[';
const CHUNKED = 'Transfer-Encoding: chunked\r\n\r\n9\r\n{"docs":[\r\n';

test.each(
  [
    'POST /db/plain/_bulk_docs',
    'PUT /db/plain/a',
    'PUT /db/plain/a/a.txt',
    'PUT /db/plain/_local/a',
    'POST /db/_session',
  ]
    .flatMap((asked) => [WITH_LENGTH, CHUNKED].map((body) => [asked, body] as const))
    // With a length its body is left unread.
    .concat([['POST /_volym/set-up', CHUNKED]]),
)(
  'X8: an upload that is cut off in the middle is no fault in the log of the server (%s, %j)',
  async (asked, body) => {
    const before = server.printed();
    await cutOff(`${asked} HTTP/1.1`, body);
    // By then it has noticed.
    for (let at = 0; at < 3; at += 1) expect((await server.ask('GET', '/plain')).status).toBe(200);
    expect(server.printed().slice(before.length)).toBe('');
  },
);
