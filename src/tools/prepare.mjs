import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { needsBuild, needsInstall } from './freshness.mjs';
import {
  OWN_NODE_FOLDER,
  Refusal,
  at,
  nodeAtHandWillDo,
  nodeToRun,
  ownNodePath,
} from './house.mjs';
import { run, step } from './run.mjs';

const STAMP = at('.svelte-kit', 'volym-build.json');

/**
 * What a build is made from; the server and what runs outside of a build are no part of the app.
 */
const SOURCES = [
  'src',
  'static',
  'package.json',
  'package-lock.json',
  'svelte.config.js',
  'tsconfig.json',
  'vite.config.ts',
];
const NOT_BUILT = /^src\/server(?:\/|$)|\.(?:md|mjs)$/;

/** Plain scripts that svelte.config.js builds with; the others start, test or draw. */
const BUILT_WITH = ['compress-build.mjs', 'splash-screens.mjs', 'start-page.mjs'].map(
  (name) => `src/tools/${name}`,
);

/**
 * @param {string} path
 */
const textOf = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : undefined);

/**
 * @param {string} path
 * @returns {any} undefined if there is no such file, or it is not JSON
 */
const readJson = (path) => {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
};

/**
 * Runs npm as the user does, with the npm that started us. Our own Node, which has not been checked
 * yet, is not in its path.
 * @param {readonly string[]} args
 * @param {{ quiet?: boolean }} [options]
 */
export const npm = (args, options = { quiet: true }) => {
  const cli = process.env.npm_execpath;
  const asked = { ...options, env: { PATH: process.env.PATH } };
  return cli?.endsWith('.js')
    ? run(process.execPath, [cli, ...args], asked)
    : run('npm', args, asked);
};

/**
 * Installs the packages of the lockfile if others, or none, are installed. Building needs the
 * development packages too, and the optional ones are the parts of packages for this system.
 */
export const install = async () => {
  const installed = readJson(at('node_modules', '.package-lock.json'));
  if (
    needsInstall(readJson(at('package-lock.json')) ?? {}, installed, (path) => existsSync(at(path)))
  )
    await step('Installing packages (about half a minute, the first time only)', () =>
      npm(['ci', '--include=dev', ...QUIETLY]),
    );
  await layOwnNode();
  nodeToRun();
};

const QUIETLY = ['--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];

/**
 * @param {string} link
 * @param {string} file
 */
const leadsTo = (link, file) => existsSync(link) && realpathSync(link) === realpathSync(file);

/** The lockfile of the own Node, and what belongs to it. */
const OWN_NODE_LOCK = ['package.json', 'package-lock.json'];

/**
 * Installs the project's own Node if the system's is too old, and makes it available to `npm run`. A
 * newer lockfile brings a newer one.
 */
const layOwnNode = async () => {
  const [own, command] = [ownNodePath(process), at('node_modules', '.bin', 'node')];
  if (nodeAtHandWillDo()) {
    // Left from when the system's was too old, unless it is the running one.
    if (process.execPath !== own) rmSync(command, { force: true });
    return;
  }
  const isLocked = OWN_NODE_LOCK.every(
    (file) => textOf(join(OWN_NODE_FOLDER, file)) === textOf(at('src', 'tools', 'own-node', file)),
  );
  if (!isLocked || !existsSync(own)) {
    mkdirSync(OWN_NODE_FOLDER, { recursive: true });
    for (const file of OWN_NODE_LOCK)
      copyFileSync(at('src', 'tools', 'own-node', file), join(OWN_NODE_FOLDER, file));
    await step(`Fetching a newer Node than ${process.versions.node}`, () =>
      npm(['ci', '--prefix', OWN_NODE_FOLDER, ...QUIETLY]),
    );
  }
  if (process.platform === 'win32' || !existsSync(own) || leadsTo(command, own)) return;
  mkdirSync(dirname(command), { recursive: true });
  rmSync(command, { force: true });
  symlinkSync(relative(dirname(command), own), command);
};

/**
 * @param {string} path below the root
 * @returns {string[]} files, sorted
 */
const filesOf = (path) => {
  if (!existsSync(at(path)) || NOT_BUILT.test(path)) return [];
  const entries = readdirSync(at(path), { withFileTypes: true }).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  );
  return entries.flatMap((entry) => {
    const below = `${path}/${entry.name}`;
    if (entry.isDirectory()) return filesOf(below);
    return NOT_BUILT.test(below) ? [] : [below];
  });
};

/**
 * Every file that a build is made from or with, below the root.
 * @returns {string[]}
 */
export const buildFiles = () =>
  [...SOURCES, ...BUILT_WITH].flatMap((source) =>
    source.includes('.') ? [source].filter((file) => existsSync(at(file))) : filesOf(source),
  );

/** A hash of all that a build is made from. */
const inputsNow = () => {
  const hash = createHash('sha256').update(process.env.BASE_PATH ?? '');
  for (const file of buildFiles()) hash.update(`\0${file}\0`).update(readFileSync(at(file)));
  return hash.digest('hex');
};

/**
 * The version that SvelteKit wrote into the build, new for each; undefined without a complete
 * build.
 */
const outputNow = () =>
  existsSync(at('build', 'index.html'))
    ? readJson(at('build', '_app', 'version.json'))?.version
    : undefined;

/**
 * Vite, whatever NODE_ENV the shell has: the app is always built as it is used.
 * @param {readonly string[]} args
 */
export const vite = (args) =>
  run(nodeToRun(), [at('node_modules', 'vite', 'bin', 'vite.js'), ...args], {
    quiet: true,
    env: { NODE_ENV: 'production' },
  });

/** Builds the app when its sources changed since the build that is there. */
export const build = async () => {
  const base = process.env.BASE_PATH ?? '';
  if (!/^$|^\/.*[^/]$/.test(base))
    throw new Refusal(
      `BASE_PATH is "${base}"; it starts with a slash and does not end with one, like /volym.`,
    );
  const inputs = inputsNow();
  if (!needsBuild({ inputs, output: outputNow(), stamp: readJson(STAMP) })) return;
  rmSync(STAMP, { force: true });
  await step('Building the app', () => vite(['build']));
  mkdirSync(dirname(STAMP), { recursive: true });
  writeFileSync(STAMP, JSON.stringify({ inputs, output: outputNow() }));
};
