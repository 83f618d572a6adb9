import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { Hono } from 'hono';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { relayApp } from '#server/relay/relay-app.ts';
import { LARGEST_ANSWER } from '#server/relay/pass-on.ts';
import { start as startSimulator, stopAll } from '#tests/simulator/running.ts';
import { closeAll, open } from '../let-in.ts';

/** A busy machine is slow, not wrong. */
const PATIENT = { timeout: 60_000 };

const upstreams: Server[] = [];

afterEach(async () => {
  vi.restoreAllMocks();
  for (const server of upstreams.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
  await stopAll();
  await closeAll();
});

const TOKEN = 'RkFLRS1UT0tFTg==';
const member = { authorization: '', 'x-content-token': TOKEN };

/**
 * A server of ours before the simulator, with a device that may change and one that may only read.
 */
const relayed = async () => {
  const simulator = await startSimulator();
  const ours = open({ apple: simulator.base });
  const owner = await ours.setUp();
  const { invitation } = await ours.invite(owner, { role: 'reader', keys: 'k' });
  const reader = (await ours.join(invitation)).credential;
  const token = simulator.snapshot.locations[0]?.token.text ?? '';
  type More = {
    readonly as?: string;
    readonly body?: unknown;
    readonly headers?: Record<string, string>;
  };
  const call = (method: string, path: string, { as = owner, body, headers = {} }: More = {}) =>
    ours.app.request(`/_apple${path}`, {
      method,
      headers: {
        authorization: `Bearer ${as}`,
        'x-content-token': token,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined
        ? {}
        : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
  return { ...simulator, ours, owner, reader, token, call };
};

const codeOf = async (answer: Response) => [
  answer.status,
  answer.headers.get('volym-refused'),
  ((await answer.json()) as Record<string, unknown>)['error'],
];

const body = { assets: [{ adamId: '900000000003' }], serialNumbers: ['FAKESER0900'] };

describe('what is passed on', () => {
  const reads: readonly (readonly [string, Record<string, string>])[] = [
    ['/service/config', {}],
    ['/client/config', {}],
    [
      '/assets',
      { pageIndex: '0', adamId: '900000000001', unlimited: 'true', minAvailableCount: '1' },
    ],
    ['/assignments', { pageIndex: '0', adamId: '900000000001' }],
    ['/users', { activeOnly: 'true' }],
  ];
  test.each(reads)('B7: GET %s with %j', async (path, query) => {
    const { call, world } = await relayed();
    const answer = await call('GET', `${path}?${new URLSearchParams(query).toString()}`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      200,
      'application/json; charset=utf-8',
    ]);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(world.asked).toMatchObject([{ method: 'GET', path, query, status: 200 }]);
    expect(world.asked[0]?.uId).toBe(path === '/service/config' ? undefined : '2049000000000901');
  });

  test.each([
    ['/client/config', { mdmInfo: { id: 'a', name: 'b', metadata: 'c' } }],
    ['/assets/associate', body],
    ['/assets/disassociate', body],
    ['/assets/revoke', { serialNumbers: ['FAKESER0900'] }],
    ['/users/create', { users: [{ clientUserId: 'u-9' }] }],
    ['/users/update', { users: [{ clientUserId: 'u-1001' }] }],
    ['/users/retire', { users: [{ clientUserId: 'u-1001' }] }],
  ])('B10: POST %s', async (path, given) => {
    const { call, world } = await relayed();
    const answer = await call('POST', path, { body: given });
    expect(answer.status).toBe(200);
    const body = (await answer.json()) as Record<string, unknown>;
    expect(path === '/client/config' ? body['mdmInfo'] : typeof body['eventId']).toEqual(
      path === '/client/config' ? { id: 'a', name: 'b', metadata: 'c' } : 'string',
    );
    expect(world.asked).toMatchObject([{ method: 'POST', path, status: 200 }]);
  });

  test('B10: what became of it', async () => {
    const { call, tick } = await relayed();
    const { eventId } = (await (await call('POST', '/assets/associate', { body })).json()) as {
      eventId: string;
    };
    await tick();
    expect(await (await call('GET', `/status?eventId=${eventId}`)).json()).toMatchObject({
      eventStatus: 'COMPLETE',
    });
  });

  test.each<[object, number, string | null]>([
    [{ kind: 'too-many', retryAfter: 60 }, 429, '60'],
    [{ kind: 'down', retryAfter: 90, date: true }, 503, 'Fri, 20 Nov 2026 07:01:30 GMT'],
    [{ kind: 'internal' }, 500, null],
    [{ kind: 'revoked' }, 401, null],
    [{ kind: 'invalid-token' }, 200, null],
  ])('B7: Apple’s own refusal %j, with what it asks to wait', async (fault, status, retryAfter) => {
    const { call, faults } = await relayed();
    await faults(fault);
    const answer = await call('GET', '/assets');
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([status, retryAfter]);
    expect(answer.headers.get('volym-refused')).toBeNull();
    const text = await answer.text();
    if (status === 503) expect(text).toBe('');
    else expect(JSON.parse(text)).toHaveProperty('errorNumber');
  });
});

describe('what is not', () => {
  test.each([
    ['GET', '/subscriptions', 404, 'no-such-call'],
    ['GET', '', 404, 'no-such-call'],
    ['GET', '/assets/', 404, 'no-such-call'],
    ['GET', '/assets/associate', 404, 'no-such-call'],
    ['POST', '/assets', 404, 'no-such-call'],
    ['DELETE', '/assets', 404, 'no-such-call'],
    ['PUT', '/client/config', 404, 'no-such-call'],
    ['GET', '//evil.example/assets', 404, 'no-such-call'],
    ['GET', '/assets%2fassociate', 404, 'no-such-call'],
    ['GET', '/../simulator/state', 404, 'no-relay'],
    ['GET', '/assets?url=https://evil.example', 400, 'bad-query'],
    ['GET', '/assets?pageIndex=0&pageIndex=1', 400, 'bad-query'],
    ['GET', '/status?sinceVersionId=a', 400, 'bad-query'],
    ['POST', '/assets/associate?pageIndex=1', 400, 'bad-query'],
    ['GET', `/assets?adamId=${'1'.repeat(257)}`, 400, 'bad-query'],
  ])('B7: %s %s', async (method, path, status, code) => {
    const { call, world, ours, owner, token } = await relayed();
    // A URL parser would tidy dots away before they came here.
    const answer = path.startsWith('/..')
      ? await ours.app.request('/simulator/state', {
          headers: { authorization: `Bearer ${owner}`, 'x-content-token': token },
        })
      : await call(method, path, method === 'POST' ? { body } : {});
    if (path.startsWith('/..')) expect(await answer.text()).not.toContain('locations');
    else expect(await codeOf(answer)).toEqual([status, code, code]);
    expect(world.asked).toEqual([]);
  });

  test('B7: calls of strangers', async () => {
    const { call, ours, world, owner } = await relayed();
    const [device] = owner.split('.');
    for (const as of ['x', `${device}.${'A'.repeat(43)}`])
      expect(await codeOf(await call('GET', '/assets', { as }))).toEqual([
        401,
        'not-let-in',
        'not-let-in',
      ]);
    const answer = await ours.app.request('/_apple/assets', {
      headers: { 'x-content-token': TOKEN },
    });
    expect(await codeOf(answer)).toEqual([401, 'not-let-in', 'not-let-in']);
    expect(world.asked).toEqual([]);
  });

  test('X18: writes of a device that may only read', async () => {
    const { call, reader, world } = await relayed();
    expect((await call('GET', '/assets', { as: reader })).status).toBe(200);
    for (const path of ['/assets/associate', '/users/retire', '/client/config'])
      expect(await codeOf(await call('POST', path, { as: reader, body }))).toEqual([
        403,
        'readers-only-read',
        'readers-only-read',
      ]);
    expect(world.asked).toHaveLength(1);
  });

  test.each<Record<string, string>>([
    { origin: 'https://evil.example' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'null' },
  ])('B7: calls of pages elsewhere: %j', async (headers) => {
    const { call, world } = await relayed();
    for (const method of ['GET', 'OPTIONS']) {
      const answer = await call(method, '/assets', { headers });
      expect(answer.headers.has('access-control-allow-origin')).toBe(false);
      expect(await codeOf(answer)).toEqual([403, 'from-elsewhere', 'from-elsewhere']);
    }
    expect(world.asked).toEqual([]);
  });

  test.each(['', 'a b', 'a-b_c', 'a=b', 'å', '='.repeat(3), 'A'.repeat(8001)])(
    'B7: the token "%s"',
    async (token) => {
      const { call, world } = await relayed();
      const headers = { 'x-content-token': encodeURI(token) };
      expect(await codeOf(await call('GET', '/assets', { headers }))).toEqual([
        400,
        'no-token',
        'no-token',
      ]);
      expect(world.asked).toEqual([]);
    },
  );

  test('B10: what is too large, no JSON, or packed', async () => {
    const { call, world } = await relayed();
    const large = JSON.stringify({ serialNumbers: ['A'.repeat(512 * 1024)] });
    expect(await codeOf(await call('POST', '/assets/revoke', { body: large }))).toEqual([
      413,
      'too-large',
      'too-large',
    ]);
    const odd: readonly Record<string, string>[] = [
      { 'content-type': 'text/plain' },
      { 'content-encoding': 'gzip' },
    ];
    for (const headers of odd)
      expect((await codeOf(await call('POST', '/assets/revoke', { body, headers })))[0]).toBe(415);
    expect(world.asked).toEqual([]);
  });
});

describe('a device that', () => {
  type Relayed = Awaited<ReturnType<typeof relayed>>;

  test.each<[string, (running: Relayed, id: string) => Promise<unknown>, number, string]>([
    [
      'may only read',
      ({ ours, owner }, id) => ours.ask('PUT', `/_volym/devices/${id}`, { role: 'reader' }, owner),
      403,
      'readers-only-read',
    ],
    [
      'is shut out',
      ({ ours, owner }, id) => ours.ask('DELETE', `/_volym/devices/${id}`, undefined, owner),
      401,
      'not-let-in',
    ],
  ])(
    'X18: and %s while its request comes, has nothing passed on',
    async (_, happens, status, code) => {
      const running = await relayed();
      const { ours, owner, reader, token, world } = running;
      const [id = ''] = reader.split('.');
      await ours.ask('PUT', `/_volym/devices/${id}`, { role: 'member' }, owner);
      const slow = new ReadableStream({
        pull: async (controller) => {
          await happens(running, id);
          controller.enqueue(new TextEncoder().encode(JSON.stringify(body)));
          controller.close();
        },
      });
      const answer = await ours.app.request('/_apple/assets/associate', {
        method: 'POST',
        body: slow,
        duplex: 'half',
        headers: {
          authorization: `Bearer ${reader}`,
          'x-content-token': token,
          'content-type': 'application/json',
        },
      } as RequestInit);
      expect(await codeOf(answer)).toEqual([status, code, code]);
      expect(world.asked).toEqual([]);
    },
  );

  test('X18: is shut out while Apple answers, gets no answer', async () => {
    const { call, ours, owner, reader, faults } = await relayed();
    await faults({ kind: 'slow', ms: 200 });
    const asked = call('GET', '/assets', { as: reader });
    await ours.ask('DELETE', `/_volym/devices/${reader.split('.')[0]}`, undefined, owner);
    expect(await codeOf(await asked)).toEqual([401, 'not-let-in', 'not-let-in']);
  });
});

/** Somebody in Apple's place who answers as a test wants. */
const upstream = async (
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<string> => {
  const server = createServer(answer).listen(0, '127.0.0.1');
  upstreams.push(server);
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/mdm/v2`;
};

const DEVICE = { id: 'd', database: 'w', role: 'member', hash: '', since: 0, seen: 0 } as const;

/** The relay alone, before somebody in Apple's place. */
const before = (apple: string, patienceMs?: number) =>
  new Hono().route(
    '/_apple',
    relayApp({
      doors: { deviceOf: () => DEVICE },
      apple,
      ...(patienceMs === undefined ? {} : { patienceMs }),
    }),
  );

describe('of what is answered', () => {
  test('B7: nothing but status, JSON and Retry-After comes through', async () => {
    const seen: IncomingMessage['headers'][] = [];
    const apple = await upstream(({ headers }, response) => {
      seen.push(headers);
      response.setHeader('set-cookie', 'itvt=1');
      response.setHeader('x-apple-jingle', 'a');
      response.setHeader('access-control-allow-origin', '*');
      response.setHeader('volym-refused', 'x');
      response.setHeader('content-type', 'application/json;charset=UTF-8');
      response.setHeader('retry-after', '5');
      response.end('{"a":"å"}');
    });
    const headers = {
      ...member,
      cookie: 'AuthSession=x',
      'x-forwarded-for': '10.0.0.1',
      'user-agent': 'Browser',
    };
    const answer = await before(apple).request('/_apple/assets', { headers });
    expect(await answer.json()).toEqual({ a: 'å' });
    expect(Object.fromEntries(answer.headers)).toEqual({
      'content-type': 'application/json; charset=utf-8',
      'retry-after': '5',
    });
    expect(seen[0]).toMatchObject({ authorization: `Bearer ${TOKEN}`, 'user-agent': 'Volym' });
    for (const name of ['cookie', 'x-forwarded-for', 'x-content-token', 'origin'])
      expect(seen[0]).not.toHaveProperty(name);
  });

  test('B7: and no token goes along where none is needed', async () => {
    const seen: unknown[] = [];
    const apple = await upstream(({ headers }, response) => {
      seen.push(headers.authorization);
      response.end();
    });
    await before(apple).request('/_apple/service/config', { headers: member });
    expect(seen).toEqual([undefined]);
  });

  test('B7: nothing of an HTML page is passed on', async () => {
    const apple = await upstream((_, response) => {
      response.setHeader('content-type', 'text/html');
      response.end('<script>alert(1)</script>');
    });
    const answer = await before(apple).request('/_apple/assets', { headers: member });
    expect([answer.status, await answer.text(), answer.headers.get('content-type')]).toEqual([
      200,
      '',
      'application/json; charset=utf-8',
    ]);
  });

  test.each<[string, (response: ServerResponse) => void, number, string]>([
    [
      'a redirect',
      (response) => response.writeHead(302, { location: 'https://evil.example' }).end(),
      502,
      'bad-answer',
    ],
    [
      'more than any page',
      (response) => response.end(Buffer.alloc(LARGEST_ANSWER + 1, 32)),
      502,
      'bad-answer',
    ],
    ['a connection that is cut', (response) => void response.socket?.destroy(), 502, 'unreachable'],
    ['nothing for too long', () => undefined, 504, 'too-slow'],
    ['half of it and nothing more', (response) => void response.write('{'), 504, 'too-slow'],
  ])('B7: %s is reported as trouble that may pass', async (_, answerWith, status, error) => {
    const apple = await upstream((__, response) => answerWith(response));
    const answer = await before(apple, 1_500).request('/_apple/assets', { headers: member });
    expect(await codeOf(answer)).toEqual([status, null, error]);
  });

  test('B7: an Apple that is not there at all, too', async () => {
    const answer = await before('http://127.0.0.1:1/mdm/v2').request('/_apple/assets', {
      headers: member,
    });
    expect(await codeOf(answer)).toEqual([502, null, 'unreachable']);
  });

  test('B7: a second device hears that another one has its turn with this token', async () => {
    const { call, reader, world } = await relayed();
    expect((await call('GET', '/assets')).status).toBe(200);
    expect(await codeOf(await call('GET', '/assets', { as: reader }))).toEqual([
      409,
      'other-device',
      'other-device',
    ]);
    // Without a token there is no turn to take, and another token has its own turn.
    expect((await call('GET', '/service/config', { as: reader })).status).toBe(200);
    const other = world.locations[1]?.token.text ?? '';
    const answer = await call('GET', '/assets', {
      as: reader,
      headers: { 'x-content-token': other },
    });
    expect(answer.headers.get('volym-refused')).toBeNull();
  });

  test('B7: a device has eight calls on their way at most', async () => {
    const held: ServerResponse[] = [];
    const apple = await upstream((_, response) => void held.push(response));
    const app = before(apple);
    const asked = Array.from({ length: 8 }, () =>
      app.request('/_apple/assets', { headers: member }),
    );
    await vi.waitFor(() => expect(held).toHaveLength(8), PATIENT);
    const ninth = await app.request('/_apple/assets', { headers: member });
    expect([ninth.status, ninth.headers.get('retry-after')]).toEqual([429, '1']);
    for (const response of held.splice(0)) response.end();
    await Promise.all(asked);
    const tenth = app.request('/_apple/assets', { headers: member });
    await vi.waitFor(() => expect(held).toHaveLength(1), PATIENT);
    held[0]?.end();
    expect((await tenth).status).toBe(200);
  });

  test('B7: when a client goes away, its call at Apple is dropped', async () => {
    let gone = false;
    const arrived = Promise.withResolvers<void>();
    const apple = await upstream(({ socket }) => {
      socket.on('close', () => (gone = true));
      arrived.resolve();
    });
    const stop = new AbortController();
    const asked = before(apple).request('/_apple/assets', { headers: member, signal: stop.signal });
    await arrived.promise;
    stop.abort();
    await asked;
    await vi.waitFor(() => expect(gone).toBe(true), PATIENT);
  });

  test('B7: whatever happens, the token is in no log', async () => {
    const logs = (['log', 'error', 'warn', 'info', 'debug'] as const).map((kind) =>
      vi.spyOn(console, kind),
    );
    const apple = await upstream((_, response) => void response.socket?.destroy());
    const { call, faults, token } = await relayed();
    await faults({ kind: 'internal' });
    await call('GET', '/assets');
    await call('GET', '/nowhere');
    await call('POST', '/assets/associate', { body: '{' });
    await before(apple).request('/_apple/assets', {
      headers: { ...member, 'x-content-token': token },
    });
    expect(logs.flatMap(({ mock }) => mock.calls)).toEqual([]);
  });
});

describe('whether it is on', () => {
  test('B7: is sent with the start page, and nowhere else', async () => {
    const { ours } = await relayed();
    const told = async (path: string, app = ours.app) =>
      (await app.request(path, { method: 'HEAD' })).headers.get('volym-relay');
    expect([await told('/'), await told('/tokens')]).toEqual(['apple', null]);
    expect(await told('/', open().app)).toBeNull();
  });

  test('B7: off, nothing is passed on, whoever asks', async () => {
    const { app, setUp } = open();
    const headers = { authorization: `Bearer ${await setUp()}`, 'x-content-token': TOKEN };
    expect(await codeOf(await app.request('/_apple/assets', { headers }))).toEqual([
      404,
      'no-relay',
      'no-relay',
    ]);
  });
});
