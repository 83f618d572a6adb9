import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const root = resolve(import.meta.dirname, '../..');
const SOURCES = ['src', 'static', 'svelte.config.js', 'vite.config.ts', 'package.json', 'tsconfig.json'];

/** One text of the sources replaced by another, so that the build really differs. */
export type Change = { readonly file: string; readonly from: string; readonly to: string };

/** A build of the changed sources in a folder of its own: its files, and what throws the folder away. */
export type SecondBuild = { readonly files: string; remove(): Promise<void> };

/** Builds the app from a copy of the sources, changed, or for another base address. */
export const buildFrom = async (changes: readonly Change[], env: Record<string, string> = {}): Promise<SecondBuild> => {
  const folder = await mkdtemp(join(tmpdir(), 'volym-build-'));
  for (const source of SOURCES) await cp(join(root, source), join(folder, source), { recursive: true });
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  for (const { file, from, to } of changes) {
    const text = await readFile(join(folder, file), 'utf8');
    if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`);
    await writeFile(join(folder, file), text.replaceAll(from, to));
  }
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  await promisify(execFile)(process.execPath, [vite, 'build'], { cwd: folder, env: { ...process.env, ...env } });
  return { files: join(folder, 'build'), remove: () => rm(folder, { recursive: true, force: true }) };
};
