import { execFile } from 'node:child_process';
import { appendFile, cp, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const root = resolve(import.meta.dirname, '../..');
const SOURCES = [
  'src',
  'static',
  'svelte.config.js',
  'vite.config.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];

/** A separate build: its files, and what throws it away. */
export type SecondBuild = { readonly files: string; remove(): Promise<void> };

/** The file of a screen by the end of its address, whatever group of routes it is in. */
const screenIn = async (folder: string, address: string): Promise<string> => {
  const routes = join(folder, 'src/routes');
  const found = (await readdir(routes, { recursive: true })).find((file) =>
    `/${file}`.endsWith(`${address}/+page.svelte`),
  );
  if (found === undefined) throw new Error(`no screen has the address ${address}`);
  return join(routes, found);
};

/**
 * Builds the app from a copy of the sources, with a line of text added to these screens, or for
 * another base address.
 */
export const buildFrom = async (
  added: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>> = {},
): Promise<SecondBuild> => {
  const folder = await mkdtemp(join(tmpdir(), 'volym-build-'));
  for (const source of SOURCES)
    await cp(join(root, source), join(folder, source), { recursive: true });
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  // Packing each file is a fifth of the work, and servers send plain what was not packed.
  await writeFile(
    join(folder, 'src/tools/compress-build.mjs'),
    'export const compressBuild = () => Promise.resolve();\n',
  );
  for (const [address, text] of Object.entries(added))
    await appendFile(await screenIn(folder, address), `\n<p>${text}</p>\n`);
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  await promisify(execFile)(process.execPath, [vite, 'build'], {
    cwd: folder,
    env: { ...process.env, ...env },
  });
  return {
    files: join(folder, 'build'),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
};
