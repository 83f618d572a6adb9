import { afterEach, expect, test } from 'vitest';
import { closeAsked, openAsk } from './endpoint.ts';

afterEach(closeAsked);

// Uncounted, one such body of 32 MB names three million ids and holds the real server up for 41 s,
// whoever asks.
test('X8: ids of which no revision is named are counted, too: more than ten thousand are refused', async () => {
  const ask = openAsk();
  const ids = Array.from({ length: 10_001 }, (_, at) => [`d${at}`, []] as const);
  const { status } = await ask('POST', '/w/_revs_diff', Object.fromEntries(ids));
  expect(status).toBe(413);
});
