import type { CreditOrder } from '#programmes/apple-credit/rules/order/credit-order.ts';
import { meeting, meetingInTurns } from '#programmes/apple-credit/rules/order/same-order.ts';
import { onceMore } from '#platform/once-more.ts';
import type { RecordCollection } from '#data/records/database.ts';
import { inTurns } from '#data/import/in-turns.ts';
import { isFine } from '#data/records/read-record.ts';
import { writeAlike } from '#data/records/write-alike.ts';
import { isOfKind } from '#data/records/found.ts';
import { KnownOrders } from './known-orders.ts';
import { moveLateCodes } from './late-codes.ts';

const KIND = 'credit-order';

/**
 * Notes on orders which older one they may be (A5), and takes it off where that is no longer so:
 * one that was typed and the same from a sheet meet by sync, or by a number that is corrected.
 * Answers the orders that were written.
 */
export const noteOrdersMet = async (collection: RecordCollection): Promise<string[]> => {
  const known = new KnownOrders(collection);
  return noteAmong(collection, await known.mayBeOne(await known.readAll()));
};

const noteAmong = async (
  collection: RecordCollection,
  orders: readonly CreditOrder[],
): Promise<string[]> => {
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
 * Does so at the start with all orders, and after each write of an order with those of its number,
 * one at a time, until it is stopped; and moves codes that are put under an order which was joined
 * to another. Reports what cannot be written, and reads all again after that.
 */
export const followOrdersMet = (
  collection: RecordCollection,
  failed: (error: unknown) => void,
): (() => void) => {
  let isOver = false;
  const written = new Set<string>();
  let known: KnownOrders | undefined;
  const noteWritten = async (): Promise<void> => {
    const ids = [...written];
    written.clear();
    const isFirst = known === undefined;
    known ??= new KnownOrders(collection);
    const numbers = await (isFirst ? known.readAll() : known.readAgain(ids));
    if (!isOver) await noteAmong(collection, await known.mayBeOne(numbers));
    if (!isOver) await moveLateCodes(collection, known.joined);
  };
  const look = onceMore(async () => {
    if (isOver) return;
    try {
      await noteWritten();
    } catch (error) {
      known = undefined;
      throw error;
    }
  });
  const lookNow = (): void => void look().catch((error: unknown) => isOver || failed(error));
  const writes = collection.eventBulks$.subscribe(({ events }) => {
    const orders = events.filter(({ documentData: { kind } }) => kind === KIND);
    for (const { documentId } of orders) written.add(documentId);
    const isCodeLate = ({ documentData: { parent } }: (typeof events)[number]): boolean =>
      known?.joined.has(parent) ?? false;
    if (orders.length > 0 || events.some(isCodeLate)) lookNow();
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
