import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, realpathSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { byApt, runs } from './chromium.mjs';
import { Refusal } from './house.mjs';

/**
 * @typedef {{ webkit?: string | undefined, firefox?: string | undefined, xvfb?: string | undefined
 * }} Engines paths
 */
/** @typedef {{ list(folder: string): readonly string[], isThere(file: string): boolean }} Disk */

/** Debian's packages. WebKit's own small browser comes with the library that its driver needs. */
const PACKAGES = { webkit: 'webkit2gtk-driver', firefox: 'firefox-esr', xvfb: 'xvfb' };

/** @type {Disk} */
const DISK = {
  list: (folder) => {
    try {
      return readdirSync(folder);
    } catch {
      return [];
    }
  },
  isThere: runs,
};

/**
 * @param {Disk} disk
 */
const installedWebKit = ({ list, isThere }) =>
  list('/usr/lib')
    .flatMap((machine) =>
      list(join('/usr/lib', machine))
        .filter((name) => name.startsWith('webkit2gtk-4.'))
        .map((name) => join('/usr/lib', machine, name, 'MiniBrowser')),
    )
    .find(isThere);

/**
 * Which of the other two engines and the virtual screen are installed: as `WEBKIT` and `FIREFOX`
 * name them, or where Debian puts them. Installs nothing.
 * @param {NodeJS.ProcessEnv} env
 * @param {Disk} [disk]
 * @returns {Engines}
 */
export const installedEngines = (env, disk = DISK) => {
  const folders = [...(env.PATH ?? '').split(delimiter).filter(Boolean), '/usr/bin'];
  /** @param {readonly string[]} names */
  const inPath = (...names) =>
    names.flatMap((name) => folders.map((folder) => join(folder, name))).find(disk.isThere);
  return {
    webkit: env.WEBKIT || installedWebKit(disk),
    firefox: env.FIREFOX || inPath('firefox-esr', 'firefox'),
    xvfb: inPath('Xvfb'),
  };
};

/**
 * The packages to install for what is missing.
 * @param {Engines} found
 * @param {readonly (keyof Engines)[]} wanted
 */
export const missingPackages = (found, wanted) =>
  wanted.filter((which) => found[which] === undefined).map((which) => PACKAGES[which]);

/**
 * The engines that journeys run in besides Chromium; looked for, then installed. Refuses with a sentence if one is not available:
 * its journeys are never skipped.
 * @param {readonly ('webkit' | 'firefox')[]} wanted
 * @returns {Promise<{ WEBKIT: string, FIREFOX: string, xvfb: string }>} paths, the first two by the name that they are handed on by
 */
export const enginesForTests = async (wanted) => {
  const all = /** @type {const} */ ([...wanted, 'xvfb']);
  const missing = missingPackages(installedEngines(process.env), all);
  if (missing.length > 0) await byApt(missing);
  const found = installedEngines(process.env);
  const still = missingPackages(found, all);
  if (still.length > 0)
    throw new Refusal(
      `The journeys in WebKit and Firefox need ${still.join(', ')}, which could not be installed: on Debian, as root, apt-get install ${still.join(' ')}.`,
    );
  // Playwright starts exactly the file it gets: a link may lead to a script.
  const firefox = found.firefox === undefined ? '' : realpathSync(found.firefox);
  return { WEBKIT: found.webkit ?? '', FIREFOX: firefox, xvfb: found.xvfb ?? '' };
};

/**
 * Runs work with a virtual screen, which ends with the work, or with this process.
 * @template T
 * @param {string} xvfb
 * @param {(display: string) => Promise<T>} work
 * @returns {Promise<T>}
 */
export const withScreen = async (xvfb, work) => {
  const args = ['-displayfd', '3', '-screen', '0', '1280x1200x24', '-nolisten', 'tcp'];
  const screen = spawn(xvfb, args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const end = () => screen.kill('SIGKILL');
  process.once('exit', end);
  try {
    const told = /** @type {import('node:stream').Readable} */ (screen.stdio[3]);
    const line = await Promise.race([
      once(told, 'data').then(([number]) => String(number).trim()),
      once(screen, 'exit').then(() => ''),
    ]);
    if (line === '') throw new Refusal(`${xvfb} could not be started.`);
    return await work(`:${line}`);
  } finally {
    process.off('exit', end);
    end();
  }
};
