import {
  correctStep,
  recordStep,
  takeStepBack,
  withdrawStep,
  type OrderStep,
} from '#programmes/apple-credit/rules/order/order-commands.ts';
import type { CreditOrderData } from '#programmes/apple-credit/rules/order/credit-order.ts';
import type { Day } from '#core/day/day.ts';
import type { CreditResult } from '#programmes/apple-credit/rules/credit-problem.ts';
import { refuse } from '#core/result.ts';
import { missingIn } from '#core/record/step.ts';
import { firstUseUnder } from './first-use.ts';
import type { Records } from '#data/records/records.ts';
import { changeFields, type Undoing, type UndoMade } from '#data/records/change-fields.ts';
import { changeStep } from './change-step.ts';

/** How a step that was recorded is undone, with `reason`: the order date that it set goes with it. */
const stepUndone = (reason: string): Undoing<CreditOrderData> => ({
  writeBack: (order, data, doing, { before, after }) => {
    const [step] = missingIn(before.steps, after.steps);
    return step === undefined
      ? refuse('changed-since')
      : takeStepBack({ ...order, data }, { step, reason }, doing);
  },
});

/** Records a step of an order; returns the undo, which withdraws it with `reason`. */
export const recordWithUndo = (
  records: Records,
  id: string,
  step: OrderStep,
  reason: string,
): Promise<CreditResult<UndoMade>> =>
  changeFields(
    records,
    { id, kind: 'credit-order' },
    (order, doing) => recordStep(order, step, doing),
    () => stepUndone(reason),
  );

/** What a step is corrected to, and why. */
export type StepCorrection = {
  readonly step: string;
  readonly on: Day;
  readonly note: string;
  readonly reason: string;
};

/** Corrects a step that holds; returns the undo, which restores it with the reason `undone`. */
export const correctWithUndo = async (
  records: Records,
  id: string,
  input: StepCorrection,
  undone: string,
): Promise<CreditResult<UndoMade>> => {
  const firstUse = await firstUseUnder(records, id);
  return changeStep(
    records,
    { order: id, step: input.step },
    (order, doing) => correctStep(order, input, doing, firstUse),
    undone,
  );
};

/** Withdraws a step that holds; returns the undo, which restores it with the reason `undone`. */
export const withdrawWithUndo = (
  records: Records,
  id: string,
  input: { readonly step: string; readonly reason: string },
  undone: string,
): Promise<CreditResult<UndoMade>> =>
  changeStep(
    records,
    { order: id, step: input.step },
    (order, doing) => withdrawStep(order, input, doing),
    undone,
  );
