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

const isNoneThere = async (table: Table, ids: readonly string[]): Promise<boolean> => {
  const sorted = ids.toSorted();
  const between = table.where(':id').between(sorted[0] ?? '', sorted.at(-1) ?? '', true, true);
  return (await between.limit(1).primaryKeys()).length === 0;
};

/**
 * RxDB looks for each record that comes before it writes it, twice, and IndexedDB takes a request for each. What comes to a device
 * first has ids near each other, between which nothing lies here: in a storage made so one request says that of all of them.
 * Does nothing with a storage that is not Dexie's.
 */
export const skipMisses = async ({ internals }: { readonly internals: unknown }): Promise<void> => {
  const { dexieTable: table } = (await internals) as { readonly dexieTable?: Table };
  if (table === undefined || Object.hasOwn(table, 'bulkGet')) return;
  const bulkGet = table.bulkGet.bind(table);
  table.bulkGet = async (ids) =>
    ids.length >= FEW && (await isNoneThere(table, ids)) ? ids.map(() => undefined) : bulkGet(ids);
};
