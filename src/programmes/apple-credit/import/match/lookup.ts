import type { Day } from '#core/day/day.ts';
import type { CodeBatch } from '#programmes/apple-credit/rules/code/code-batch.ts';
import {
  isAskedAbout,
  type CreditOrder,
} from '#programmes/apple-credit/rules/order/credit-order.ts';
import { newCodes } from './keys.ts';
import type { RowWhy } from '#core/import/planned-row.ts';
import type { IncomingRow, Known, PlannedReason } from '../plan/planned.ts';
import { purchasersBeside, type TwoPurchasers } from './purchaser-beside.ts';
import { firstUseOf } from '#programmes/apple-credit/rules/order/order-days.ts';
import { orderKey } from '#programmes/apple-credit/rules/order/order-key.ts';
import type { RedemptionCode } from '#programmes/apple-credit/rules/code/redemption-code.ts';

/** The existing records, as the rows of a file look them up. */
export type Lookup = {
  /** Orders by number, except those in the trash. */
  ordersNumbered(orderNumber: string): readonly CreditOrder[];
  order(id: string): CreditOrder | undefined;
  batch(id: string): CodeBatch | undefined;
  /** Whether a record is in the trash. */
  isGone(id: string): boolean;
  /**
   * Why a row cannot be about the record with its order number or with one of some ids; undefined
   * if it can.
   */
  whyStrange(
    orderNumber: string | undefined,
    ids: readonly (string | undefined)[],
  ): RowWhy<PlannedReason> | undefined;
  /** Whose a row is by its Apple ID and its organisation, where those are of two purchasers. */
  twoPurchasers(row: IncomingRow): TwoPurchasers | undefined;
  /** Whether a code is not there yet. */
  isNew(codeId: string): boolean;
  /**
   * The first day on which a code of an order was used, one that the file brings back from the
   * trash included; '' for none.
   */
  usedOn(order: string): Day;
  nameOf(id: string): { readonly kind: 'batch' | 'order'; readonly name: string };
  /**
   * Why a known code belongs elsewhere although the row leads to `parent`; undefined if it is under
   * that parent.
   */
  standsElsewhere(code: RedemptionCode, parent: string): RowWhy<PlannedReason> | undefined;
};

/** Prepares the existing records for lookups, row after row. */
export const lookupIn = (known: Known): Lookup => {
  const orders = new Map(known.orders.map((order) => [order.id, order]));
  const batches = new Map(known.batches.map((batch) => [batch.id, batch]));
  const numbered = byNumber(known.orders);
  const inFile = Map.groupBy(known.codes.values(), ({ parent }) => parent);
  const nameOf: Lookup['nameOf'] = (id) => {
    const batch = batches.get(id);
    if (batch !== undefined) return { kind: 'batch', name: batch.data.name };
    return { kind: 'order', name: orders.get(id)?.data.orderNumber ?? '' };
  };
  return {
    ordersNumbered: (orderNumber) => numbered.get(orderKey(orderNumber)) ?? [],
    order: (id) => orders.get(id),
    batch: (id) => batches.get(id),
    isGone: (id) => ((orders.get(id) ?? batches.get(id))?.trashedOn ?? '') !== '',
    whyStrange: (number, ids) => {
      if (known.strange.numbers.has(orderKey(number ?? '')))
        return { code: 'record-not-understood' };
      const code = ids
        .map((id) => known.strange.ids.get(id ?? ''))
        .find((why) => why !== undefined);
      return code === undefined ? undefined : { code };
    },
    twoPurchasers: purchasersBeside(known.orders),
    isNew: newCodes(known),
    usedOn: (order) =>
      firstUseOf([...(known.codesUnder.get(order)?.codes ?? []), ...(inFile.get(order) ?? [])]),
    nameOf,
    standsElsewhere: (code, parent) => {
      if (code.parent === parent) return undefined;
      const { kind, name } = nameOf(code.parent);
      return { code: `duplicate-in-${kind}`, params: { name } };
    },
  };
};

const byNumber = (orders: readonly CreditOrder[]): Map<string, CreditOrder[]> => {
  const numbered = new Map<string, CreditOrder[]>();
  for (const order of orders) {
    const orderNumber = orderKey(order.data.orderNumber);
    // Of two orders that may be the same the older counts: rows go there, and nobody is asked
    // which.
    if (orderNumber === '' || order.trashedOn !== '' || isAskedAbout(order)) continue;
    const same = numbered.get(orderNumber);
    if (same === undefined) numbered.set(orderNumber, [order]);
    else same.push(order);
  }
  return numbered;
};
