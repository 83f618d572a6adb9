import type { OrderInput } from '#programmes/apple-credit/rules/order/order-commands.ts';
import {
  accountKey,
  type PurchaserRow,
} from '#programmes/apple-credit/rules/purchaser/purchasers.ts';
import type { Day } from '#core/day/day.ts';
import type { CreditResult } from '#programmes/apple-credit/rules/credit-problem.ts';
import { ok } from '#core/result.ts';
import { takeBackEach, type UndoMade } from '#data/records/change-fields.ts';
import type { Records } from '#data/records/records.ts';
import { correctAccount, whyNotCorrected } from '../purchaser/write-purchaser.ts';
import { changeOrder } from './change-order.ts';
import { saveAsOrdered } from './save-as-ordered.ts';

/**
 * An order that was edited: how many other orders got the corrected account, undefined if none was
 * corrected, and the undo of all of it.
 */
export type Edited = { readonly others: number | undefined; readonly undo: UndoMade };

/**
 * What is written on an order, the day on which it was ordered if a draft is saved as ordered, and
 * why an order date is corrected (`date`) or a step withdrawn (`undone`).
 */
export type OrderEdit = {
  readonly id: string;
  readonly changed: OrderInput;
  readonly orderedOn: Day | undefined;
  readonly reasons: { readonly date: string; readonly undone: string };
};

/**
 * Writes the order and, if it is the same person (`same`, of the `rows` of the register), the
 * corrections in the register and on the other orders. If those are refused, nothing is changed.
 */
export const editWithAccount = async (
  records: Records,
  { id, changed, orderedOn: on, reasons }: OrderEdit,
  same: PurchaserRow | undefined,
  rows: readonly PurchaserRow[],
): Promise<CreditResult<Edited>> => {
  const { purchaserAppleId: appleId = '', purchaserName: name = '' } = changed;
  const to = { name: name.trim(), appleId: appleId.trim() };
  const taken = rows
    .map(({ key }) => key)
    .filter((key) => key !== same?.key && key !== accountKey(appleId));
  // If there are writes in several places, all are checked before the first.
  const wrong = same === undefined ? undefined : whyNotCorrected(same, to, taken);
  if (wrong !== undefined) return { ok: false, problem: { ...wrong, field: 'purchaserAppleId' } };
  const edited = await (on === undefined
    ? changeOrder(records, id, changed, reasons.date)
    : saveAsOrdered(records, id, { input: changed, on }, reasons));
  if (!edited.ok) return edited;
  const undoOrder = edited.value;
  if (same === undefined) return ok({ others: undefined, undo: undoOrder });
  const others = same.orders.filter((order) => order.id !== id);
  const answer = await correctAccount(records, { ...same, orders: others }, to, taken);
  if (!answer.ok) {
    await undoOrder();
    return answer;
  }
  const { count, undo } = answer.value;
  return ok({ others: count, undo: () => takeBackEach([undo, undoOrder]) });
};
