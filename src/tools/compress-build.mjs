import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

const START_PAGE = 'index.html';

/**
 * Compresses the files of a build, each beside itself. A server that runs takes a new build over once its start page is
 * there: so that page is away meanwhile, and comes back last.
 * @param {string} folder the build
 * @param {{ readonly outDir: string, readonly compress: (folder: string) => Promise<void> }} kit
 */
export const compressBuild = async (folder, { outDir, compress }) => {
  await mkdir(outDir, { recursive: true });
  const aside = await mkdtemp(join(outDir, 'start-page-'));
  await rename(join(folder, START_PAGE), join(aside, START_PAGE));
  await Promise.all([compress(folder), compress(aside)]);
  const last = (await readdir(aside)).sort((a, b) => b.length - a.length);
  for (const file of last) await rename(join(aside, file), join(folder, file));
  await rm(aside, { recursive: true });
};
