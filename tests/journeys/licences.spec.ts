import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { enterExample } from './screens.ts';
import { serve } from './serve.ts';
import { answeredByWorker } from './worker.ts';

test.use({ serviceWorkers: 'allow' });

const root = resolve(import.meta.dirname, '../..');

/** Imports that leave something in the app: not those of types alone. */
const IMPORTED =
  /(?:^\s*import\s+(?!type\b)(?:[^'"`;]*?\bfrom\s*)?|\bimport\()'((?:@[^/']+\/)?[^#.$/':]+)[^':]*'/gm;

/** The names, each by its own package.json, of the packages that our sources import. */
const imported = (): string[] => {
  const files = readdirSync(join(root, 'src'), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /(?<!\.d)\.(?:ts|svelte)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !file.startsWith(join(root, 'src/tools')));
  const names = files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(IMPORTED)].map(([, name = '']) => name),
  );
  return [...new Set(names)].map((name) => {
    const about = readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8');
    return (JSON.parse(about) as { name: string }).name;
  });
};

test('X8: More leads to the licences, which name all that the app and its server import @long', async ({
  page,
}) => {
  const served = await serve();
  await enterExample(page, served.url);
  await answeredByWorker(page);
  await page.getByRole('link', { name: 'Mer', exact: true }).tap();
  const opened = page.waitForEvent('popup');
  await page.getByRole('link', { name: 'Licenser' }).tap();
  const text = await (await opened).locator('body').innerText();
  const packages = imported();
  // Of the page, of a worker, of the service worker, of the server.
  expect(packages).toEqual(
    expect.arrayContaining(['svelte', '@e965/xlsx', 'workbox-precaching', 'pouchdb-core']),
  );
  expect(packages.filter((name) => !text.includes(`\n${name} `))).toEqual([]);
  expect(text).toContain('Apache License');
  await served.stop();
});
