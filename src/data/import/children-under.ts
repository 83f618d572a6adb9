import type { VolymRecord } from '#core/record/record.ts';
import type { Records } from '../records/records.ts';
import type { KindId } from '#programmes/kinds.ts';
import type { Found } from '#programmes/record-of.ts';
import { isHeld, UNDER_KINDS } from '#programmes/undone-imports.ts';

/** Over so many orders one pass through all codes is quicker than a query for each. */
const MANY = 20;

/** The records of a kind under some parents, those in the trash left out. */
export const foundUnder = async <Id extends KindId>(
  records: Pick<Records, 'find'>,
  kind: Id,
  parents: readonly string[],
): Promise<Found<Id>[]> => {
  if (parents.length > MANY) {
    const wanted = new Set(parents);
    return (await records.find({ kind })).filter(({ parent }) => wanted.has(parent));
  }
  return (await Promise.all(parents.map((parent) => records.find({ kind, parent })))).flat();
};

/**
 * The records under orders, batches, apps and customers, which come and go with them: codes,
 * licences, authorizations, VIP orders and returns; except those in the trash.
 */
export const childrenUnder = async (
  records: Pick<Records, 'find'>,
  parents: readonly string[],
): Promise<VolymRecord[]> =>
  (await Promise.all(UNDER_KINDS.map((kind) => foundUnder(records, kind, parents)))).flat();

/** How many of some records lie under each parent. */
export const countByParent = (
  records: readonly Pick<VolymRecord, 'parent'>[],
): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { parent } of records) counts.set(parent, (counts.get(parent) ?? 0) + 1);
  return counts;
};

/** The apps among the parents of some records under which no licence is anybody's any more. */
export const allCameBack = (records: readonly VolymRecord[]): ReadonlySet<string> => {
  const held = new Set(records.filter(isHeld).map(({ parent }) => parent));
  return new Set(records.map(({ parent }) => parent).filter((parent) => !held.has(parent)));
};
