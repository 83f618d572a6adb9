import {
  noteExpiry,
  type AuthorizationInput,
  type Authorizing,
} from '#programmes/adobe-vip/rules/authorization/authorization-commands.ts';
import { orderDue } from '#programmes/adobe-vip/rules/authorization/authorization-life.ts';
import { sayPlan, type PlanInput } from '#programmes/adobe-vip/rules/plan/say-plan.ts';
import type { Plan } from '#programmes/adobe-vip/rules/plan/plans.ts';
import { withdraw, type Withdrawal } from '#programmes/adobe-vip/rules/authorization/withdraw.ts';
import type { Day } from '#core/day/day.ts';
import type { AsOf } from '#core/day/local-time.ts';
import type { VipRefused, VipResult } from '#programmes/adobe-vip/rules/vip-problem.ts';
import { ok } from '#core/result.ts';
import type { Records } from '#data/records/records.ts';
import type { Here, Keyed } from '#programmes/adobe-vip/work/here.ts';
import type { Texts } from '#ui/text.ts';
import { perform } from '#ui/perform.ts';
import { doAndSay } from './do-and-say.ts';
import { orderDueWords } from './authorization/order-due-words.ts';
import { sayingRefusal, sayRefusal } from './say-refusal.ts';
import { trashWithUnder } from '#programmes/adobe-vip/work/customer/trash-customer.ts';
import { writeAuthorization } from '#programmes/adobe-vip/work/authorization/write-authorization.ts';

/**
 * Puts a customer into the trash with what is under it, with an undo, unless another customer has
 * its VIP ID by then; a refusal is shown and returned, and nothing is changed.
 */
export const trashCustomer = async (
  records: Records,
  id: string,
  text: Texts,
): Promise<VipRefused | undefined> => {
  const { trashed: message } = text.vip;
  const answer = await perform(trashWithUnder(records, id), (undo) => ({
    message,
    undo,
    refused: sayingRefusal(records, text),
  }));
  return answer.ok ? undefined : sayRefusal(answer.problem, text, records.doing().today);
};

/** Notes that an expired authorization was seen; a refusal is shown and answered. */
export const noteExpired = async (
  records: Records,
  id: string,
  text: Texts,
): Promise<VipRefused | undefined> => {
  const problem = await doAndSay(
    records,
    { id, kind: 'purchase-authorization' },
    noteExpiry,
    text.vip.expired.noted,
    text,
  );
  return sayRefusal(problem, text, records.doing().today);
};

/**
 * Creates a purchase authorization; returns its last day to order. With a single product and a
 * number it gets the same id as from a list on another device. With several products it does not: a
 * list has its own order of lines, and notes on one line would end up on another.
 */
export const createAuthorization = async (
  here: Pick<Here, 'records'> & { readonly vault: Keyed },
  input: AuthorizationInput,
  authorizing: Omit<Authorizing, 'others'>,
  text: Texts,
  asOf: AsOf,
): Promise<VipResult<Day>> => {
  const creating = writeAuthorization(here, input, authorizing);
  const written = await perform(creating, ({ authorization, undo }) => ({
    message: text.vip.authorize.saved(orderDueWords(authorization, text, asOf)),
    undo,
    refused: sayingRefusal(here.records, text),
  }));
  return written.ok ? ok(orderDue(written.value.authorization)) : written;
};

/** Takes an authorization back, or a part of it (C5). */
export const withdrawAndSay = (
  records: Records,
  id: string,
  {
    withdrawal,
    plans,
    message,
    text,
  }: {
    readonly withdrawal: Withdrawal;
    readonly plans: readonly Plan[];
    readonly message: string;
    readonly text: Texts;
  },
): Promise<VipRefused | undefined> =>
  doAndSay(
    records,
    { id, kind: 'purchase-authorization' },
    (authorization, doing) => withdraw(authorization, withdrawal, plans, doing),
    message,
    text,
  );

/**
 * Records how many licences of a product a customer has; the undo restores the former count, unless
 * someone has counted since.
 */
export const sayPlanAndSay = (
  records: Records,
  id: string,
  input: PlanInput,
  text: Texts,
): Promise<VipRefused | undefined> =>
  doAndSay(
    records,
    { id, kind: 'vip-customer' },
    (customer, doing) => sayPlan(customer, input, doing),
    text.vip.changed,
    text,
    ['plans'],
  );
