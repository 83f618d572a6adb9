import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build } from 'vite';
import { afterEach, describe, expect, test } from 'vitest';
import { LICENCES, licences, licencesOf } from '../../src/tools/licences.ts';

const folders: string[] = [];
afterEach(() =>
  folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true, force: true })),
);

const write = (files: Readonly<Record<string, string>>): string => {
  const folder = mkdtempSync(join(tmpdir(), 'volym-licences-'));
  folders.push(folder);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
};

const packed = (name: string, licence: string): Record<string, string> => ({
  [`node_modules/${name}/package.json`]: JSON.stringify({
    name,
    version: '1.2.3',
    main: 'main.js',
    type: 'module',
    license: licence,
  }),
  [`node_modules/${name}/main.js`]: `export const said = ${JSON.stringify(name)};`,
  [`node_modules/${name}/LICENSE.md`]: `Terms of ${name}`,
});

describe('X8: the licences of a build', () => {
  test('X8: name what is in the page and in its workers, the service worker and the server', async () => {
    const root = write({
      'index.html': '<script type="module" src="/page.js"></script>',
      'page.js': `import { said } from '@a/in-page';
        document.title = said;
        new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });`,
      'worker.js': `import { said } from 'in-worker'; postMessage(said);`,
      ...packed('@a/in-page', 'ISC'),
      ...packed('in-worker', 'MIT'),
      ...packed('not-used', 'MIT'),
    });
    const { forApp, forWorkers } = licences();
    await build({
      root,
      configFile: false,
      logLevel: 'silent',
      plugins: [forApp()],
      worker: { format: 'es', plugins: () => [forWorkers()] },
    });
    const text = readFileSync(join(root, 'dist', LICENCES), 'utf8');
    expect(text).toContain('\n@a/in-page 1.2.3 (ISC)\n\nTerms of @a/in-page\n');
    expect(text).toContain('\nin-worker 1.2.3 (MIT)\n\nTerms of in-worker\n');
    expect(text).not.toContain('not-used');
    for (const name of ['workbox-precaching', 'hono', 'pouchdb-core'])
      expect(text).toMatch(new RegExp(`^${name} \\d`, 'm'));
    // Only the build needs it.
    expect(text).not.toMatch(/^vite \d/m);
  });

  test('X8: pass notices on, and end a build with a package that says nothing of its licence', () => {
    const folder = write({
      'noticed/package.json': '{"name":"noticed","version":"1.0.0","license":"Apache-2.0"}',
      'noticed/LICENSE': 'Terms',
      'noticed/NOTICE': 'Made by us',
      'silent/package.json': '{"name":"silent","version":"1.0.0"}',
    });
    expect(licencesOf([join(folder, 'noticed')])).toContain(
      'noticed 1.0.0 (Apache-2.0)\n\nTerms\n\nMade by us\n',
    );
    expect(() => licencesOf([join(folder, 'silent')])).toThrow('silent says nowhere');
  });
});
