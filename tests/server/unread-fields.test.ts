import { afterEach, describe, expect, test, vi } from 'vitest';
import { closeAll, open } from './let-in.ts';

afterEach(async () => {
  vi.useRealTimers();
  await closeAll();
});

const READER = JSON.stringify({ role: 'reader', keys: 'k' });

/** A body that stops in the middle, and then does this. */
const begun = (
  then: (controller: ReadableStreamDefaultController<Uint8Array>) => Promise<void>,
): ReadableStream => {
  let isFirst = true;
  const pull = async (controller: ReadableStreamDefaultController<Uint8Array>): Promise<void> => {
    if (!isFirst) return then(controller);
    isFirst = false;
    controller.enqueue(new TextEncoder().encode(READER.slice(0, 10)));
  };
  return new ReadableStream({ pull }, { highWaterMark: 0 });
};

type Sent = {
  readonly body: string | Uint8Array<ArrayBuffer> | ReadableStream;
  readonly packed?: string;
};

const UNREAD: readonly (readonly [string, number, () => Sent])[] = [
  ['packed', 415, () => ({ body: READER, packed: 'gzip' })],
  ['cut short', 400, () => ({ body: READER.slice(0, -1) })],
  ['in other letters', 400, () => ({ body: new Uint8Array([0xff, 0xfe, 0x7b, 0]) })],
  ['a list', 400, () => ({ body: `[${READER}]` })],
  ['nested too deeply', 400, () => ({ body: `{"a":${'['.repeat(600)}` })],
  ['too large', 413, () => ({ body: READER.padEnd(20_000) })],
  [
    'that is cut off',
    400,
    () => ({ body: begun(async (controller) => controller.error(new Error('gone'))) }),
  ],
  [
    'too slow',
    408,
    () => ({ body: begun(() => vi.advanceTimersByTimeAsync(121_000).then(() => undefined)) }),
  ],
];

/** A server with a member, and how something is sent there. */
const served = async () => {
  const world = open({ apple: 'http://127.0.0.1:9' });
  const authorization = `Bearer ${await world.setUp()}`;
  const asks = async (method: string, path: string, { body, packed }: Sent): Promise<Response> => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
    const headers = {
      authorization,
      'content-type': 'application/json',
      'x-content-token': 'QQ==',
      ...(packed === undefined ? {} : { 'content-encoding': packed }),
    };
    const init = { method, headers, body, duplex: 'half' } as RequestInit;
    return Promise.resolve(world.app.request(path, init)).finally(() => vi.useRealTimers());
  };
  const waiting = async () =>
    (await world.ask('GET', '/_volym/invitations', undefined, authorization.slice(7))).body;
  return { ...world, member: authorization.slice(7), asks, waiting };
};

describe('X9: what was not read of a body is no empty one', () => {
  test.each(UNREAD)(
    'X9: a body %s invites nobody, and lets nobody in (%i)',
    async (_, status, sent) => {
      const { asks, waiting, member } = await served();
      expect((await asks('POST', '/_volym/invitations', sent())).status).toBe(status);
      expect(await waiting()).toEqual([]);
      for (const [method, path] of [
        ['POST', '/_volym/join'],
        ['POST', '/_volym/set-up'],
        ['PUT', `/_volym/devices/${member.slice(0, 36)}`],
      ] as const)
        expect((await asks(method, path, sent())).status).toBe(status);
    },
  );

  test('X9: a call for Apple whose body comes too slowly is refused for that', async () => {
    const { asks } = await served();
    const [, , sent] = UNREAD.at(-1) as (typeof UNREAD)[number];
    expect((await asks('POST', '/_apple/assets/revoke', sent())).status).toBe(408);
  });
});

test.each([{}, { role: 'owner' }, { role: 'Reader' }, { role: null }, { role: ['reader'] }])(
  'X18: an invitation says in so many words what it lets do (%j)',
  async (fields) => {
    const { ask, member, waiting } = await served();
    expect(await ask('POST', '/_volym/invitations', fields, member)).toMatchObject({
      status: 400,
      body: { error: 'bad-role' },
    });
    expect(await waiting()).toEqual([]);
  },
);

test.each(['reader', 'member'])('X18: an invitation of a %s lets do that', async (role) => {
  const { ask, member, waiting } = await served();
  expect((await ask('POST', '/_volym/invitations', { role, keys: 'k' }, member)).status).toBe(201);
  expect(await waiting()).toMatchObject([{ role }]);
});
