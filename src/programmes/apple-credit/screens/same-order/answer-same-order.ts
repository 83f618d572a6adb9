import type { Problem } from '#core/result.ts';
import { joinOrders, keepTwoOrders, type MetOrders } from '#data/orders/join-orders.ts';
import type { SameOrderWords } from '#programmes/apple-credit/words/load.ts';
import type { App } from '#ui/app.svelte.ts';
import type { Texts } from '#ui/text.ts';
import { toasts } from '#ui/toast.svelte.ts';

/**
 * Says whether two orders are one, with a way back that asks again. Answers a refusal if there is
 * one; that someone else was quicker is said and is none.
 */
export const answerSameOrder = async (
  { records }: Pick<App, 'records'>,
  { isSame, ...pair }: MetOrders & { readonly isSame: boolean },
  { sync, sameOrder }: Pick<Texts, 'sync'> & { readonly sameOrder: SameOrderWords },
): Promise<Problem | undefined> => {
  const { conflict: words, problems } = sync;
  const answered = await (isSame ? joinOrders : keepTwoOrders)(records, pair, sameOrder.reason);
  if (!answered.ok && answered.problem.code !== 'question-is-gone') return answered.problem;
  if (!answered.ok) return void toasts.say(problems['question-is-gone']);
  const takeBack = answered.value;
  toasts.say(isSame ? sameOrder.joined : sameOrder.kept, async () => {
    const problem = await takeBack();
    if (problem !== undefined && problem.code !== 'changed-since') return problem;
    return void toasts.say(problem === undefined ? words.askedAgain : words.changedSince);
  });
  return undefined;
};
