import { assignOrder, type Assignment } from '#programmes/apple-credit/rules/order/assign-order.ts';
import {
  correctStep,
  recordStep,
  takeStepBack,
  withdrawStep,
  type OrderInput,
  type OrderStep,
} from '#programmes/apple-credit/rules/order/order-commands.ts';
import type { CreditOrderData } from '#programmes/apple-credit/rules/order/credit-order.ts';
import type { Day } from '#core/day/day.ts';
import { ok, refuse, type Problem, type Result } from '#core/result.ts';
import { missingIn } from '#core/record/step.ts';
import { fromTrash } from '#core/record/trash.ts';
import { firstUseUnder } from '#data/workspace/first-use.ts';
import type { Records } from '#data/records/records.ts';
import type { Texts } from '#ui/text.ts';
import { performAndSay } from '#ui/perform.ts';
import {
  changeFields,
  refusalOf,
  type Undoing,
  type UndoMade,
} from '#data/records/change-fields.ts';
import { putInTrash } from '#data/trash/in-trash.ts';
import { changeOrder } from '#programmes/apple-credit/work/order/change-order.ts';
import { changeStep, type StepCommand } from '#programmes/apple-credit/work/order/change-step.ts';

/**
 * What a person does to an order: each writes at once, shows a message with Undo, and returns a
 * refusal if there is one.
 */
export type OrderActions = {
  record(step: OrderStep): Promise<Problem | undefined>;
  correct(input: {
    step: string;
    on: Day;
    note: string;
    reason: string;
  }): Promise<Problem | undefined>;
  takeBack(input: { step: string; reason: string }): Promise<Problem | undefined>;
  edit(input: OrderInput, message: string): Promise<Problem | undefined>;
  /** Gives the order to someone, with a deputy. */
  assign(assignment: Assignment): Promise<Problem | undefined>;
  trash(): Promise<Problem | undefined>;
  restore(): Promise<Problem | undefined>;
};

/** The actions on the order of that id. */
export const orderActions = (records: Records, id: string, text: Texts): OrderActions => {
  const words = text.credit.step;
  return {
    ...stepActions(records, id, words),
    edit: (input, message) =>
      performAndSay(changeOrder(records, id, input, words.orderDateReason), message),
    assign: (assignment) =>
      performAndSay(assign(records, id, assignment), text.credit.assign.saved),
    trash: () => performAndSay(putInTrash(records, id), text.credit.menu.trashedOrder),
    restore: () => refusalOf(records.change(id, fromTrash)),
  };
};

const assign = (records: Records, id: string, assignment: Assignment): Promise<Result<UndoMade>> =>
  changeFields(
    records,
    { id, kind: 'credit-order' },
    (order) => assignOrder(order, assignment),
    () => ({
      writeBack: (order, data) => {
        const { owner, deputy = '' } = data;
        // With the person chosen since, the former one would be both owner and deputy, or a deputy
        // of nobody.
        if (!assignOrder(order, { owner, deputy }).ok)
          return refuse('changed-since', undefined, { fields: 'owner,deputy' });
        return ok({ ...order, data });
      },
    }),
  );

/** How a step that was recorded is undone, with `reason`: the order date that it set goes with it. */
const stepUndone = (reason: string): Undoing<CreditOrderData> => ({
  writeBack: (order, data, doing, { before, after }) => {
    const [step] = missingIn(before.steps, after.steps);
    return step === undefined
      ? refuse('changed-since')
      : takeStepBack({ ...order, data }, { step, reason }, doing);
  },
});

const stepActions = (
  records: Records,
  id: string,
  words: Texts['credit']['step'],
): Pick<OrderActions, 'record' | 'correct' | 'takeBack'> => {
  const change = (step: string, command: StepCommand, message: string) =>
    performAndSay(changeStep(records, { order: id, step }, command, words.undoneReason), message);

  return {
    record: (step) =>
      performAndSay(
        changeFields(
          records,
          { id, kind: 'credit-order' },
          (order, doing) => recordStep(order, step, doing),
          () => stepUndone(words.undoneReason),
        ),
        words.saved[step.kind],
      ),
    correct: async (input) => {
      const firstUse = await firstUseUnder(records, id);
      return change(
        input.step,
        (order, doing) => correctStep(order, input, doing, firstUse),
        words.corrected,
      );
    },
    takeBack: (input) =>
      change(input.step, (order, doing) => withdrawStep(order, input, doing), words.takenBack),
  };
};
