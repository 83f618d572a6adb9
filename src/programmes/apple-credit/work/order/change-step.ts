import { holdStepAgain } from '#programmes/apple-credit/rules/order/order-commands.ts';
import type {
  CreditOrder,
  CreditOrderData,
} from '#programmes/apple-credit/rules/order/credit-order.ts';
import type { Doing } from '#core/record/kind.ts';
import type { Draft } from '#core/record/record.ts';
import type { CreditResult } from '#programmes/apple-credit/rules/credit-problem.ts';
import { ok } from '#core/result.ts';
import { currentSteps, type Step } from '#core/record/step.ts';
import { firstUseUnder } from './first-use.ts';
import type { Records } from '#data/records/records.ts';
import { onKind } from '#data/records/on-kind.ts';
import { refusalOf, type UndoMade } from '#data/records/change-fields.ts';

/** What is done to a step that holds: it is corrected, or withdrawn. */
export type StepCommand = (
  order: CreditOrder,
  doing: Doing,
) => CreditResult<Draft<CreditOrderData>>;

/**
 * Changes a step of an order that holds; returns the undo, which restores it, with the reason for
 * that.
 */
export const changeStep = async (
  records: Records,
  { order: id, step }: { readonly order: string; readonly step: string },
  command: StepCommand,
  reason: string,
): Promise<CreditResult<UndoMade>> => {
  const standing = ({ steps }: Pick<CreditOrder, 'steps'>) =>
    currentSteps(steps).find((candidate) => candidate.id === step);
  const found: { was?: Step | undefined } = {};
  const answer = await records.change(
    id,
    onKind('credit-order', (order, doing) => {
      found.was = standing(order);
      return command(order, doing);
    }),
  );
  if (!answer.ok) return answer;
  const { was } = found;
  const left = answer.value;
  return ok(async () => {
    if (was === undefined) return { code: 'changed-since' };
    const firstUse = await firstUseUnder(records, id);
    return refusalOf(
      records.change(
        id,
        onKind('credit-order', (order, doing) =>
          holdStepAgain(order, { was, left, reason }, doing, firstUse),
        ),
      ),
    );
  });
};
