import {
  closeRenewal,
  declineRenewal,
  endRenewalAgain,
  renewalOrderOf,
  reopenRenewal,
  type RenewalInput,
} from '#programmes/adobe-vip/rules/renewal/renewal-commands.ts';
import type { CustomerRenewal } from '#programmes/adobe-vip/rules/renewal/customer-renewal.ts';
import { sharesProduct } from '#programmes/adobe-vip/rules/order/join-order.ts';
import { called } from '#programmes/adobe-vip/rules/order/called.ts';
import type { LevelOrNone } from '#programmes/adobe-vip/rules/level/level.ts';
import { anniversaryDue } from '#programmes/adobe-vip/rules/customer/customer-deadlines.ts';
import { takeAddedBack } from '#programmes/adobe-vip/rules/customer/take-steps-back.ts';
import type { VipCustomer } from '#programmes/adobe-vip/rules/customer/vip-customer.ts';
import type { VipOrderData } from '#programmes/adobe-vip/rules/order/vip-order.ts';
import type { Day } from '#core/day/day.ts';
import type { Draft } from '#core/record/record.ts';
import { ok, type Problem, type Result } from '#core/result.ts';
import { readUnder } from '#data/records/read-under.ts';
import type { KindCommand } from '#data/records/on-kind.ts';
import type { Records } from '#data/records/records.ts';
import type { Texts } from '#ui/text.ts';
import { toasts } from '#ui/toast.svelte.ts';
import { refusalOf, type UndoMade } from '#data/records/change-fields.ts';
import { takingBack } from '#data/records/taking-back.ts';
import { doAndSay, doAndUndo } from '../do-and-say.ts';
import { changeKept } from '#data/records/kept-change.ts';
import { perform } from '#ui/perform.ts';
import { sayingRefusal } from '../say-refusal.ts';
import { whyOrderStays } from '#programmes/adobe-vip/work/order/why-order-stays.ts';
import { writeOrder } from '#programmes/adobe-vip/work/order/write-order.ts';
import { renewalProblem } from './renewal-problem.ts';

type Recording = {
  /** The id that the order gets. */
  readonly order: string;
  readonly renewing: CustomerRenewal;
  readonly level: LevelOrNone;
  readonly currency: string;
  readonly closes: boolean;
};

/**
 * Records a renewal order. The order is written first: cut off there, the renewal is still open,
 * and closing it is one press.
 */
export const recordRenewal = (
  records: Records,
  customer: VipCustomer,
  input: RenewalInput,
  given: Recording,
  text: Texts,
): Promise<Problem | undefined> =>
  refusalOf(
    perform(writeRenewal(records, customer, input, given), ({ next, stillOpen, undo }) => {
      const { vipRenewals: words, format } = text;
      const number = input.orderNumber.trim();
      const today = records.doing().today;
      // The order is saved all the same.
      const but = stillOpen === undefined ? '' : ` ${renewalProblem(stillOpen, text, today)}`;
      return {
        message:
          next === ''
            ? words.record.saved(number) + but
            : words.record.savedClosed(number, format.dayShort(next, today)),
        undo,
        refused: sayingRefusal(records, text),
      };
    }),
  );

/** The next anniversary where the renewal ended, or '', and why it did not end. */
type Recorded = {
  readonly next: Day;
  readonly stillOpen: Problem | undefined;
  readonly undo: UndoMade;
};

const writeRenewal = async (
  records: Records,
  customer: VipCustomer,
  input: RenewalInput,
  { closes, order: id, ...about }: Recording,
): Promise<Result<Recorded>> => {
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
  const undo: UndoMade = async () =>
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
  { parent = '', data }: Draft<VipOrderData>,
): Promise<Problem | undefined> => {
  const orders = await readUnder(records, { kind: 'vip-order', parent });
  const number = data.orderNumber;
  return called(orders, 'orderNumber', number).some((order) => sharesProduct(order, data))
    ? { code: 'order-known', field: 'orderNumber', params: { number } }
    : undefined;
};

/** Runs a command on how a renewal ends, and says what was done or why not. */
const endAndSay = (
  records: Records,
  id: string,
  command: KindCommand<'vip-customer'>,
  message: string,
  text: Texts,
): Promise<Problem | undefined> =>
  sayingWhy(records, text, doAndSay(records, { id, kind: 'vip-customer' }, command, message, text));

const sayingWhy = async (
  records: Records,
  text: Texts,
  doing: Promise<Problem | undefined>,
): Promise<Problem | undefined> => {
  const problem = await doing;
  if (problem !== undefined) toasts.say(renewalProblem(problem, text, records.doing().today));
  return problem;
};

/** Notes that the rest of a renewal is not ordered. */
export const closeAndSay = (
  records: Records,
  id: string,
  anniversary: Day,
  text: Texts,
): Promise<Problem | undefined> =>
  endAndSay(
    records,
    id,
    (customer, doing) => closeRenewal(customer, { anniversary, on: doing.today }, doing),
    text.vipRenewals.end.closed,
    text,
  );

/** Notes that a customer does not renew. */
export const declineAndSay = (
  records: Records,
  id: string,
  anniversary: Day,
  text: Texts,
): Promise<Problem | undefined> =>
  endAndSay(
    records,
    id,
    (customer, doing) => declineRenewal(customer, anniversary, doing),
    text.vipRenewals.end.declined,
    text,
  );

/**
 * Opens a renewal again that was ended; undone, it is ended as it was, unless someone ended it
 * since.
 */
export const reopenAndSay = (
  records: Records,
  id: string,
  anniversary: Day,
  text: Texts,
): Promise<Problem | undefined> => {
  const command: KindCommand<'vip-customer'> = (customer, doing) =>
    reopenRenewal(customer, anniversary, doing);
  const { reopened: message } = text.vipRenewals.end;
  return sayingWhy(
    records,
    text,
    doAndUndo(
      records,
      { id, kind: 'vip-customer', command, message, text },
      (now, changed, doing) => endRenewalAgain(now, anniversary, changed, doing),
    ),
  );
};
