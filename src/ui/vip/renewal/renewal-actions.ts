import { closeRenewal, declineRenewal, renewalOrderOf, type RenewalInput } from '#domain/adobe-vip/renewal-commands.ts';
import type { CustomerRenewal } from '#domain/adobe-vip/customer-renewal.ts';
import type { Level } from '#domain/adobe-vip/level.ts';
import { anniversaryDue } from '#domain/adobe-vip/customer-deadlines.ts';
import { takeStepsBack } from '#domain/adobe-vip/take-steps-back.ts';
import type { VipCustomer, VipCustomerData } from '#domain/adobe-vip/vip-customer.ts';
import type { Day } from '#domain/day.ts';
import type { Problem, Result } from '#domain/result.ts';
import { toTrash } from '#domain/trash.ts';
import type { Command, Records } from '#data/records.ts';
import type { VolymRecord } from '#domain/record.ts';
import { newId } from '#platform/ids.ts';
import type { Texts } from '../../text.ts';
import { toasts } from '../../toast.svelte.ts';

type Written = { readonly answer: Result<VolymRecord<VipCustomerData>>; readonly undo: () => Promise<void> };

/** Runs a command that adds steps to the customer; undone, exactly those are taken back. */
const addSteps = async (records: Records, id: string, command: Command<VipCustomerData>): Promise<Written> => {
  let before: readonly string[] = [];
  const answer = await records.change<VipCustomerData>(id, (record, doing) => {
    before = record.steps.map((step) => step.id);
    return command(record, doing);
  });
  const mine = answer.ok ? answer.value.steps.map((step) => step.id).filter((step) => !before.includes(step)) : [];
  const undo = async (): Promise<void> =>
    void (await records.change<VipCustomerData>(id, (record, doing) =>
      takeStepsBack(record, (step) => mine.includes(step.id), doing),
    ));
  return { answer, undo };
};

/**
 * Records a renewal order. The order is written first: cut off there, the renewal is still open, and closing it is one press.
 */
export const recordRenewal = async (
  records: Records,
  customer: VipCustomer,
  input: RenewalInput,
  given: {
    readonly renewing: CustomerRenewal;
    readonly level: Level;
    readonly currency: string;
    readonly closes: boolean;
  },
  text: Texts,
): Promise<Problem | undefined> => {
  const { closes, ...about } = given;
  const draft = renewalOrderOf(newId(), customer, input, about, records.doing());
  if (!draft.ok) return draft.problem;
  const order = await records.create(draft.value);
  if (!order.ok) return order.problem;
  const { anniversary } = about.renewing;
  const ended = { anniversary, on: input.orderDate };
  const closed = closes
    ? await addSteps(records, customer.id, (one, doing) => closeRenewal(one, ended, doing))
    : undefined;
  const { vipRenewals: words, format } = text;
  const number = input.orderNumber.trim();
  const next = closed?.answer.ok === true ? anniversaryDue(closed.answer.value.data, closed.answer.value.steps) : '';
  const today = records.doing().today;
  const said =
    next === '' ? words.record.saved(number) : words.record.savedClosed(number, format.dayShort(next, today));
  toasts.say(said, async () => {
    await records.change(order.value.id, toTrash);
    if (closed?.answer.ok === true) await closed.undo();
  });
  return undefined;
};

const endAndSay = async (
  records: Records,
  id: string,
  command: Command<VipCustomerData>,
  said: string,
): Promise<Problem | undefined> => {
  const { answer, undo } = await addSteps(records, id, command);
  if (!answer.ok) return answer.problem;
  toasts.say(said, undo);
  return undefined;
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
    (one, doing) => closeRenewal(one, { anniversary, on: doing.today }, doing),
    text.vipRenewals.end.closed,
  );

/** Notes that a customer does not renew. */
export const declineAndSay = (
  records: Records,
  id: string,
  anniversary: Day,
  text: Texts,
): Promise<Problem | undefined> =>
  endAndSay(records, id, (one, doing) => declineRenewal(one, anniversary, doing), text.vipRenewals.end.declined);
