import {
  closeRenewal,
  renewalOrderOf,
  type RenewalInput,
} from '#programmes/adobe-vip/rules/renewal/renewal-commands.ts';
import type { CustomerRenewal } from '#programmes/adobe-vip/rules/renewal/customer-renewal.ts';
import type { RenewalProblem } from '#programmes/adobe-vip/rules/renewal/renewal-order-rules.ts';
import { sharesProduct } from '#programmes/adobe-vip/rules/order/join-order.ts';
import { called } from '#programmes/adobe-vip/rules/order/called.ts';
import type { LevelOrNone } from '#programmes/adobe-vip/rules/level/level.ts';
import { anniversaryDue } from '#programmes/adobe-vip/rules/customer/customer-deadlines.ts';
import { takeAddedBack } from '#programmes/adobe-vip/rules/customer/take-steps-back.ts';
import type { VipCustomer } from '#programmes/adobe-vip/rules/customer/vip-customer.ts';
import type { VipOrderData } from '#programmes/adobe-vip/rules/order/vip-order.ts';
import type { Day } from '#core/day/day.ts';
import type { Draft } from '#core/record/record.ts';
import type { VipProblem, VipResult } from '#programmes/adobe-vip/rules/vip-problem.ts';
import { ok, type CommonProblem, type Problem } from '#core/result.ts';
import { readUnder } from '#data/records/read-under.ts';
import type { Records } from '#data/records/records.ts';
import type { VipUndo } from '../vip-undo.ts';
import { takingBack } from '#data/records/taking-back.ts';
import { changeKept } from '#data/records/kept-change.ts';
import { whyOrderStays } from '../order/why-order-stays.ts';
import { writeOrder } from '../order/write-order.ts';

/** What a renewal order is recorded with. */
export type Recording = {
  /** The id that the order gets. */
  readonly order: string;
  readonly renewing: CustomerRenewal;
  readonly level: LevelOrNone;
  readonly currency: string;
  readonly closes: boolean;
};

/** The next anniversary where the renewal ended, or '', and why it did not end. */
type Recorded = {
  readonly next: Day;
  readonly stillOpen: Problem<(VipProblem | CommonProblem | RenewalProblem)['code']> | undefined;
  readonly undo: VipUndo;
};

/**
 * Records a renewal order. The order is written first: cut off there, the renewal is still open,
 * and closing it is one press.
 */
export const writeRenewal = async (
  records: Records,
  customer: VipCustomer,
  input: RenewalInput,
  { closes, order: id, ...about }: Recording,
): Promise<VipResult<Recorded, RenewalProblem>> => {
  const draft = renewalOrderOf(id, customer, input, about, records.doing());
  if (!draft.ok) return draft;
  const known = await knownRenewal(records, draft.value);
  if (known !== undefined) return { ok: false, problem: known };
  const order = await writeOrder(records, draft.value);
  if (!order.ok) return order;
  const takeOrder = takingBack(
    records,
    { id: draft.value.id, kind: 'vip-order' },
    order.value.back,
  );
  const undo: VipUndo = async () =>
    (await whyOrderStays(records, { id, parent: customer.id })) ?? takeOrder();
  if (!closes) return ok({ next: '', stillOpen: undefined, undo });
  const { anniversary } = about.renewing;
  const ended = { anniversary, on: input.orderDate };
  const closed = await changeKept(
    records,
    { id: customer.id, kind: 'vip-customer' },
    (record, doing) => closeRenewal(record, ended, doing),
  );
  if (!closed.ok) return ok({ next: '', stillOpen: closed.problem, undo });
  const change = closed.value;
  const reopen = takingBack(records, { id: customer.id, kind: 'vip-customer' }, (record, doing) =>
    takeAddedBack(record, change, doing),
  );
  return ok({
    next: anniversaryDue(change.after.data, change.after.steps),
    stillOpen: undefined,
    // An order that stays has ended the renewal.
    undo: async () => {
      const left = await undo();
      if (left !== undefined && left.code !== 'changed-in-part') return left;
      const ended = await reopen();
      return left ?? ended;
    },
  });
};

/**
 * Why an order of a number that is here already cannot be written once more: what both renew would
 * count twice.
 */
const knownRenewal = async (
  records: Records,
  { parent, data }: Draft<VipOrderData>,
): Promise<VipProblem | undefined> => {
  const orders = await readUnder(records, { kind: 'vip-order', parent });
  const number = data.orderNumber;
  return called(orders, 'orderNumber', number).some((order) => sharesProduct(order, data))
    ? { code: 'order-known', field: 'orderNumber', params: { number } }
    : undefined;
};
