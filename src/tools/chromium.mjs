import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { Refusal, nodeToRun, root } from './house.mjs';
import { npm } from './prepare.mjs';
import { run } from './run.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const ELSEWHERE = [
  '/usr/bin',
  '/Applications/Google Chrome.app/Contents/MacOS',
  '/Applications/Chromium.app/Contents/MacOS',
];
const IN_APPLICATIONS = ['Google Chrome', 'Chromium'];

/**
 * A Chromium that comes as a package, for computers where nothing can be installed; needs no
 * rights.
 */
const PACKAGED = '@sparticuz/chromium@153.0.0';

/**
 * Whether a file is there and can be run.
 * @param {string} file
 */
export const runs = (file) => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/**
 * An installed Chromium or Chrome: the one `CHROMIUM` names, or the first in the search path.
 * Installs nothing.
 * @param {NodeJS.ProcessEnv} env
 * @param {(file: string) => boolean} [isThere]
 * @returns {string | undefined} its path
 */
export const installedBrowser = (env, isThere = runs) => {
  if (env.CHROMIUM) {
    if (isThere(env.CHROMIUM)) return env.CHROMIUM;
    throw new Refusal(
      `CHROMIUM is "${env.CHROMIUM}", which cannot be run; leave it out to have a browser found or installed.`,
    );
  }
  const folders = [...(env.PATH ?? '').split(delimiter).filter(Boolean), ...ELSEWHERE];
  return folders
    .flatMap((folder) => [...NAMES, ...IN_APPLICATIONS].map((name) => join(folder, name)))
    .find(isThere);
};

/**
 * Installs packages of the system, where it is Debian's and we may; says what it does, and what
 * hindered it.
 * @param {readonly string[]} packages
 */
export const byApt = async (packages) => {
  if (process.getuid?.() !== 0 || !runs('/usr/bin/apt-get')) return;
  const wait = ['-o', 'DPkg::Lock::Timeout=300'];
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  console.log(`  installing ${packages.join(', ')} with apt-get, once`);
  // A list that cannot be refreshed is no reason to stop: the install shows whether the package is
  // available.
  await run('apt-get', [...wait, '-qq', 'update'], { quiet: true, env });
  const { code, output } = await run(
    'apt-get',
    [...wait, '-qq', '-y', '--no-install-recommends', 'install', ...packages],
    { quiet: true, env },
  );
  if (code !== 0) console.log(`  apt-get could not: ${output.trim().split('\n').at(-1)}`);
};

const chromiumByApt = async () => {
  await byApt(['chromium']);
  return installedBrowser(process.env);
};

const WHERE_IT_IS = `import('@sparticuz/chromium').then(async ({ default: it }) => console.log(await it.executablePath()))`;

const byPackage = async () => {
  console.log(
    `  fetching ${PACKAGED}: without a full Chromium the journeys of notifications, installation and camera will fail`,
  );
  const { code } = await npm([
    'install',
    '--no-save',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    PACKAGED,
  ]);
  if (code !== 0) return undefined;
  const found = spawnSync(nodeToRun(), ['--input-type=module', '-e', WHERE_IT_IS], {
    cwd: root,
    encoding: 'utf8',
  });
  const file = found.stdout.trim();
  const answers = spawnSync(file, ['--version'], { encoding: 'utf8' });
  return answers.status === 0 ? file : undefined;
};

/**
 * The browser that the tests run in; looked for, then installed. Refuses with a sentence when there
 * is none: tests that need it fail, they are never left out.
 * @returns {Promise<string>} its path
 */
export const browserForTests = async () => {
  const browser = installedBrowser(process.env) ?? (await chromiumByApt()) ?? (await byPackage());
  if (browser !== undefined) return browser;
  throw new Refusal(
    'The tests need a Chromium and none could be installed: install one (on Debian: apt-get install chromium), or name one with CHROMIUM=/path/to/chrome.',
  );
};

/** Debian's package, and the command that it lays down. */
const SHELL = 'chromium-headless-shell';

/**
 * The same browser without windows, enough for most journeys, with a quarter less processor time:
 * looked for next to Debian's browser, then installed.
 * @param {string} browser the full browser, used if there is no other
 * @returns {Promise<string>} its path
 */
export const shellForTests = async (browser) => {
  if (process.env.CHROMIUM_SHELL) return process.env.CHROMIUM_SHELL;
  const shell = join(dirname(browser), SHELL);
  if (browser === '/usr/bin/chromium' && !process.env.CHROMIUM && !runs(shell))
    await byApt([SHELL]);
  return runs(shell) ? shell : browser;
};
