import { expect, test } from 'vitest';
import { headingKey } from '#core/import/heading-key.ts';

test.each([
  ['Order date', 'orderdate'],
  ['Pris (SEK)', 'pris'],
  ['Pris [exkl. moms] (SEK)', 'pris'],
  ['Pris (SEK [exkl.])', 'pris'],
  ['Pris [SEK (exkl.)]', 'pris'],
  // What closes first closes all.
  ['Pris (SEK (exkl.))', 'pris'],
  ['Pris ((SEK) exkl.', 'prisexkl'],
  // What nothing closes is no bracket.
  ['Pris (SEK', 'prissek'],
  ['Pris) SEK', 'prissek'],
  ['(a)(b) c [d', 'cd'],
  ['('.repeat(100_000) + 'x', 'x'],
])('X10: the heading %.40j is compared as %j', (heading, key) => {
  expect(headingKey(heading)).toBe(key);
});
