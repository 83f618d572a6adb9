import type { CreditRefused } from '#programmes/apple-credit/rules/credit-problem.ts';
import {
  joinOrders,
  keepTwoOrders,
  type MetOrders,
} from '#programmes/apple-credit/work/order/join-orders.ts';
import type { SameOrderWords } from '#programmes/apple-credit/words/load.ts';
import type { App } from '#ui/app.svelte.ts';
import type { Texts } from '#programmes/apple-credit/screens/text.ts';
import { performAnswer } from '#workspace/screens/questions/perform-answer.ts';

/** Records whether two orders are the same, with an undo that asks again; returns a refusal. */
export const answerSameOrder = (
  { records }: Pick<App, 'records'>,
  { isSame, ...pair }: MetOrders & { readonly isSame: boolean },
  { sync, sameOrder }: Pick<Texts, 'sync'> & { readonly sameOrder: SameOrderWords },
): Promise<CreditRefused | undefined> => {
  const answering = (isSame ? joinOrders : keepTwoOrders)(records, pair, sameOrder.reason);
  return performAnswer(answering, isSame ? sameOrder.joined : sameOrder.kept, sync);
};
