import { highestNumber } from '#programmes/apple-credit/rules/code/code-numbers.ts';
import { licenceState } from '#programmes/apple-licences/rules/licence/licence-life.ts';
import type { VolymRecord } from '#core/record/record.ts';
import type { Records } from '../records/records.ts';
import type { KindId } from '#programmes/kinds.ts';
import type { Found } from '#programmes/record-of.ts';

/** Over so many orders one pass through all codes is quicker than a query for each. */
const MANY = 20;

/** The codes under orders and batches, those in the trash left out. */
export const codesUnder = async (
  records: Pick<Records, 'find'>,
  parents: readonly string[],
): Promise<Found<'redemption-code'>[]> => under(records, 'redemption-code', parents);

const under = async <Id extends KindId>(
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

const UNDER_CUSTOMER = ['purchase-authorization', 'vip-order', 'return-authorization'] as const;

/**
 * The records under orders, batches, apps and customers, which come and go with them: codes,
 * licences, authorizations, VIP orders and returns; except those in the trash.
 */
export const childrenUnder = async (
  records: Pick<Records, 'find'>,
  parents: readonly string[],
): Promise<VolymRecord[]> => [
  ...(await codesUnder(records, parents)),
  ...(await under(records, 'assigned-licence', parents)),
  ...(await Promise.all(UNDER_CUSTOMER.map((kind) => under(records, kind, parents)))).flat(),
];

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
  const isHeld = ({ kind, steps }: VolymRecord): boolean =>
    kind !== 'assigned-licence' || licenceState(steps) !== 'free';
  const held = new Set(records.filter(isHeld).map(({ parent }) => parent));
  return new Set(records.map(({ parent }) => parent).filter((parent) => !held.has(parent)));
};

/** The codes under each parent: how many, and the highest of their numbers. */
export const countUnder = (
  codes: readonly VolymRecord[],
): Map<
  string,
  { readonly count: number; readonly highest: number; readonly codes: readonly VolymRecord[] }
> => {
  const under = new Map<string, { count: number; highest: number; codes: VolymRecord[] }>();
  for (const code of codes) {
    const before = under.get(code.parent) ?? { count: 0, highest: 0, codes: [] };
    before.codes.push(code);
    const highest = Math.max(before.highest, highestNumber([code]));
    under.set(code.parent, { count: before.codes.length, highest, codes: before.codes });
  }
  return under;
};
