import { holdStepAgain } from '#programmes/apple-credit/rules/order/order-commands.ts';
import type {
  CreditOrder,
  CreditOrderData,
} from '#programmes/apple-credit/rules/order/credit-order.ts';
import type { Doing } from '#core/record/kind.ts';
import type { Draft } from '#core/record/record.ts';
import { refuse, type Problem, type Result } from '#core/result.ts';
import { standingSteps, type Step } from '#core/record/step.ts';
import { firstUseUnder } from '#data/workspace/first-use.ts';
import type { Records } from '#data/records/records.ts';
import { toasts } from '#ui/toast.svelte.ts';

/** What is done to a step that stands: it is corrected, or taken back. */
export type StepCommand = (order: CreditOrder, doing: Doing) => Result<Draft<CreditOrderData>>;

/**
 * Changes a standing step of an order and says so; undone, with the reason of that, it holds again
 * as it did. Answers a refusal.
 */
export const changeStep = async (
  records: Records,
  { order: id, step }: { readonly order: string; readonly step: string },
  command: StepCommand,
  { said, reason }: { readonly said: string; readonly reason: string },
): Promise<Problem | undefined> => {
  const standing = ({ steps }: Pick<CreditOrder, 'steps'>) =>
    standingSteps(steps).find((one) => one.id === step);
  const found: { was?: Step | undefined } = {};
  const answer = await records.change<CreditOrderData>(id, (order, doing) => {
    found.was = standing(order);
    return command(order, doing);
  });
  if (!answer.ok) return answer.problem;
  const { was } = found;
  const left = answer.value;
  toasts.say(said, async () => {
    if (was === undefined) return refuse('changed-since');
    const firstUse = await firstUseUnder(records, id);
    return records.change<CreditOrderData>(id, (order, doing) =>
      holdStepAgain(order, { was, left, reason }, doing, firstUse),
    );
  });
  return undefined;
};
