import { resolve } from 'node:path';
import { reachedBy, type FileOf, type Graph } from './module-graph.ts';

const src = resolve(import.meta.dirname, '../..');

/** What home on a phone draws with: the frame of every screen, and the screen itself. */
const HOME = [
  ...['+layout.svelte', '+layout.ts', 'deadlines/+page.svelte', 'deadlines/+page.ts'].map((file) =>
    resolve(src, 'routes', file),
  ),
  // Parts of every list: as separate files they would weigh more than their content.
  resolve(src, 'workspace/screens/put-back/NotReadHere.svelte'),
  resolve(src, 'ui/controls/EmptyState.svelte'),
  // What most screens read with: beside parts of the sync, each would load those, too.
  resolve(src, 'data/records/read-under.ts'),
  // What Kit starts the app with: from its own file it would call a hundred things of home by name.
  resolve(src, '../node_modules/svelte/src/legacy/legacy-client.js'),
  // What the app starts with: the start page waits for its file.
  resolve(src, 'hooks.client.ts'),
];

/**
 * The code that opens a workspace, which the first start does not need. It stays a separate file:
 * the start page requests it early.
 */
const OPENING = resolve(src, 'data/workspace/open-workspace.ts');

/** The first start, which needs none of it. */
const START = [
  'routes/start/+page.svelte',
  'routes/start/+page.ts',
  'workspace/screens/start/later-steps.ts',
].map((file) => resolve(src, file));

/** Vite's own, which the first file of all brings. */
const isMade = (id: string): boolean => id.startsWith('\0');

/**
 * The doors of RxDB and rxjs lead to more than goes through them: what only the sync uses, home
 * does not wait for.
 */
const isOfSync = (id: string): boolean =>
  /\/rxdb\/dist\/esm\/replication-protocol\/|\/rxjs\/dist\/esm5?\/internal\/(operators|observable|schedul)/.test(
    id,
  );

const reachedFrom = (entries: readonly string[], graph: Graph): ReadonlySet<string> =>
  reachedBy(entries, (id) =>
    (graph.getModuleInfo(id)?.importedIds ?? []).filter((other) => !isOfSync(other)),
  );

/** Puts what the first start needs for keys into a separate file: it has no vault to open. */
export const firstKeysChunk = (): FileOf => {
  let start: ReadonlySet<string> | undefined;
  return (id, graph) => {
    start ??= reachedFrom(START, graph);
    return start.has(id) && isOfVault(id) ? 'first-keys' : null;
  };
};

const isOfVault = (id: string): boolean => id.startsWith(resolve(src, 'data/vault'));

/**
 * Puts what home needs into one file and what opens a workspace into another (with the part that the
 * first start also needs in a third): small files weigh a fifth more, since each is compressed
 * alone, and home knows each by name. The sets are closed under imports, so that a file waits for no
 * other file except home's.
 */
export const homeChunk = (): FileOf => {
  let home: ReadonlySet<string> | undefined;
  let start: ReadonlySet<string> | undefined;
  let opening: ReadonlySet<string> | undefined;
  return (id, graph) => {
    home ??= reachedFrom(HOME, graph);
    start ??= reachedFrom(START, graph);
    opening ??= reachedFrom([OPENING], graph);
    if (home.has(id)) return 'home';
    if (!opening.has(id) || id === OPENING || isMade(id)) return null;
    return start.has(id) ? 'both' : 'workspace';
  };
};
