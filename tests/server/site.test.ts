import { mkdtempSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createApp } from '#server/app.ts';
import { followSite, readSite } from '#server/site.ts';
import { POLICY, smallSite, write } from './small-site.ts';

const NEW_PAGE = `<meta http-equiv="content-security-policy" content="${POLICY}">new`;

test('X6: a new build is served whole, once its start page is there', async () => {
  const folder = smallSite();
  const app = createApp({ site: followSite(folder) });
  const textOf = async (path: string) => (await app.request(path)).text();
  const before = await textOf('/');

  rmSync(join(folder, 'index.html'));
  rmSync(join(folder, '_app/version.json'));
  expect(await textOf('/')).toBe(before);
  expect(await textOf('/_app/version.json')).toBe('{"version":"1"}');

  write(folder, '_app/version.json', '{"version":"2"}');
  expect(await textOf('/_app/version.json')).toBe('{"version":"1"}');
  write(folder, 'index.html', NEW_PAGE);
  expect([await textOf('/'), await textOf('/_app/version.json')]).toEqual([
    NEW_PAGE,
    '{"version":"2"}',
  ]);
});

test('X6: a new build that cannot be served leaves the one before in place', async () => {
  const folder = smallSite();
  const app = createApp({ site: followSite(folder) });
  const before = await (await app.request('/')).text();
  write(folder, 'index.html', 'half a page');
  utimesSync(join(folder, 'index.html'), 1, 1);
  expect(await (await app.request('/')).text()).toBe(before);
});

test('X9: a build without a content security policy is refused', () => {
  const folder = mkdtempSync(join(tmpdir(), 'volym-site-'));
  expect(() => readSite(folder)).toThrow('no index.html');
  write(folder, 'index.html', '<!doctype html>');
  expect(() => readSite(folder)).toThrow('content security policy');
});
