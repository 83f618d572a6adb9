import { afterEach, expect, test } from 'vitest';
import { newData, start, stopAll } from '../running.ts';

afterEach(stopAll);

/** As much memory as a small machine gives the server. */
const SMALL = ['--max-old-space-size=1024'];

test('X8: a body of the largest size that is nothing but small values is refused, and the server goes on', async () => {
  const server = await start(newData(), 0, SMALL);
  await server.ask('PUT', '/d');
  // Eleven million empty objects: asked with a reader's rights.
  const body = `{"keys":[${'{},'.repeat(11_000_000)}0]}`;
  expect(body.length).toBeLessThan(32 * 1024 * 1024);
  const answered = await server.ask('POST', '/d/_all_docs', body).catch(() => 'the server ended');
  expect(answered).toEqual({
    status: 413,
    body: { error: 'max_values_count_exceeded', reason: '1000000' },
  });
  expect((await fetch(`${server.url}/_up`)).status).toBe(200);
});
