import { expect, test } from 'vitest';
import { safeLink } from '#core/text/safe-link.ts';

test.each(['https://a.example/x', 'HTTPS://a.example'])('X9: %s is followed', (link) =>
  expect(safeLink(link)).toBe(link),
);

test.each([
  '',
  'javascript:alert(1)',
  'JaVaScRiPt://a.example/%0aalert(1)',
  'http://a.example',
  'data:text/html,x',
  '//a.example',
  'https://',
  'https:///a',
  ' https://a.example',
  '\njavascript:alert(1)//https://a.example',
  'blob:https://a.example/1',
])('X9: %j is not followed', (link) => expect(safeLink(link)).toBe(''));
