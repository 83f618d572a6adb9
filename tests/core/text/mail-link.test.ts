import { expect, test } from 'vitest';
import { mailOf } from '#core/text/mail-link.ts';

test.each([
  ['elis@skola.example', 'mailto:elis@skola.example?subject=S%20%26&body=a%0D%0Ab'],
  ['', 'mailto:?subject=S%20%26&body=a%0D%0Ab'],
  ['a?cc=b@c.example', 'mailto:a%3Fcc%3Db@c.example?subject=S%20%26&body=a%0D%0Ab'],
])('B12: a letter to "%s"', (to, address) => {
  expect(mailOf(to, 'S &', 'a\nb')).toBe(address);
});
