import { dirname, resolve } from 'node:path';
import firstVisits from './first-visits.json' with { type: 'json' };
import { joinedParts, type Part, type Price } from './joined-parts.ts';
import { loadSets, type LoadSet, type LoadSets } from './load-sets.ts';
import { reachedBy, type FileOf, type Graph } from './module-graph.ts';

const root = resolve(import.meta.dirname, '../../..');
const routes = resolve(root, 'src/routes');

/** By measure (`npm test -- size`): the fewest files with which no screen outgrows its budget. */
const PRICE: Price = { file: 250, kept: 60, heaviest: 20_000 };

/** A first load of a screen is worth more than a sheet that is opened later. */
const SCREEN_COUNTS_AS = 22;

const LANGUAGES = ['sv', 'en'];

/** What everybody waits for counts as eight screens. */
const HOME = resolve(routes, 'deadlines/+page.svelte');
const HOME_LOADS = Array.from({ length: 8 }, () => LANGUAGES).flat();

/** Files that the start page names (src/tools/start-page.mjs), and the last one of every screen. */
const APART =
  /\/src\/(data\/workspace\/open-workspace|(ui\/words\/[a-z]+\/shell)|(workspace\/words\/[a-z]+\/vault))\.ts$|\/workbox-window\//;

/** The module by which Kit asks for a screen or a frame: a file that is its own. */
const OF_KIT = /\/generated\/client[^/]*\/nodes\/\d+\.js$/;

const STYLES = /[?&]type=style\b/;

const LEFT_OUT = /\/\*[\s\S]*?\*\/|^[\t ]*\/\/.*$|^import\b[^;]*;|^[\t ]+/gm;

/** What a letter of a module weighs, about, once it is packed: comments and imports are left out. */
const PACKED = 0.3;

const weightOf = (code: string): number => Math.ceil(code.replace(LEFT_OUT, '').length * PACKED);

const modulesFrom = (id: string, graph: Graph): Set<string> =>
  reachedBy([id], (module) => {
    const info = graph.getModuleInfo(module);
    if (info === null) return [];
    const { importedIds, dynamicallyImportedIds, importers, dynamicImporters } = info;
    return [...importedIds, ...dynamicallyImportedIds, ...importers, ...dynamicImporters];
  });

/** What Kit loads for a screen: its own modules, and those of the layouts around it. */
const framesOf = (page: string): string[] => {
  const modules = [page, page.replace(/\.svelte$/, '.ts')];
  for (let folder = dirname(page); folder.startsWith(routes); folder = dirname(folder))
    modules.push(resolve(folder, '+layout.svelte'), resolve(folder, '+layout.ts'));
  return modules;
};

/** What a screen asks for by itself besides, as it was noted (tests/first-load/note-visits.ts). */
const askedAtOnce = (page: string, language: string): string[] => {
  const noted: Readonly<Record<string, readonly string[]>> = firstVisits;
  const address = `/${dirname(page).slice(routes.length + 1)}`;
  return (noted[address] ?? []).map((file) =>
    resolve(root, file.replace('/words/sv/', `/words/${language}/`)),
  );
};

/** A load: the modules by which it begins, and the screen whose first one it is. */
type Load = { readonly begins: readonly string[]; readonly screen?: string };

/** The loads of each screen in each language, and of each part that is loaded later. */
const loadsOf = (modules: ReadonlySet<string>, graph: Graph) => {
  const infoOf = (id: string) => graph.getModuleInfo(id);
  const isEntry = (id: string): boolean => infoOf(id)?.isEntry === true;
  const always = [...modules].filter(
    (id) => isEntry(id) || id === resolve(routes, '+error.svelte'),
  );
  const isHere = (id: string): boolean => modules.has(id);
  const screens: Load[] = [...modules]
    .filter((id) => id.startsWith(`${routes}/`) && id.endsWith('/+page.svelte'))
    .flatMap((screen) =>
      (screen === HOME ? HOME_LOADS : LANGUAGES).map((language) => ({
        screen,
        begins: [...always, ...framesOf(screen), ...askedAtOnce(screen, language)].filter(isHere),
      })),
    );
  const laterParts: Load[] = [...modules]
    .filter((id) => !isEntry(id) && (infoOf(id)?.dynamicImporters.length ?? 0) > 0)
    .map((id) => ({ begins: [...always, id] }));
  return { screens, laterParts };
};

