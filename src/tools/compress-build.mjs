import { mkdir, mkdtemp, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const START_PAGE = 'index.html';

/** Text, and what packs as well as text does; pictures and fonts are packed already. */
const PACKS = new Set([
  '.css',
  '.html',
  '.js',
  '.json',
  '.svg',
  '.txt',
  '.wasm',
  '.webmanifest',
  '.xml',
]);

/**
 * Kit's own `compress` opens all files at once: a system that allows 1,024 open ones ended the
 * build there.
 */
const AT_ONCE = 8;

/**
 * @param {string} path
 */
const compressFile = async (path) => {
  const bytes = await readFile(path);
  const { BROTLI_PARAM_MODE, BROTLI_MODE_TEXT, BROTLI_PARAM_SIZE_HINT } = constants;
  const params = { [BROTLI_PARAM_MODE]: BROTLI_MODE_TEXT, [BROTLI_PARAM_SIZE_HINT]: bytes.length };
  await writeFile(`${path}.br`, await promisify(brotliCompress)(bytes, { params }));
  await writeFile(
    `${path}.gz`,
    await promisify(gzip)(bytes, { level: constants.Z_BEST_COMPRESSION }),
  );
};

/**
 * @param {string} folder
 */
const compressFolder = async (folder) => {
  const found = await readdir(folder, { recursive: true });
  const files = found.filter((name) => PACKS.has(extname(name))).map((name) => join(folder, name));
  const turn = async () => {
    for (let file = files.pop(); file !== undefined; file = files.pop()) await compressFile(file);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, turn));
};

/**
 * Compresses the files of a build, each next to the original. A running server switches to a new
 * build when its start page exists: so that page is removed meanwhile, and restored last.
 * @param {string} folder the build
 * @param {string} outDir where Kit writes what is not served
 */
export const compressBuild = async (folder, outDir) => {
  await mkdir(outDir, { recursive: true });
  const aside = await mkdtemp(join(outDir, 'start-page-'));
  await rename(join(folder, START_PAGE), join(aside, START_PAGE));
  await Promise.all([compressFolder(folder), compressFolder(aside)]);
  const last = (await readdir(aside)).sort((a, b) => b.length - a.length);
  for (const file of last) await rename(join(aside, file), join(folder, file));
  await rm(aside, { recursive: true });
};
