import { doneDayProblem } from '../done-day.ts';
import type { Doing } from '../kind.ts';
import type { Draft } from '../record.ts';
import { ok, refuse, type Problem, type Result } from '../result.ts';
import { withStep } from '../step.ts';
import type { ContentPurchaser, ContentPurchaserData } from './content-purchaser.ts';
import type { CreditOrderData } from './credit-order.ts';
import type { OrderInput } from './order-commands.ts';
import { accountKey } from './purchasers.ts';

/** What a person says of a purchaser. */
export type PurchaserInput = Omit<ContentPurchaserData, 'v'>;

/** All that is wrong with what is said of a purchaser; an account is an e-mail address, and no two have the same one. */
export const purchaserProblems = (
  { name, appleId }: Pick<PurchaserInput, 'name' | 'appleId'>,
  others: readonly string[],
): readonly Problem[] => [
  ...(name.trim() === '' ? [refuse('name-needed', 'name').problem] : []),
  ...(appleId.includes('@') ? [] : [refuse('not-an-apple-id', 'appleId').problem]),
  ...(others.includes(accountKey(appleId.trim())) ? [refuse('purchaser-is-here', 'appleId').problem] : []),
];

/** The input, its texts trimmed. */
const checked = (input: PurchaserInput, others: readonly string[]): Result<PurchaserInput> => {
  const [problem] = purchaserProblems(input, others);
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
): Result<Draft<ContentPurchaserData>> => {
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

/** Changes what is said of a purchaser. */
export const editPurchaser = (
  purchaser: ContentPurchaser,
  input: PurchaserInput,
  others: readonly string[],
): Result<Draft<ContentPurchaserData>> => {
  const answer = checked(input, others);
  return answer.ok ? ok({ ...purchaser, data: { ...purchaser.data, ...answer.value } }) : answer;
};

/** Writes down what Apple has said of the account, outside any order. */
export const judgeAccount = (
  purchaser: ContentPurchaser,
  { kind, on, note }: { readonly kind: 'validated' | 'rejected'; readonly on: string; readonly note: string },
  doing: Doing,
): Result<Draft<ContentPurchaserData>> => {
  const problem = doneDayProblem(on, doing);
  if (problem !== undefined) return problem;
  const step = { kind, on, ...(note.trim() === '' ? {} : { note: note.trim() }) };
  return ok({ ...purchaser, steps: withStep(purchaser.steps, step, doing) });
};

/**
 * What a rejected order is ordered again with: everything but the mistake, which is the purchaser, and but what the order
 * got of Apple (A3). Another purchaser's name and account are given by the form.
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
  ...{ amount, currency, institution, channel, reseller, buyerAppleId, purchaseOrderNumber },
});