/** Which loads need a module, and the one screen that does, if it is needed by no other. */
type Needed = { readonly loads: LoadSet; by: string | undefined };

type ImportsOf = (id: string) => readonly string[];

const neededModules = (
  { screens, laterParts }: ReturnType<typeof loadsOf>,
  sets: LoadSets,
  importsOf: ImportsOf,
): Map<string, Needed> => {
  const needed = new Map<string, Needed>();
  const note = ({ begins, screen }: Load, add: (loads: LoadSet) => void): void => {
    for (const id of reachedBy(begins, importsOf)) {
      const known = needed.get(id) ?? { loads: sets.none(), by: screen };
      if (known.by !== screen) known.by = undefined;
      add(known.loads);
      needed.set(id, known);
    }
  };
  screens.forEach((load, index) => note(load, (loads) => sets.addScreen(loads, index)));
  laterParts.forEach((load, index) => note(load, (loads) => sets.addLaterPart(loads, index)));
  return needed;
};

/**
 * The parts of these modules. Modules that only one screen needs are in none: they are in the file
 * that Kit loads for that screen. Nor are those that the app starts with: the start page would have
 * to bring the styles of their file, and the first paint would wait for them.
 */
const partsOf = (
  needed: ReadonlyMap<string, Needed>,
  importsOf: ImportsOf,
  graph: Graph,
): Part[] => {
  const ofStart = reachedBy(
    [...needed.keys()].filter((id) => graph.getModuleInfo(id)?.isEntry === true),
    importsOf,
  );
  const shared = [...needed]
    .filter(([id, { by }]) => by === undefined && !ofStart.has(id))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const together = Map.groupBy(shared, ([, { loads }]) => loads.join(' '));
  const parts = [...together.values()].map((all) => {
    const modules = all.map(([id]) => id);
    const weights = modules.map((id) => weightOf(graph.getModuleInfo(id)?.code ?? ''));
    return {
      modules,
      weight: weights.reduce((sum, weight) => sum + weight, 0),
      styles: modules.some((id) => STYLES.test(id)),
      loads: all[0]?.[1].loads ?? new Uint32Array(),
      imports: new Set<Part>(),
    };
  });
  const partOf = new Map(parts.flatMap((part) => part.modules.map((id) => [id, part])));
  for (const part of parts)
    for (const id of part.modules.flatMap(importsOf)) {
      const imported = partOf.get(id);
      if (imported !== undefined && imported !== part) part.imports.add(imported);
    }
  return parts;
};

/**
 * Puts what several screens share, and what is loaded later, into few files: each file is
 * compressed alone, requested at every load and cached by every device. Modules in a file of
 * `others` stay there. A build for the server is left alone.
 */
export const fewFiles = (...others: readonly FileOf[]): FileOf => {
  const filesFrom = (id: string, graph: Graph): ReadonlyMap<string, string> => {
    const modules = modulesFrom(id, graph);
    if (![...modules].some((module) => OF_KIT.test(module))) return new Map();
    const apart = new Set(
      [...modules].filter(
        (module) =>
          module.startsWith('\0') ||
          APART.test(module) ||
          OF_KIT.test(module) ||
          others.some((fileOf) => fileOf(module, graph) !== null),
      ),
    );
    const importsOf = (module: string): readonly string[] =>
      (graph.getModuleInfo(module)?.importedIds ?? []).filter((other) => !apart.has(other));
    const loads = loadsOf(modules.difference(apart), graph);
    const sets = loadSets(loads.screens.length, loads.laterParts.length, SCREEN_COUNTS_AS);
    const parts = partsOf(neededModules(loads, sets, importsOf), importsOf, graph);
    return new Map(
      joinedParts(parts, sets, PRICE).flatMap((joined, index) =>
        joined.map((module) => [module, `part-${index}`]),
      ),
    );
  };

  let files: ReadonlyMap<string, string> | undefined;
  return (id, graph) => {
    files ??= filesFrom(id, graph);
    return files.get(id) ?? null;
  };
};

/**
 * Lets the file of a screen also export what others need from it. Kit would have each export only
 * its own names, through an additional file.
 */
export const sharedEntries = () => ({
  name: 'volym-shared-entries',
  options: <O extends object>(options: O) => ({
    ...options,
    preserveEntrySignatures: 'allow-extension' as const,
  }),
});
