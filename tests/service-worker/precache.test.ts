import { expect, test } from 'vitest';
import { answeredByServer, filesToKeep } from '../../src/service-worker/precache.ts';

const list = {
  base: '/volym',
  build: [
    '/volym/_app/immutable/entry/start.A.js',
    '/volym/_app/immutable/workers/read-sheet.B.js',
  ],
  files: [
    '/volym/.nojekyll',
    '/volym/theme.js',
    '/volym/icons/icon-192.png',
    '/volym/screenshots/import.webp',
    '/volym/splash/1170x2532-dark.png',
  ],
  prerendered: [],
  version: '17',
};

test('X6: everything is kept, the start page and plain files by version, what only the host or installing needs not at all', () => {
  expect(filesToKeep(list)).toEqual([
    { url: '/volym/_app/immutable/entry/start.A.js', revision: null },
    { url: '/volym/_app/immutable/workers/read-sheet.B.js', revision: null },
    { url: '/volym/theme.js', revision: '17' },
    { url: '/volym/icons/icon-192.png', revision: '17' },
    { url: '/volym/index.html', revision: '17' },
  ]);
});

test('X6: screens are answered by the app, databases and the server’s own addresses by the server', () => {
  const answered = (base: string, address: string) =>
    answeredByServer(base).some((rule) => rule.test(address));
  for (const address of [
    '/db',
    '/db/',
    '/db/volym/_changes?since=0',
    '/_up',
    '/_up?x=1',
    '/_session',
    '/licences.txt',
  ])
    expect([address, answered('', address), answered('/vol.ym', `/vol.ym${address}`)]).toEqual([
      address,
      true,
      true,
    ]);
  for (const address of ['/', '/deadlines', '/dbase', '/credit/db', '/credit/_x'])
    expect([address, answered('', address)]).toEqual([address, false]);
  expect(answered('/vol.ym', '/vol-ym/db/')).toBe(false);
});
