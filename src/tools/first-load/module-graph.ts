/** What a build says about one of its modules. */
export type ModuleInfo = {
  readonly importedIds: readonly string[];
  readonly dynamicallyImportedIds: readonly string[];
  readonly importers: readonly string[];
  readonly dynamicImporters: readonly string[];
  readonly code: string | null;
  /** Whether Kit loads it by its own file. */
  readonly isEntry: boolean;
};

/** The modules of a build; `null` for anything else. */
export type Graph = { getModuleInfo(id: string): ModuleInfo | null };

/** Names the file of a module, or leaves it to the build. */
export type FileOf = (id: string, graph: Graph) => string | null;

/** All that is reached from these by a step, themselves included. */
export const reachedBy = <T>(from: Iterable<T>, step: (item: T) => Iterable<T>): Set<T> => {
  const reached = new Set<T>();
  const open = [...from];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (reached.has(next)) continue;
    reached.add(next);
    open.push(...step(next));
  }
  return reached;
};
