import { assignOrder, type Assignment } from '#programmes/apple-credit/rules/order/assign-order.ts';
import {
  amendOrder,
  type OrderInput,
} from '#programmes/apple-credit/rules/order/order-commands.ts';
import type {
  CreditOrder,
  CreditOrderData,
} from '#programmes/apple-credit/rules/order/credit-order.ts';
import type { Day } from '#core/day/day.ts';
import type { Doing } from '#core/record/kind.ts';
import type { Draft, VolymRecord } from '#core/record/record.ts';
import type { CreditRefused, CreditResult } from '#programmes/apple-credit/rules/credit-problem.ts';
import { ok, refuse } from '#core/result.ts';
import { lastOf } from '#core/record/step.ts';
import { fromTrash } from '#core/record/trash.ts';
import { firstUseUnder } from './first-use.ts';
import type { KindCommand } from '#data/records/on-kind.ts';
import type { Records } from '#data/records/records.ts';
import { changeFields, type Undoing, type UndoMade } from '#data/records/change-fields.ts';

/**
 * An amount needs its currency, a reseller belongs to a channel, and an account to its purchaser.
 */
export const ORDER_FIELDS_TOGETHER = [
  ['purchaserName', 'purchaserAppleId'],
  ['amount', 'currency'],
  ['channel', 'reseller'],
] as const;

/**
 * Changes fields of an order, an order date with `reason`; returns the undo, which restores those
 * that nobody has changed since.
 */
export const changeOrder = async (
  records: Records,
  id: string,
  input: OrderInput,
  reason: string,
): Promise<CreditResult<UndoMade>> => {
  const usedOn = async () =>
    input.orderDate === undefined ? '' : await firstUseUnder(records, id);
  const firstUse = await usedOn();
  const write: KindCommand<'credit-order', CreditRefused['code']> = (order, doing) =>
    amendOrder(order, input, reason, doing, firstUse);
  return changeFields(records, { id, kind: 'credit-order' }, write, async () =>
    dayUndone(reason, await usedOn()),
  );
};

/**
 * How an edit is undone, with `reason` for an order date; `firstUse` is the first day on which a
 * code has been used by then.
 */
const dayUndone = (reason: string, firstUse: Day): Undoing<CreditOrderData> => {
  const dated = (
    order: CreditOrder,
    { orderDate }: CreditOrderData,
    doing: Doing,
  ): CreditResult<Draft<CreditOrderData>> =>
    orderDate === order.data.orderDate
      ? ok(order)
      : amendOrder(order, { orderDate }, reason, doing, firstUse);
  return {
    together: ORDER_FIELDS_TOGETHER,
    cannot: (order, data, doing) => {
      // Beside a step that says the day, the field is not emptied.
      const isDayNeeded = data.orderDate === '' && lastOf(order.steps, 'ordered') !== undefined;
      return isDayNeeded || !dated(order, data, doing).ok ? ['orderDate'] : [];
    },
    writeBack: (order, data, doing) => {
      const moved = dated(order, data, doing);
      return moved.ok ? ok({ ...moved.value, data }) : moved;
    },
  };
};

/** Restores an order from the trash. */
export const restoreOrder = (records: Records, id: string): Promise<CreditResult<VolymRecord>> =>
  records.change(id, fromTrash);

/** Gives an order to someone, with a deputy; returns the undo. */
export const assign = (
  records: Records,
  id: string,
  assignment: Assignment,
): Promise<CreditResult<UndoMade>> =>
  changeFields(
    records,
    { id, kind: 'credit-order' },
    (order) => assignOrder(order, assignment),
    () => ({
      writeBack: (order, data) => {
        const { owner, deputy = '' } = data;
        // With the person chosen since, the former one would be both owner and deputy, or a deputy
        // of nobody.
        if (!assignOrder(order, { owner, deputy }).ok)
          return refuse('changed-since', undefined, { fields: 'owner,deputy' });
        return ok({ ...order, data });
      },
    }),
  );
