import { called } from '#programmes/adobe-vip/rules/order/called.ts';
import {
  orderFromLine,
  waitingFor,
} from '#programmes/adobe-vip/rules/reconcile/order-from-line.ts';
import { whyNoOrder } from '#programmes/adobe-vip/rules/reconcile/why-no-order.ts';
import type { InvoiceLine } from '#programmes/adobe-vip/rules/product/invoice-line.ts';
import type { VipCustomer } from '#programmes/adobe-vip/rules/customer/vip-customer.ts';
import type { ChosenEditions } from '#programmes/adobe-vip/rules/edition/vip-edition.ts';
import type { VipOrderData } from '#programmes/adobe-vip/rules/order/vip-order.ts';
import type { Day } from '#core/day/day.ts';
import type { Draft } from '#core/record/record.ts';
import type { VipProblem, VipFollowing } from '#programmes/adobe-vip/rules/vip-problem.ts';
import { ok } from '#core/result.ts';
import { readUnder } from '#data/records/read-under.ts';
import type { Records } from '#data/records/records.ts';
import type { Here, Keyed } from '../here.ts';
import { placeWithAll } from '../order/place-order.ts';
import { followPlaced } from '../order/follow-placed.ts';
import type { VipUndo } from '../vip-undo.ts';
import { takingBack } from '#data/records/taking-back.ts';
import { whyOrderStays } from '../order/why-order-stays.ts';
import { orderIdFor, writeOrder } from '../order/write-order.ts';
import { closeRenewed } from '../renewal/close-renewed.ts';

/**
 * An order that was made: what it set of its customer where an authorization waited for it, the next
 * anniversary where it ended a renewal or '', and what takes it back.
 */
export type MadeOrder = {
  readonly placed?: { readonly anniversary: Day };
  readonly next: Day;
  readonly undo: VipUndo;
};

/**
 * Makes the order that a line of an invoice tells of, under the id that every device and a list of
 * orders would give it. Where an authorization waits for just that, the order covers it, as one
 * that is noted by hand does; one that renews all that is left ends the renewal.
 */
export const makeFromLine = async (
  app: Here & { readonly vault: Keyed },
  { data }: InvoiceLine,
  customer: VipCustomer,
): Promise<VipFollowing<MadeOrder>> => {
  const { records, workspace } = app;
  const { orderNumber, orderDate, sku } = data;
  const problem = whyNoOrder(data) ?? (await whyKnown(records, customer, orderNumber));
  if (problem !== undefined) return { ok: false, problem };
  const id = await orderIdFor(app, customer.id, orderNumber);
  const under = await readUnder(records, {
    kind: 'purchase-authorization',
    parent: customer.id,
  });
  const waiting = waitingFor(data, under);
  if (waiting !== undefined) {
    const input = { orderNumber, orderDate, lines: [waiting.line], skus: { [waiting.line]: sku } };
    const means = { editions: workspace?.data.editions, order: id };
    const placed = await placeWithAll(records, waiting.authorization, input, means);
    return placed.ok ? ok({ placed: placed.value, next: '', undo: placed.value.undo }) : placed;
  }
  const editions = workspace?.data.editions;
  const draft = orderFromLine(id, data, customer, editions, records.doing());
  if (!draft.ok) return draft;
  return writeWithAll(records, draft.value, customer.id, editions);
};

/** Writes an order with what its customer says of it. */
const writeWithAll = async (
  records: Records,
  draft: Draft<VipOrderData>,
  customer: string,
  editions: ChosenEditions | undefined,
): Promise<VipFollowing<MadeOrder>> => {
  const written = await writeOrder(records, draft);
  if (!written.ok) return written;
  const first = await followPlaced(records, customer, editions);
  const renewed =
    draft.data.orderType === 'renewal' ? await closeRenewed(records, customer) : undefined;
  return ok({
    next: renewed?.next ?? '',
    undo: async () => {
      const left =
        (await whyOrderStays(records, { id: draft.id, parent: customer })) ??
        (await takingBack(records, { id: draft.id, kind: 'vip-order' }, written.value.back)());
      // What the customer says of an order that stays, it says with reason.
      if (left !== undefined && left.code !== 'changed-in-part') return left;
      await first.back();
      await renewed?.back();
      return left;
    },
  });
};

const whyKnown = async (
  records: Records,
  { id }: VipCustomer,
  number: string,
): Promise<VipProblem | undefined> => {
  const orders = await readUnder(records, { kind: 'vip-order', parent: id });
  return called(orders, 'orderNumber', number).length > 0
    ? { code: 'order-known', params: { number: number.trim() } }
    : undefined;
};
