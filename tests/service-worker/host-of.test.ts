import { expect, test } from 'vitest';
import { hostOf } from '../../src/service-worker/host-of.ts';

test.each([
  ['https://volym.example/import', ''],
  ['', ''],
  ['about:client', ''],
  ['https://evil.example/form?x=1', 'evil.example'],
  ['http://volym.example:8080/', 'volym.example:8080'],
])('X9: a sheet that came with the referrer “%s” is shown as from “%s”', (referrer, host) => {
  expect(hostOf(referrer, 'https://volym.example')).toBe(host);
});
