import type { Assignment } from '#programmes/apple-credit/rules/order/assign-order.ts';
import type { OrderInput, OrderStep } from '#programmes/apple-credit/rules/order/order-commands.ts';
import type { CreditRefused } from '#programmes/apple-credit/rules/credit-problem.ts';
import type { Records } from '#data/records/records.ts';
import type { Texts } from '#programmes/apple-credit/screens/text.ts';
import { performAndSay } from '#ui/perform.ts';
import { refusalOf } from '#data/records/change-fields.ts';
import { putInTrash } from '#data/trash/in-trash.ts';
import {
  assign,
  changeOrder,
  restoreOrder,
} from '#programmes/apple-credit/work/order/change-order.ts';
import {
  correctWithUndo,
  recordWithUndo,
  withdrawWithUndo,
  type StepCorrection,
} from '#programmes/apple-credit/work/order/record-step.ts';

/**
 * What a person does to an order: each writes at once, shows a message with Undo, and returns a
 * refusal if there is one.
 */
export type OrderActions = {
  record(step: OrderStep): Promise<CreditRefused | undefined>;
  correct(input: StepCorrection): Promise<CreditRefused | undefined>;
  takeBack(input: { step: string; reason: string }): Promise<CreditRefused | undefined>;
  edit(input: OrderInput, message: string): Promise<CreditRefused | undefined>;
  /** Gives the order to someone, with a deputy. */
  assign(assignment: Assignment): Promise<CreditRefused | undefined>;
  trash(): Promise<CreditRefused | undefined>;
  restore(): Promise<CreditRefused | undefined>;
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
    restore: () => refusalOf(restoreOrder(records, id)),
  };
};

const stepActions = (
  records: Records,
  id: string,
  words: Texts['credit']['step'],
): Pick<OrderActions, 'record' | 'correct' | 'takeBack'> => {
  const undone = words.undoneReason;
  return {
    record: (step) =>
      performAndSay(recordWithUndo(records, id, step, undone), words.saved[step.kind]),
    correct: (input) => performAndSay(correctWithUndo(records, id, input, undone), words.corrected),
    takeBack: (input) =>
      performAndSay(withdrawWithUndo(records, id, input, undone), words.takenBack),
  };
};
