/** What a build tells of one of its modules. */
export type ModuleInfo = {
  readonly importedIds: readonly string[];
  readonly dynamicallyImportedIds: readonly string[];
  readonly importers: readonly string[];
  readonly dynamicImporters: readonly string[];
  readonly code: string | null;
  /** Whether Kit asks for it by a file of its own. */
  readonly isEntry: boolean;
};

/** The modules of a build; `null` for what is none of them. */
export type Graph = { getModuleInfo(id: string): ModuleInfo | null };

/** Names the file of a module, or leaves it to the build. */
export type FileOf = (id: string, graph: Graph) => string | null;

/** All that is reached from these by a step, themselves included. */
export const reachedBy = <T>(from: Iterable<T>, step: (one: T) => Iterable<T>): Set<T> => {
  const reached = new Set<T>();
  const open = [...from];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (reached.has(next)) continue;
    reached.add(next);
    open.push(...step(next));
  }
  return reached;
};
