import { expect, test } from 'vitest';
import { breakable } from '#core/text/breakable.ts';

test.each([
  ['apple_koder_2026.csv', ['apple_', 'koder_', '2026', '.csv']],
  ['koder.csv + 2', ['koder', '.csv + 2']],
  ['Klistrade rader', ['Klistrade rader']],
])('X14: %s breaks between its words', (name, parts) => {
  expect(breakable(name).split('\u200b')).toEqual(parts);
});
