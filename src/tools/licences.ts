import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Plugin, Rolldown } from 'vite';

type Package = { readonly name: string; readonly version: string; readonly license?: string };
type Lockfile = {
  readonly packages: Readonly<Record<string, { readonly dev?: true; readonly devOptional?: true }>>;
};

/** The file beside the app that names every package in it, with its licence. */
export const LICENCES = 'licences.txt';

const root = resolve(import.meta.dirname, '../..');

/** Kit builds the service worker without the app's plugins: so that is what it is made of. */
const OF_SERVICE_WORKER = ['workbox-core', 'workbox-precaching', 'workbox-routing'];

/** What its owner wants passed on: the licence, and notices that Apache's wants kept. */
const PASSED_ON = /^(?:licen[cs]e|copying|notice)/i;

const packageIn = (folder: string): Package =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Package;

/** The folder of the package that a module belongs to; undefined for a module of our own. */
const packageFolderOf = (id: string): string | undefined =>
  /^(?!\0).*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(id)?.[0];

/** The packages that the server runs with: those in the lockfile that are not for development. */
const foldersOfServer = (): string[] => {
  const lockfile = readFileSync(join(root, 'package-lock.json'), 'utf8');
  return Object.entries((JSON.parse(lockfile) as Lockfile).packages)
    .filter(([path, { dev, devOptional }]) => path !== '' && !dev && !devOptional)
    .map(([path]) => join(root, path))
    .filter((folder) => existsSync(folder));
};

const entryOf = (folder: string): string => {
  const { name, version, license = '' } = packageIn(folder);
  const texts = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && PASSED_ON.test(entry.name))
    .map((entry) => readFileSync(join(folder, entry.name), 'utf8').trim());
  if (license === '' && texts.length === 0)
    throw new Error(`${name} says nowhere under which licence it is (${folder}).`);
  return [`${name} ${version} (${license || 'see below'})`, ...texts].join('\n\n');
};

const RULE = `\n\n${'-'.repeat(80)}\n\n`;

/** The text that names the packages of these folders, each once, with their licences. */
export const licencesOf = (folders: Iterable<string>): string => {
  const entries = new Set([...folders].map(entryOf));
  const head = 'Volym contains these packages, in the app or in its server.';
  return `${[head, ...[...entries].sort()].join(RULE)}\n`;
};

/**
 * Writes `licences.txt` into the app: the packages that Vite put into it and its workers, those of
 * the service worker, and those of the server.
 */
export const licences = (): { forApp: () => Plugin; forWorkers: () => Plugin } => {
  const found = new Set<string>();
  const gather = (bundle: Rolldown.OutputBundle): void => {
    for (const output of Object.values(bundle))
      for (const id of output.type === 'chunk' ? output.moduleIds : []) {
        const folder = packageFolderOf(id);
        if (folder !== undefined) found.add(folder);
      }
  };
  return {
    forApp: () => ({
      name: 'volym-licences',
      generateBundle(_, bundle) {
        if (this.environment.name !== 'client') return;
        gather(bundle);
        const ofWorker = OF_SERVICE_WORKER.map((name) => join(root, 'node_modules', name));
        const source = licencesOf([...found, ...ofWorker, ...foldersOfServer()]);
        this.emitFile({ type: 'asset', fileName: LICENCES, source });
      },
    }),
    forWorkers: () => ({
      name: 'volym-licences-of-workers',
      generateBundle: (_, bundle) => gather(bundle),
    }),
  };
};
