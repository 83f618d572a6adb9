import { afterEach, expect, test, vi } from 'vitest';
import { LARGEST_DOCUMENT } from '#server/couch/forms/document-form.ts';
import { closeAll, DATABASE, open } from './let-in.ts';
import { newData, start, stopAll } from './running.ts';

afterEach(async () => {
  vi.useRealTimers();
  stopAll();
  await closeAll();
});

type Piece = { readonly bytes: number; readonly afterMs: number };

/**
 * A device sends a body in pieces, each after so long. Answers how many it sent, and how long it
 * took (ms).
 */
const sent = async (pieces: readonly Piece[], path = `${DATABASE}/_bulk_docs`) => {
  const { app, setUp } = open();
  const authorization = `Bearer ${await setUp()}`;
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  const begun = performance.now();
  let [at, isEnded] = [0, false];
  const pull = async (controller: ReadableStreamDefaultController<Uint8Array>): Promise<void> => {
    const piece = pieces[at];
    if (piece === undefined) return controller.close();
    await vi.advanceTimersByTimeAsync(piece.afterMs);
    if (isEnded) return;
    at += 1;
    const text = at < pieces.length ? '' : '{"docs":[]}';
    controller.enqueue(new TextEncoder().encode(text.padStart(piece.bytes)));
  };
  const body = new ReadableStream(
    { pull, cancel: () => void (isEnded = true) },
    { highWaterMark: 0 },
  );
  const headers = { authorization, 'content-type': 'application/json' };
  const init = { method: 'POST', body, headers, duplex: 'half' } as RequestInit;
  const answer = await app.request(path, init);
  return { status: answer.status, said: await answer.json(), at, ms: performance.now() - begun };
};

const times = (count: number, bytes: number, afterMs: number): Piece[] =>
  Array.from({ length: count }, () => ({ bytes, afterMs }));

test.each([
  ['six megabytes at twenty kilobytes a second', times(60, 100_000, 5_000)],
  ['the largest document at eight and a bit', times(84, 100_000, 12_000)],
  ['half a megabyte at three', times(50, 10_000, 3_300)],
  [
    'with a stop in the middle',
    [...times(10, 100_000, 5_000), ...times(1, 1_000, 100_000), ...times(10, 100_000, 5_000)],
  ],
])('X8: a large body may take minutes, as long as it goes on coming: %s', async (_, pieces) => {
  expect((await sent(pieces)).status).toBe(201);
});

test('X8: the server cuts off no request as long as the largest document may take, and waits less for a head', async () => {
  const told = `import http from 'node:http';
    import { syncBuiltinESMExports } from 'node:module';
    const { createServer } = http;
    http.createServer = (...given) => {
      const server = createServer(...given);
      server.once('listening', () => console.log('waits ' + [server.requestTimeout, server.headersTimeout].join(' ')));
      return server;
    };
    syncBuiltinESMExports();`;
  const server = await start(newData(), 0, [
    `--import=data:text/javascript,${encodeURIComponent(told)}`,
  ]);
  await expect.poll(server.printed).toMatch(/waits \d/);
  const [, whole, head] = /waits (\d+) (\d+)/.exec(server.printed()) ?? [];
  expect(Number(whole)).toBeGreaterThan(120_000 + LARGEST_DOCUMENT / 8);
  expect(Number(whole)).toBeLessThan(30 * 60_000);
  expect(Number(head)).toBe(20_000);
});

test.each([
  ['of a byte now and then', times(6_000, 1, 10_000), 120_000],
  [
    'of 31 MB at once and then a byte now and then',
    [...times(31, 1_000_000, 0), ...times(600, 1, 100_000)],
    120_000,
  ],
  [
    'that comes for minutes and then hardly',
    [...times(60, 100_000, 5_000), ...times(600, 1, 10_000)],
    420_000,
  ],
])('X9: a body %s is given up two minutes after it stopped coming', async (_, pieces, afterMs) => {
  const { status, said, ms } = await sent(pieces);
  expect([status, said]).toMatchObject([408, { error: 'request_timeout' }]);
  // It ends with the next piece that the test sends.
  expect(ms).toBeLessThan(afterMs + 100_000);
});

test.each(['/_volym/join', '/db/_session'])(
  'X9: at the door of %s a body is waited for ten seconds',
  async (path) => {
    const { status, ms } = await sent(times(600, 1, 1_000), path);
    expect(status).toBe(408);
    expect(ms).toBeLessThan(15_000);
  },
);
