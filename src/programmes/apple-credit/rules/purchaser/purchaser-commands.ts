import { doneDayProblem } from '#core/day/done-day.ts';
import { fieldsBack } from '#core/record/fields-back.ts';
import type { Doing } from '#core/record/kind.ts';
import type { Draft } from '#core/record/record.ts';
import { ok, refuse } from '#core/result.ts';
import { longTexts, whyTooLong } from '#core/text/long-texts.ts';
import { missingIn, currentSteps, WITHDRAWN, withStep, type Step } from '#core/record/step.ts';
import type { ContentPurchaser, ContentPurchaserData } from './content-purchaser.ts';
import type { CreditOrder, CreditOrderData } from '../order/credit-order.ts';
import type { OrderInput } from '../order/order-commands.ts';
import { accountKey, type AccountState, type PurchaserRow } from './purchasers.ts';
import type { CreditProblem, CreditResult } from '../credit-problem.ts';

/** What a person says of a purchaser. */
export type PurchaserInput = Omit<ContentPurchaserData, 'v'>;

/**
 * Everything wrong with the details of a purchaser; an account is an e-mail address, and no two
 * purchasers share one.
 */
export const purchaserProblems = (
  { name, appleId }: Pick<PurchaserInput, 'name' | 'appleId'>,
  others: readonly string[],
): readonly CreditProblem[] => [
  ...(name.trim() === '' ? [refuse('name-needed', 'name').problem] : []),
  ...appleIdProblems(appleId),
  ...(others.includes(accountKey(appleId.trim()))
    ? [refuse('purchaser-is-here', 'appleId').problem]
    : []),
];

const appleIdProblems = (appleId: string): readonly CreditProblem[] => {
  if (appleId.trim() === '') return [refuse('apple-id-needed', 'appleId').problem];
  return appleId.includes('@') ? [] : [refuse('not-an-apple-id', 'appleId').problem];
};

/** The input, its texts trimmed. */
const checked = (
  input: PurchaserInput,
  others: readonly string[],
): CreditResult<PurchaserInput> => {
  const [problem] = [...purchaserProblems(input, others), ...longTexts(input)];
  if (problem !== undefined) return { ok: false, problem };
  const trimmed = {
    ...input,
    name: input.name.trim(),
    appleId: input.appleId.trim(),
    institution: input.institution.trim(),
  };
  return ok(trimmed);
};

/** A purchaser for the register; `others` are the account keys that are in it. */
export const newPurchaser = (
  id: string,
  input: PurchaserInput,
  others: readonly string[],
): CreditResult<Draft<ContentPurchaserData>> => {
  const answer = checked(input, others);
  if (!answer.ok) return answer;
  return ok({
    id,
    kind: 'content-purchaser',
    programme: 'apple-credit',
    parent: '',
    data: { v: 1, ...answer.value },
    steps: [],
  });
};

/** Changes the details of a purchaser. */
export const editPurchaser = (
  purchaser: ContentPurchaser,
  input: PurchaserInput,
  others: readonly string[],
): CreditResult<Draft<ContentPurchaserData>> => {
  const answer = checked(input, others);
  return answer.ok ? ok({ ...purchaser, data: { ...purchaser.data, ...answer.value } }) : answer;
};

/** Records Apple's verdict on the account, outside any order. */
export const judgeAccount = (
  purchaser: ContentPurchaser,
  {
    kind,
    on,
    note,
  }: { readonly kind: 'validated' | 'rejected'; readonly on: string; readonly note: string },
  doing: Doing,
): CreditResult<Draft<ContentPurchaserData>> => {
  const problem = doneDayProblem(on, doing) ?? whyTooLong({ note });
  if (problem !== undefined) return problem;
  const step = { kind, on, ...(note.trim() === '' ? {} : { note: note.trim() }) };
  return ok({ ...purchaser, steps: withStep(purchaser.steps, step, doing) });
};

/** An account as an order names it. */
export type NamedAccount = { readonly name: string; readonly appleId: string };

/**
 * Has an order name another account in place of `from`; refuses when it names a third one by now.
 */
export const renameAccount = (
  order: CreditOrder,
  from: string,
  { name, appleId }: NamedAccount,
): CreditResult<Draft<CreditOrderData>> => {
  if (accountKey(order.data.purchaserAppleId) !== accountKey(from))
    return refuse('account-changed-since');
  const purchaserName = name === '' ? order.data.purchaserName : name;
  return ok({ ...order, data: { ...order.data, purchaserName, purchaserAppleId: appleId } });
};

