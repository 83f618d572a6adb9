import { afterEach, expect, test } from 'vitest';
import { endpoint } from './endpoint.ts';

const opened: { close(): unknown }[] = [];
afterEach(async () => {
  for (const { close } of opened.splice(0)) await close();
});

// Uncounted, one such body of 32 MB names three million ids and holds the real server up for 41 s, whoever asks.
test('X8: ids of which no revision is named are counted, too: more than ten thousand are refused', async () => {
  const made = endpoint();
  opened.push(made);
  const ids = Array.from({ length: 10_001 }, (_, at) => [`d${at}`, []] as const);
  const { status } = await made.ask('POST', '/w/_revs_diff', Object.fromEntries(ids));
  expect(status).toBe(413);
});
