import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

const PROGRAM = resolve('src/tools/compress-build.mjs');

/** Compresses a build in a process that may hold few files open. */
const compressWith = (openFiles: number, folder: string): void => {
  const script = `import(${JSON.stringify(PROGRAM)}).then((it) => it.compressBuild('build', 'out'))`;
  const command = `ulimit -n ${String(openFiles)}; exec "$0" -e "$1"`;
  execFileSync('sh', ['-c', command, process.execPath, script], { cwd: folder });
};

test('X15: every text of a build has a compressed copy beside it, also on a system that allows few open files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'volym-compress-'));
  const site = join(folder, 'build');
  mkdirSync(join(site, '_app'), { recursive: true });
  writeFileSync(join(site, 'index.html'), '<!doctype html>');
  writeFileSync(join(site, 'icon.png'), 'a picture');
  const chunks = Array.from({ length: 200 }, (_, number) => `_app/${String(number)}.js`);
  for (const name of chunks)
    writeFileSync(join(site, name), `export const name = '${name}';`.repeat(20));
  compressWith(48, folder);
  for (const name of [...chunks, 'index.html']) {
    const bytes = readFileSync(join(site, name));
    expect(brotliDecompressSync(readFileSync(join(site, `${name}.br`))).equals(bytes)).toBe(true);
    expect(gunzipSync(readFileSync(join(site, `${name}.gz`))).equals(bytes)).toBe(true);
  }
  expect(readdirSync(site).sort()).toEqual([
    '_app',
    'icon.png',
    'index.html',
    'index.html.br',
    'index.html.gz',
  ]);
  expect(readdirSync(join(folder, 'out'))).toEqual([]);
});