/** Has an order name again whom it named before; a name that was changed since stays. */
export const nameAgain = (
  order: CreditOrder,
  renamed: NamedAccount,
  { purchaserName, purchaserAppleId }: Pick<CreditOrderData, 'purchaserName' | 'purchaserAppleId'>,
): CreditResult<Draft<CreditOrderData>> => {
  const isAsMade = renamed.name !== '' && order.data.purchaserName === renamed.name;
  const answer = renameAccount(order, renamed.appleId, { name: '', appleId: purchaserAppleId });
  return answer.ok && isAsMade
    ? ok({ ...answer.value, data: { ...answer.value.data, purchaserName } })
    : answer;
};

/**
 * Which of two purchasers stays when they are merged: the one with a record, or, if both have one,
 * the older.
 */
export const olderOf = (
  a: PurchaserRow,
  b: PurchaserRow,
): readonly [stays: PurchaserRow, goes: PurchaserRow] => {
  // An id tells when it was made.
  const oldest = ({ record, orders }: PurchaserRow): string =>
    record?.id ?? orders.map(({ id }) => id).sort()[0] ?? '';
  if ((a.record === undefined) !== (b.record === undefined))
    return a.record === undefined ? [b, a] : [a, b];
  return oldest(b) < oldest(a) ? [b, a] : [a, b];
};

/**
 * Which account to prefer when one of two is kept, the best first: by Apple's verdict.
 */
const TRUSTED: readonly AccountState[] = ['valid', 'checking', 'unknown', 'rejected'];

/**
 * The Apple ID proposed when two purchasers are merged: the account that Apple knows, or, if equal,
 * that of the one who stays.
 */
export const proposedAppleId = ([stays, goes]: readonly [
  stays: PurchaserRow,
  goes: PurchaserRow,
]): string =>
  TRUSTED.indexOf(goes.state) < TRUSTED.indexOf(stays.state) ? goes.appleId : stays.appleId;

/**
 * The purchaser under the Apple ID that both keep, with the details of the other's record, if there
 * was one.
 */
export const mergedWith = (
  purchaser: ContentPurchaser,
  { other, appleId }: { readonly other: ContentPurchaser | undefined; readonly appleId: string },
  doing: Doing,
): Draft<ContentPurchaserData> => {
  const noted = other === undefined ? purchaser : withNotesOf(purchaser, other, doing);
  return { ...noted, data: { ...noted.data, appleId } };
};

/**
 * The purchaser with the details of another record of the same person: for fields that are empty
 * here, and its notes. Notes that came along before and were withdrawn are added again.
 */
const withNotesOf = (
  purchaser: ContentPurchaser,
  other: ContentPurchaser,
  doing: Doing,
): Draft<ContentPurchaserData> => {
  const { data } = purchaser;
  const steps = [...purchaser.steps, ...missingIn(purchaser.steps, other.steps)];
  const known = new Set(currentSteps(steps).map(notedAs));
  const lost = currentSteps(other.steps).filter((step) => !known.has(notedAs(step)));
  return {
    ...purchaser,
    data: {
      ...data,
      institution: data.institution || other.data.institution,
      manager: data.manager || other.data.manager,
    },
    steps: lost.reduce<readonly Step[]>(
      (all, { kind, on, note }) =>
        withStep(all, { kind, on, ...(note === undefined ? {} : { note }) }, doing),
      steps,
    ),
  };
};

/** What a note says, whoever wrote it. */
const notedAs = ({ kind, on, note = '' }: Step): string => JSON.stringify([kind, on, note]);

/** A purchaser before another one was made one with it, and right after. */
export type Merge = { readonly before: ContentPurchaser; readonly merged: ContentPurchaser };

/**
 * Takes the notes back that came along, and the fields that still hold what the merge gave them.
 */
export const unmerged = (
  purchaser: ContentPurchaser,
  { before, merged }: Merge,
  { reason, ...doing }: Doing & { readonly reason: string },
): Draft<ContentPurchaserData> => {
  const own = new Set(currentSteps(before.steps).map(({ id }) => id));
  const came = new Set(currentSteps(merged.steps).flatMap(({ id }) => (own.has(id) ? [] : [id])));
  const notes = currentSteps(purchaser.steps).filter(({ id }) => came.has(id));
  return {
    ...purchaser,
    data: fieldsBack(purchaser.data, { before: before.data, after: merged.data }).data,
    steps: notes.reduce<readonly Step[]>(
      (steps, { id }) =>
        withStep(steps, { kind: WITHDRAWN, on: doing.today, withdraws: id, reason }, doing),
      purchaser.steps,
    ),
  };
};

/**
 * The details for ordering a rejected order again: everything except the mistake, which is the
 * purchaser, and what the order got from Apple (A3). The form supplies another purchaser's name and
 * account.
 */
export const orderAgain = ({
  amount,
  currency,
  institution,
  channel,
  reseller,
  buyerAppleId,
  purchaseOrderNumber,
}: CreditOrderData): OrderInput => ({
  amount,
  currency,
  institution,
  channel,
  reseller,
  buyerAppleId,
  purchaseOrderNumber,
});
