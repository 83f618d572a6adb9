import {
  closeRenewal,
  declineRenewal,
  endRenewalAgain,
  reopenRenewal,
  type RenewalInput,
} from '#programmes/adobe-vip/rules/renewal/renewal-commands.ts';
import type { VipCustomer } from '#programmes/adobe-vip/rules/customer/vip-customer.ts';
import type { Day } from '#core/day/day.ts';
import type { VipRefused } from '#programmes/adobe-vip/rules/vip-problem.ts';
import type { RenewalProblem } from '#programmes/adobe-vip/rules/renewal/renewal-order-rules.ts';
import type { KindCommand } from '#data/records/on-kind.ts';
import type { Records } from '#data/records/records.ts';
import type { Texts } from '#ui/text.ts';
import { toasts } from '#ui/toast.svelte.ts';
import { refusalOf } from '#data/records/change-fields.ts';
import { doAndSay, doAndUndo } from '../do-and-say.ts';
import { perform } from '#ui/perform.ts';
import { sayingRefusal } from '../say-refusal.ts';
import { renewalProblem } from './renewal-problem.ts';
import { writeRenewal, type Recording } from '#programmes/adobe-vip/work/renewal/record-renewal.ts';

/** Records a renewal order, and says what became of the renewal. */
export const recordRenewal = (
  records: Records,
  customer: VipCustomer,
  input: RenewalInput,
  given: Recording,
  text: Texts,
): Promise<VipRefused<RenewalProblem> | undefined> =>
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

/** Runs a command on how a renewal ends, and says what was done or why not. */
const endAndSay = (
  records: Records,
  id: string,
  command: KindCommand<'vip-customer', (VipRefused | RenewalProblem)['code']>,
  message: string,
  text: Texts,
): Promise<VipRefused<RenewalProblem> | undefined> =>
  sayingWhy(records, text, doAndSay(records, { id, kind: 'vip-customer' }, command, message, text));

const sayingWhy = async (
  records: Records,
  text: Texts,
  doing: Promise<VipRefused<RenewalProblem> | undefined>,
): Promise<VipRefused<RenewalProblem> | undefined> => {
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
): Promise<VipRefused<RenewalProblem> | undefined> =>
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
): Promise<VipRefused<RenewalProblem> | undefined> =>
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
): Promise<VipRefused<RenewalProblem> | undefined> => {
  const command: KindCommand<'vip-customer', (VipRefused | RenewalProblem)['code']> = (
    customer,
    doing,
  ) => reopenRenewal(customer, anniversary, doing);
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
