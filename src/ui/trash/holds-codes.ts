import type { VolymRecord } from '#domain/record.ts';
import type { Records } from '#data/records.ts';

/** The kind of what orders and batches hold. */
export const CODE = 'redemption-code';

/** The ids of records, to be looked up in. */
export const idsOf = (records: readonly VolymRecord[]): ReadonlySet<string> => new Set(records.map(({ id }) => id));

/** The ids of what records lie under. */
export const parentsOf = (records: readonly VolymRecord[]): ReadonlySet<string> =>
  new Set(records.map(({ parent }) => parent));

/** Those that hold codes which do not lie in the trash themselves: one is enough. */
export const holdCodes = async (records: Records, thrown: readonly VolymRecord[]): Promise<ReadonlySet<string>> => {
  const holding = new Set<string>();
  for (const { id, kind } of thrown) {
    const codes = kind === CODE ? [] : await records.find({ parent: id, kind: CODE, limit: 1 });
    if (codes.length > 0) holding.add(id);
  }
  return holding;
};
