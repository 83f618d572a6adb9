import type { CreditOrder } from '#domain/apple-credit/credit-order.ts';
import { numbersAfter, underOther } from '#domain/apple-credit/moved-code.ts';
import type { RedemptionCode } from '#domain/apple-credit/redemption-code.ts';
import { codesOf, codesToMove } from './codes-of-orders.ts';
import type { RecordCollection } from './database.ts';
import { mangoOf } from './query.ts';
import { conditionOf, readRecord } from './read-record.ts';
import type { Records } from './records.ts';
import { writeAlike } from './write-alike.ts';

/**
 * Moves codes that came under an order after it was joined to another (A5): a device that did not know of it put them there, or an
 * older version left them. Answers the orders in the trash that are another one, by their ids.
 */
export const moveLateCodes = async (collection: RecordCollection): Promise<ReadonlyMap<string, string>> => {
  const find = finding(collection);
  const thrown = await find({ kind: 'credit-order', trashed: 'only' });
  const joined = (thrown as CreditOrder[]).filter(
    (order) => conditionOf(order) === 'fine' && (order.data.joinedTo ?? '') !== '',
  );
  const into = new Map(joined.map(({ id, data }) => [id, data.joinedTo ?? '']));
  if (into.size === 0) return into;
  const late = await codesToMove(find, [...into.keys()]);
  if (late.length === 0) return into;
  const there = await collection.findByIds([...new Set(into.values())]).exec();
  for (const [from, to] of into) if (there.has(to)) await moveTo(collection, { from, to }, late);
  return into;
};

const moveTo = async (
  collection: RecordCollection,
  { from, to }: { readonly from: string; readonly to: string },
  late: readonly RedemptionCode[],
): Promise<void> => {
  const own = late.filter(({ parent }) => parent === from);
  if (own.length === 0) return;
  for (const [id, number] of numbersAfter(own, await codesOf(finding(collection), [to])))
    await writeAlike(collection, id, (record) =>
      record.parent === from
        ? // A device that knows of fewer codes gives another number, and that is another write.
          { draft: underOther(record as RedemptionCode, to, number), says: `${to}|${number}` }
        : undefined,
    );
};

const finding =
  (collection: RecordCollection): Records['find'] =>
  async (query) =>
    (await collection.find(mangoOf(query)).exec()).map(readRecord);
