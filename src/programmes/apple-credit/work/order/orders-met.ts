import type { CreditOrder } from '#programmes/apple-credit/rules/order/credit-order.ts';
import { meeting, meetingInTurns } from '#programmes/apple-credit/rules/order/same-order.ts';
import { onceMore } from '#platform/once-more.ts';
import type { RecordCollection } from '#data/records/database.ts';
import { inTurns } from '#data/import/in-turns.ts';
import { inChunks } from '#data/records/in-chunks.ts';
import { moveLateCodes } from './late-codes.ts';
import { mangoOf } from '#data/records/query.ts';
import { isFine, readRecord } from '#data/records/read-record.ts';
import { writeAlike } from '#data/records/write-alike.ts';
import { isOfKind } from '#data/records/found.ts';

const KIND = 'credit-order';

/**
 * Notes on orders which older one they may be (A5), and takes it off where that is no longer so:
 * one that was typed and the same from a sheet meet by sync, or by a number that is corrected.
 * Answers the orders that were written.
 */
export const noteOrdersMet = async (collection: RecordCollection): Promise<string[]> => {
  const documents = await collection.find(mangoOf({ kind: KIND })).exec();
  const orders: CreditOrder[] = [];
  await inChunks(documents, {}, async (chunk) => {
    const read = chunk.map(readRecord);
    orders.push(...read.filter((order) => isOfKind(order, KIND)).filter(isFine));
  });
  const met = await inTurns(meetingInTurns(orders));
  const written: string[] = [];
  for (const order of orders) {
    const older = met.get(order.id) ?? '';
    if ((order.data.meets ?? '') === older) continue;
    if (await noteOn(collection, order.id, older)) written.push(order.id);
  }
  return written;
};

/**
 * Does so at the start and after each write of an order, one at a time, until it is stopped, and
 * moves codes that are put under an order which was joined to another. Reports what cannot be
 * written.
 */
export const followOrdersMet = (
  collection: RecordCollection,
  failed: (error: unknown) => void,
): (() => void) => {
  let isOver = false;
  let joined: ReadonlyMap<string, string> = new Map();
  const look = onceMore(async () => {
    if (!isOver) await noteOrdersMet(collection);
    if (!isOver) joined = await moveLateCodes(collection);
  });
  const lookNow = (): void => void look().catch((error: unknown) => isOver || failed(error));
  const writes = collection.eventBulks$.subscribe(({ events }) => {
    if (events.some(({ documentData: { kind, parent } }) => kind === KIND || joined.has(parent)))
      lookNow();
  });
  lookNow();
  return () => {
    isOver = true;
    writes.unsubscribe();
  };
};

const noteOn = (collection: RecordCollection, id: string, older: string): Promise<boolean> =>
  writeAlike(collection, id, (order) => {
    if (!isOfKind(order, KIND) || !isFine(order)) return undefined;
    const isNotedAlready = (order.data.meets ?? '') === older;
    if (order.trashedOn !== '' || isNotedAlready) return undefined;
    return { draft: { ...order, data: meeting(order.data, older) }, says: older };
  });
