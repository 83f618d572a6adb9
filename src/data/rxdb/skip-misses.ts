/** The table of a store in Dexie, as far as it is asked here. */
type Table = {
  bulkGet(ids: readonly string[]): Promise<readonly unknown[]>;
  where(index: ':id'): {
    between(
      lowest: string,
      highest: string,
      withLowest: true,
      withHighest: true,
    ): { limit(most: number): { primaryKeys(): Promise<readonly string[]> } };
  };
};

/** Fewer are looked for at once. */
const FEW = 8;

/**
 * Those ids of the table that lie between the first and the last of these; undefined where they are
 * too many to be worth it.
 */
const idsBetween = async (
  table: Table,
  ids: readonly string[],
): Promise<ReadonlySet<string> | undefined> => {
  const sorted = ids.toSorted();
  const most = 2 * ids.length;
  const between = table.where(':id').between(sorted[0] ?? '', sorted.at(-1) ?? '', true, true);
  const found = await between.limit(most).primaryKeys();
  return found.length < most ? new Set(found) : undefined;
};

/**
 * RxDB looks for each incoming record twice before it writes it, and IndexedDB takes a request for
 * each. The records that first reach a device have ids close together, with few others in between:
 * in this storage one request finds which exist, and only those are read. Does nothing with a
 * storage that is not Dexie's.
 */
export const skipMisses = async ({ internals }: { readonly internals: unknown }): Promise<void> => {
  const { dexieTable: table } = (await internals) as { readonly dexieTable?: Table };
  if (table === undefined || Object.hasOwn(table, 'bulkGet')) return;
  const bulkGet = table.bulkGet.bind(table);
  table.bulkGet = async (ids) => {
    const there = ids.length < FEW ? undefined : await idsBetween(table, ids);
    if (there === undefined) return bulkGet(ids);
    const wanted = ids.filter((id) => there.has(id));
    if (wanted.length === 0) return ids.map(() => undefined);
    const found = new Map((await bulkGet(wanted)).map((row, at) => [wanted[at], row]));
    return ids.map((id) => found.get(id));
  };
};
