import { lastJoins, type LastJoin } from '#programmes/apple-credit/rules/order/joined-last.ts';
import { numbersAfter, underOther } from '#programmes/apple-credit/rules/code/moved-code.ts';
import type { RedemptionCode } from '#programmes/apple-credit/rules/code/redemption-code.ts';
import { codesOf, codesToMove } from './codes-of-orders.ts';
import type { RecordCollection } from '#data/records/database.ts';
import { isOfKind } from '#data/records/found.ts';
import { isFine } from '#data/records/read-record.ts';
import { reading } from '#data/records/records.ts';
import { writeAlike } from '#data/records/write-alike.ts';

/**
 * Moves codes that were put under an order after it was joined to another (A5): a device that did
 * not know of the join put them there, or an older version left them. They go straight to the end
 * of a chain of joins; they stay if the chain is a circle, which no app makes: each look would move
 * them on and trigger the next. `into` has the order that each order in the trash was joined to.
 */
export const moveLateCodes = async (
  collection: RecordCollection,
  into: ReadonlyMap<string, string>,
): Promise<void> => {
  if (into.size === 0) return;
  const { find } = reading(collection);
  const ends = lastJoins(into);
  const late = Map.groupBy(await codesToMove(find, [...ends.keys()]), ({ parent }) => parent);
  if (late.size === 0) return;
  const there = await collection
    .findByIds([...new Set([...ends.values()].map(({ to }) => to))])
    .exec();
  for (const [parent, own] of late) {
    const end = ends.get(parent);
    if (end !== undefined && there.get(end.to)?.kind === 'credit-order')
      await moveTo(collection, end, own);
  }
};

/**
 * Undone at the last join, they come back to the order that was joined there, as if they had gone
 * one join after the other.
 */
const moveTo = async (
  collection: RecordCollection,
  { from, to }: LastJoin,
  late: readonly RedemptionCode[],
): Promise<void> => {
  const parents = new Map(late.map(({ id, parent }) => [id, parent]));
  for (const [id, number] of numbersAfter(late, await codesOf(reading(collection).find, [to])))
    await writeAlike(collection, id, (record) =>
      isOfKind(record, 'redemption-code') && isFine(record) && record.parent === parents.get(id)
        ? // A device that knows fewer codes writes another number, and that is a different write.
          {
            draft: underOther({ ...record, parent: from }, to, number),
            says: `${to}|${number}`,
          }
        : undefined,
    );
};
