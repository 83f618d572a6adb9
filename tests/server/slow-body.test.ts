import { afterEach, expect, test, vi } from 'vitest';
import { LARGEST_DOCUMENT } from '#server/couch/document-form.ts';
import { LONGEST_BODY_MS } from '#server/couch/slow-body.ts';
import { closeAll, DATABASE, open } from './let-in.ts';

afterEach(async () => {
  vi.useRealTimers();
  await closeAll();
});

/** A device sends a body of so many bytes, in pieces, each of which takes so long. */
const sent = async (bytes: number, pieces: number, ms: number) => {
  const { app, setUp } = open();
  const authorization = `Bearer ${await setUp()}`;
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  const text = new TextEncoder().encode(JSON.stringify({ docs: [] }).padEnd(bytes));
  const size = Math.ceil(bytes / pieces);
  let [at, isEnded] = [0, false];
  const pull = async (controller: ReadableStreamDefaultController<Uint8Array>): Promise<void> => {
    await vi.advanceTimersByTimeAsync(ms);
    if (isEnded) return;
    controller.enqueue(text.slice(at, at + size));
    at += size;
    if (at >= bytes) controller.close();
  };
  const body = new ReadableStream({ pull, cancel: () => void (isEnded = true) }, { highWaterMark: 0 });
  const headers = { authorization, 'content-type': 'application/json' };
  const init = { method: 'POST', body, headers, duplex: 'half' } as RequestInit;
  return { answer: await app.request(`${DATABASE}/_bulk_docs`, init), at };
};

test('X8: a large body may take minutes, as long as it goes on coming', async () => {
  // Six megabytes at twenty kilobytes a second.
  expect((await sent(6_000_000, 60, 5_000)).answer.status).toBe(201);
});

test('X8: the connection is open for as long as the largest document may take', () => {
  expect(LONGEST_BODY_MS).toBeGreaterThan(120_000 + LARGEST_DOCUMENT / 8);
});

test('X9: a body of a byte now and then is given up after two minutes', async () => {
  const { answer, at } = await sent(6_000, 6_000, 10_000);
  expect([answer.status, await answer.json()]).toMatchObject([408, { error: 'request_timeout' }]);
  expect(at).toBeLessThan(20);
});
