import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { newcomer, WORKSPACE } from '../let-in.ts';
import { newData, start, stopAll } from '../running.ts';

const upstreams: Server[] = [];
const open: Socket[] = [];

const letGo = (): void => open.splice(0).forEach((socket) => void socket.destroy());

afterEach(() => {
  letGo();
  for (const server of upstreams.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
  stopAll();
});

const LARGE = JSON.stringify({ assets: ['x'.repeat(7_900_000)] });

/** Stands in Apple's place: what is asked for is large, what is given has a short answer. */
const upstream = async (): Promise<string> => {
  const server = createServer((request, response) => {
    request.resume();
    response.setHeader('content-type', 'application/json');
    response.end(request.method === 'GET' ? LARGE : '{"eventId":"e"}');
  }).listen(0, '127.0.0.1');
  upstreams.push(server);
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

/**
 * A server process before it with a device in it, which takes no more than the head of what it asks
 * for.
 */
const relaying = async () => {
  const server = await start(newData(), 0, [], { APPLE_RELAY: 'on', APPLE_BASE: await upstream() });
  const [device, credential] = newcomer();
  const given = { workspace: WORKSPACE, device, credential, secret: server.setUp };
  const headers = { 'content-type': 'application/json' };
  await fetch(`${server.url}/_volym/set-up`, {
    method: 'POST',
    headers,
    body: JSON.stringify(given),
  });
  const headOf = async (): Promise<string> => {
    const socket = connect(server.port, '127.0.0.1').on('error', () => undefined);
    open.push(socket);
    const head = once(socket, 'data').finally(() => socket.pause());
    const lines = [
      `Host: 127.0.0.1:${server.port}`,
      `Authorization: Bearer ${device}.${credential}`,
      'X-Content-Token: dG9rZW4=',
    ];
    socket.write(`GET /_apple/assets HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
    return String((await head)[0]);
  };
  const give = (): Promise<Response> =>
    fetch(`${server.url}/_apple/assets/associate`, {
      method: 'POST',
      headers: {
        ...headers,
        authorization: `Bearer ${device}.${credential}`,
        'x-content-token': 'dG9rZW4=',
      },
      body: JSON.stringify({
        assets: [{ adamId: '900000000003' }],
        serialNumbers: ['FAKESER0900'],
      }),
    });
  return { headOf, give };
};

test('B7: of Apple’s answers that nobody takes no more are held than there is room for, and what is let go of is free', async () => {
  const { headOf, give } = await relaying();
  const heads: string[] = [];
  for (let at = 0; at < 12; at += 1) heads.push(await headOf());
  // Eight of them are the 64 MB that each may have.
  expect(heads.map((head) => head.slice(9, 12))).toEqual([
    ...Array.from({ length: 8 }, () => '200'),
    ...Array(4).fill('503'),
  ]);
  expect(heads[8]).toMatch(/^retry-after: 5\r$/im);
  // What Apple did is reported all the same.
  expect(await (await give()).json()).toEqual({ eventId: 'e' });
  letGo();
  await expect.poll(headOf).toContain('HTTP/1.1 200 ');
});
