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
 * The Node that runs everything but the launcher: the project's own, or the one at hand when it is new enough.
 * @returns {string} its path
 */
export const ownNode = () => {
  const own = at('node_modules', 'node', 'bin', 'node');
  if (existsSync(own)) return own;
  if (runsTypes(process.versions.node)) return process.execPath;
  throw new Refusal(
    "Volym's own Node is missing because npm is set to ignore install scripts; run: npm rebuild node --ignore-scripts=false",
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
