import { expect, test } from 'vitest';
import { mayBeEmail } from '#core/text/written-email.ts';

test.each([
  ['sara@nordby.example', true],
  ['åsa.öberg+it@skola.nordby.example', true],
  ['a@b', true],
  ['a@b@c', true],
  ['', false],
  ['sara', false],
  ['sara@', false],
  ['@nordby.example', false],
  ['@sara@nordby.example', false],
  ['sara @nordby.example', false],
  ['sara@nordby.example ', false],
  ['sara@nordby\n.example', false],
  ['@'.repeat(100_000), false],
  [`${'a'.repeat(100_000)} `, false],
])('C1: whether %.40j may be the address of an e-mail: %j', (text, may) => {
  expect(mayBeEmail(text)).toBe(may);
});
