import { anniversaryDue } from '#programmes/adobe-vip/rules/customer/customer-deadlines.ts';
import { closeRenewal } from '#programmes/adobe-vip/rules/renewal/renewal-commands.ts';
import { renewalMadeWhole } from '#programmes/adobe-vip/rules/renewal/renewal-made-whole.ts';
import { takeAddedBack } from '#programmes/adobe-vip/rules/customer/take-steps-back.ts';
import type { Day } from '#core/day/day.ts';
import type { Draft } from '#core/record/record.ts';
import { refuse, type Problem } from '#core/result.ts';
import type { VipCustomerData } from '#programmes/adobe-vip/rules/customer/vip-customer.ts';
import type { RenewalProblem } from '#programmes/adobe-vip/rules/renewal/renewal-order-rules.ts';
import type { VipResult } from '#programmes/adobe-vip/rules/vip-problem.ts';
import { readUnder } from '#data/records/read-under.ts';
import type { Records } from '#data/records/records.ts';
import { changeKept } from '#data/records/kept-change.ts';
import type { VipUndo } from '../vip-undo.ts';
import { takingBack } from '#data/records/taking-back.ts';
import type { KindId } from '#data/records/found.ts';

/**
 * What an order changed in its customer's renewal: the next anniversary if the renewal was closed,
 * or '', and the undo.
 */
export type ClosedRenewal = { readonly next: Day; readonly back: VipUndo };

type RenewalClosed = VipResult<
  Draft<VipCustomerData>,
  RenewalProblem | Problem<'nothing-to-close'>
>;

/** Ends a customer's renewal where the orders that are here make it whole. */
export const closeRenewed = async (records: Records, customer: string): Promise<ClosedRenewal> => {
  const under = <Id extends KindId>(kind: Id) => readUnder(records, { kind, parent: customer });
  const [authorizations, orders, returns] = await Promise.all([
    under('purchase-authorization'),
    under('vip-order'),
    under('return-authorization'),
  ]);
  const closed = await changeKept(
    records,
    { id: customer, kind: 'vip-customer' },
    (record, doing): RenewalClosed => {
      const book = { customer: record, authorizations, orders, returns };
      const whole = renewalMadeWhole(book, doing);
      return whole === undefined ? refuse('nothing-to-close') : closeRenewal(record, whole, doing);
    },
  );
  if (!closed.ok) return { next: '', back: async () => undefined };
  const { value } = closed;
  return {
    next: anniversaryDue(value.after.data, value.after.steps),
    back: takingBack(records, { id: customer, kind: 'vip-customer' }, (record, doing) =>
      takeAddedBack(record, value, doing),
    ),
  };
};
