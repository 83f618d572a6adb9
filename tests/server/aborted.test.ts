import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BASIC, newData, start, stopAll } from './running.ts';

let server: Awaited<ReturnType<typeof start>>;
beforeAll(async () => {
  server = await start(newData(), 0, [], { APPLE_RELAY: 'on', APPLE_BASE: 'http://127.0.0.1:9' });
  await server.ask('PUT', '/plain');
  const docs = Array.from({ length: 3_000 }, (_, at) => ({ _id: `d${at}`, x: 'x'.repeat(2_000) }));
  await server.ask('POST', '/plain/_bulk_docs', { docs });
});
afterAll(stopAll);

const JSON_BODY = 'Content-Type: application/json\r\n';

/** What is sent, and after how many bytes of the answer the client is gone. */
const ABORTED: readonly (readonly [string, string, number])[] = [
  [
    'a long list that is not read to its end',
    'GET /db/plain/_all_docs?include_docs=true HTTP/1.1\r\n\r\n',
    100_000,
  ],
  [
    'changes that are not read to their end',
    'GET /db/plain/_changes?include_docs=true HTTP/1.1\r\n\r\n',
    100_000,
  ],
  ['a long-poll', 'GET /db/plain/_changes?feed=longpoll&since=now HTTP/1.1\r\n\r\n', 0],
  [
    'a long-poll with a heart',
    'GET /db/plain/_changes?feed=longpoll&since=now&heartbeat=250 HTTP/1.1\r\n\r\n',
    1,
  ],
  ['a file', 'GET /_app/immutable/entry/start.AbC1.js HTTP/1.1\r\n\r\n', 0],
  ['a head that is not whole', 'GET /db/plain HTTP/1.1\r\nAccept: ', 0],
  ['a head that is none', '\u0000\u0001\r\n\r\n', 0],
  [
    'a bulk',
    `POST /db/plain/_bulk_docs HTTP/1.1\r\n${JSON_BODY}Content-Length: 1000\r\n\r\n{"docs":[`,
    0,
  ],
  [
    'a bulk in pieces',
    `POST /db/plain/_bulk_docs HTTP/1.1\r\n${JSON_BODY}Transfer-Encoding: chunked\r\n\r\n9\r\n{"docs":[\r\n`,
    0,
  ],
  [
    'a piece of another length',
    `POST /db/plain/_bulk_docs HTTP/1.1\r\n${JSON_BODY}Transfer-Encoding: chunked\r\n\r\nzz\r\n`,
    0,
  ],
  ['a device that comes in', 'POST /_volym/set-up HTTP/1.1\r\nContent-Length: 1000\r\n\r\n{', 0],
  [
    'a device that comes in, in pieces',
    'POST /_volym/join HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{\r\n',
    0,
  ],
  ['a body for a page', 'POST /credit HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{\r\n', 0],
  [
    'a call for Apple',
    `POST /_apple/client/config HTTP/1.1\r\n${JSON_BODY}Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n`,
    0,
  ],
  [
    'a session',
    `POST /db/_session HTTP/1.1\r\n${JSON_BODY}Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n`,
    0,
  ],
  [
    'an attachment',
    'PUT /db/plain/a/a.txt HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{\r\n',
    0,
  ],
  ['the greeting', 'GET /db/ HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{\r\n', 0],
  [
    'a body for the greeting',
    'POST /db/ HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{\r\n',
    0,
  ],
  [
    'a body that is too large',
    `PUT /db/plain/_local/volym-a HTTP/1.1\r\n${JSON_BODY}Transfer-Encoding: chunked\r\n\r\n2000\r\n${' '.repeat(8192)}\r\n`,
    0,
  ],
  [
    'several requests in a row',
    'GET /db/plain HTTP/1.1\r\n\r\n' +
      `GET /db/plain HTTP/1.1\r\nHost: a\r\nAuthorization: ${BASIC}\r\n\r\n`.repeat(20),
    0,
  ],
  ['many leaves', 'GET /db/plain/d1?open_revs=all HTTP/1.1\r\n\r\n', 0],
  [
    'another protocol',
    'GET /db/plain HTTP/1.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
    0,
  ],
  [
    'a body that waits to be asked for',
    `POST /db/plain/_bulk_docs HTTP/1.1\r\n${JSON_BODY}Expect: 100-continue\r\nContent-Length: 1000\r\n\r\n`,
    0,
  ],
  ['a body that nobody wants', 'GET /credit HTTP/1.1\r\nContent-Length: 1000\r\n\r\n{', 0],
];

const sendAndGo = async (
  text: string,
  after: number,
  go: (socket: Socket) => void,
): Promise<void> => {
  const { hostname, port, host } = new URL(server.url);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  let bytes = 0;
  const enough = new Promise<void>((resolve) => {
    socket.on('close', () => resolve());
    socket.on('data', (chunk) => (bytes += chunk.length) >= after && resolve());
  });
  socket.write(text.replace('\r\n', `\r\nHost: ${host}\r\nAuthorization: ${BASIC}\r\n`));
  // So that the server is in the middle of it.
  await server.ask('GET', '/plain');
  if (after > 0) await enough;
  go(socket);
  if (!socket.destroyed) await once(socket, 'close');
};

test('X8: what ends in the middle for a reason of the server writes a line at most', async () => {
  await server.ask('PUT', '/gone');
  const docs = Array.from({ length: 3_000 }, (_, at) => ({ _id: `d${at}`, x: 'x'.repeat(2_000) }));
  await server.ask('POST', '/gone/_bulk_docs', { docs });
  const before = server.printed();
  const answer = await fetch(`${server.url}/db/gone/_all_docs?include_docs=true`, {
    headers: { authorization: BASIC },
  });
  expect((await server.ask('DELETE', '/gone')).status).toBe(200);
  await expect(answer.text()).rejects.toThrow();
  for (let at = 0; at < 3; at += 1) expect((await server.ask('GET', '/plain')).status).toBe(200);
  const printed = server.printed().slice(before.length);
  expect(printed).not.toMatch(/^\s+at /m);
  expect(printed.split('\n').filter((line) => line !== '').length).toBeLessThanOrEqual(1);
});

test.each(
  ABORTED.flatMap((aborted) => [['reset', ...aborted] as const, ['closed', ...aborted] as const]),
)(
  'X8: a request that is %s in the middle writes a line at most: %s',
  async (how, _, text, after) => {
    const before = server.printed();
    await sendAndGo(
      text,
      after,
      (socket) => void (how === 'reset' ? socket.resetAndDestroy() : socket.destroy()),
    );
    // By then it has noticed.
    for (let at = 0; at < 3; at += 1) expect((await server.ask('GET', '/plain')).status).toBe(200);
    const printed = server.printed().slice(before.length);
    expect(printed).not.toMatch(/^\s+at /m);
    expect(printed.split('\n').filter((line) => line !== '').length).toBeLessThanOrEqual(1);
  },
);
