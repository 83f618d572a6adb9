import {
  authorize,
  noteExpiry,
  type AuthorizationInput,
  type Authorizing,
} from '#programmes/adobe-vip/rules/authorization/authorization-commands.ts';
import { withListedLines } from '#programmes/adobe-vip/import/match/line-match.ts';
import { called } from '#programmes/adobe-vip/rules/order/called.ts';
import { requestKey } from '#programmes/adobe-vip/import/match/vip-keys.ts';
import {
  hasLines,
  orderDue,
} from '#programmes/adobe-vip/rules/authorization/authorization-life.ts';
import { sayPlan, type PlanInput } from '#programmes/adobe-vip/rules/plan/say-plan.ts';
import type { Plan } from '#programmes/adobe-vip/rules/plan/plans.ts';
import { UNDER_CUSTOMER } from '#programmes/adobe-vip/rules/customer/under-customer.ts';
import { withdraw, type Withdrawal } from '#programmes/adobe-vip/rules/authorization/withdraw.ts';
import type { Day } from '#core/day/day.ts';
import type { AsOf } from '#core/day/local-time.ts';
import { ok, refuse, type Problem, type Result } from '#core/result.ts';
import { fromTrashAsLeft, toTrash } from '#core/record/trash.ts';
import { whyStaysThrown } from '#data/customers/customers-here.ts';
import { readUnder } from '#data/records/read-under.ts';
import type { Records } from '#data/records/records.ts';
import type { UndoMade } from '#data/records/change-fields.ts';
import { takingManyBack } from '#data/records/taking-back.ts';
import { createRecord } from '#data/trash/in-trash.ts';
import { newId } from '#platform/ids.ts';
import type { App } from '#ui/app.svelte.ts';
import type { Texts } from '#ui/text.ts';
import { perform } from '#ui/perform.ts';
import { doAndSay } from './do-and-say.ts';
import { orderDueWords } from './authorization/order-due-words.ts';
import { sayingRefusal, sayRefusal } from './say-refusal.ts';
import { readOne } from '#data/records/read-under.ts';

/**
 * Puts a customer into the trash with what is under it, and has a way back, unless another
 * customer has its VIP ID by then; a refusal is said and answered, and nothing of it stays.
 */
export const trashCustomer = async (
  records: Records,
  id: string,
  text: Texts,
): Promise<Problem | undefined> => {
  const { trashed: message } = text.vip;
  const answer = await perform(trashWithUnder(records, id), (undo) => ({
    message,
    undo,
    refused: sayingRefusal(records, text),
  }));
  return answer.ok ? undefined : sayRefusal(answer.problem, text, records.doing().today);
};

const trashWithUnder = async (records: Records, id: string): Promise<Result<UndoMade>> => {
  const found = await Promise.all(UNDER_CUSTOMER.map((kind) => records.find({ kind, parent: id })));
  const ids = [id, ...found.flat().map((record) => record.id)];
  const refused = await records.changeMany(ids, toTrash);
  const gone = ids.filter((id) => !refused.has(id));
  const left = await records.many(gone);
  const takeOut = (ids: readonly string[]): UndoMade =>
    takingManyBack(records, ids, (now) => fromTrashAsLeft(now, left.get(now.id) ?? now));
  const [problem] = refused.values();
  if (problem !== undefined) {
    await takeOut(gone)();
    return { ok: false, problem };
  }
  return ok(async () => {
    const stays = await whyStaysThrown(records, [...(await records.many([id])).values()]);
    // Nothing under it comes back without the customer.
    const under = gone.filter((other) => other !== id);
    return stays ?? (await takeOut([id])()) ?? takeOut(under)();
  });
};

/** Notes that an expired authorization was seen; a refusal is said and answered. */
export const noteExpired = async (
  records: Records,
  id: string,
  text: Texts,
): Promise<Problem | undefined> => {
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
 * Creates a purchase authorization; answers its last day to order. Of one product and with its
 * number it is the record that a list makes of it on another device. Of several it is not: a list
 * names lines in its own order, and what is noted of one would be of another.
 */
export const createAuthorization = async (
  { records, vault }: Pick<App, 'records'> & { readonly vault: Pick<App['vault'], 'keyedId'> },
  input: AuthorizationInput,
  authorizing: Omit<Authorizing, 'others'>,
  text: Texts,
  asOf: AsOf,
): Promise<Result<Day>> => {
  const kind = 'purchase-authorization';
  const others = await readUnder(records, {
    kind,
    parent: authorizing.customer,
  });
  const number = input.requestNumber.trim();
  if (called(others, 'requestNumber', number).some(hasLines))
    return refuse('request-number-known', 'requestNumber', { number });
  const isOne = input.products.length === 1;
  const known = isOne
    ? await authorizationIdFor({ records, vault }, authorizing.customer, number)
    : undefined;
  // Only whoever creates one needs what is under another customer of the same number.
  const { authorizationsOfNumber } = await import('./customer/same-number.ts');
  const all = [...others, ...(await authorizationsOfNumber(records, authorizing.customer))];
  const draft = authorize(
    known ?? newId(),
    input,
    { ...authorizing, others: all },
    records.doing(),
  );
  if (!draft.ok) return draft;
  const creating = createRecord(
    records,
    known === undefined ? draft.value : withListedLines(draft.value),
  );
  const written = await perform(creating, ({ record, undo }) => ({
    message: text.vip.authorize.saved(orderDueWords(record, text, asOf)),
    undo,
    refused: sayingRefusal(records, text),
  }));
  return written.ok ? ok(orderDue(written.value.record)) : written;
};

/**
 * The id that a list gives an authorization by its number; undefined where it has none yet, or
 * something else has it.
 */
const authorizationIdFor = async (
  { records, vault }: { readonly records: Records; readonly vault: Pick<App['vault'], 'keyedId'> },
  customer: string,
  requestNumber: string,
): Promise<string | undefined> => {
  const data = (await readOne(records, customer, 'vip-customer'))?.data;
  if (data === undefined || requestNumber === '') return undefined;
  const id = await vault.keyedId(...requestKey({ ...data, requestNumber }));
  return (await records.get(id)) === undefined ? id : undefined;
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
): Promise<Problem | undefined> =>
  doAndSay(
    records,
    { id, kind: 'purchase-authorization' },
    (authorization, doing) => withdraw(authorization, withdrawal, plans, doing),
    message,
    text,
  );

/**
 * Says how many licences of a product a customer has; undone, what was said before stands again,
 * unless someone counted since.
 */
export const sayPlanAndSay = (
  records: Records,
  id: string,
  input: PlanInput,
  text: Texts,
): Promise<Problem | undefined> =>
  doAndSay(
    records,
    { id, kind: 'vip-customer' },
    (customer, doing) => sayPlan(customer, input, doing),
    text.vip.changed,
    text,
    ['plans'],
  );
