import { resolve } from 'node:path';

type ModuleInfo = { readonly importedIds: readonly string[] } | null;
type Graph = { getModuleInfo(id: string): ModuleInfo };

const routes = resolve(import.meta.dirname, '../routes');

/** What home on a phone draws with: the frame of every screen, and the screen itself. */
const ENTRIES = ['+layout.svelte', '+layout.ts', 'deadlines/+page.svelte', 'deadlines/+page.ts'].map((file) =>
  resolve(routes, file),
);

const reachedFrom = (entries: readonly string[], graph: Graph): ReadonlySet<string> => {
  const reached = new Set<string>();
  const open = [...entries];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    open.push(...(graph.getModuleInfo(id)?.importedIds ?? []));
  }
  return reached;
};

/**
 * Puts what home needs into one file: sixty small ones weigh a fifth more, since each is compressed alone. The set is
 * closed under imports, so the file waits for no other.
 */
export const homeChunk = (): ((id: string, graph: Graph) => string | null) => {
  let home: ReadonlySet<string> | undefined;
  return (id, graph) => ((home ??= reachedFrom(ENTRIES, graph)).has(id) ? 'home' : null);
};
