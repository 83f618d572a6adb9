import { assignOrder, type Assignment } from '#programmes/apple-credit/rules/order/assign-order.ts';
import {
  amendOrder,
  correctStep,
  recordStep,
  takeStepBack,
  withdrawStep,
  type OrderInput,
  type OrderStep,
} from '#programmes/apple-credit/rules/order/order-commands.ts';
import type {
  CreditOrder,
  CreditOrderData,
} from '#programmes/apple-credit/rules/order/credit-order.ts';
import type { Day } from '#core/day/day.ts';
import type { Doing } from '#core/record/kind.ts';
import type { Draft } from '#core/record/record.ts';
import { ok, refuse, type Problem, type Result } from '#core/result.ts';
import { lastOf, missingIn } from '#core/record/step.ts';
import { fromTrash } from '#core/record/trash.ts';
import { firstUseUnder } from '#data/workspace/first-use.ts';
import type { Records } from '#data/records/records.ts';
import type { KindCommand } from '#data/records/on-kind.ts';
import type { Texts } from '#ui/text.ts';
import { performAndSay } from '#ui/perform.ts';
import {
  changeFields,
  refusalOf,
  type Undoing,
  type UndoMade,
} from '#data/records/change-fields.ts';
import { putInTrash } from '#data/trash/in-trash.ts';
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

/**
 * An amount needs its currency, a reseller belongs to a channel, and an account to its purchaser.
 */
const TOGETHER = [
  ['purchaserName', 'purchaserAppleId'],
  ['amount', 'currency'],
  ['channel', 'reseller'],
] as const;

/**
 * Changes fields of an order, an order date with `reason`; returns the undo, which restores those
 * that nobody has changed since.
 */
export const changeOrder = async (
  records: Records,
  id: string,
  input: OrderInput,
  reason: string,
): Promise<Result<UndoMade>> => {
  const usedOn = async () =>
    input.orderDate === undefined ? '' : await firstUseUnder(records, id);
  const firstUse = await usedOn();
  const write: KindCommand<'credit-order'> = (order, doing) =>
    amendOrder(order, input, reason, doing, firstUse);
  return changeFields(records, { id, kind: 'credit-order' }, write, async () =>
    dayUndone(reason, await usedOn()),
  );
};

/**
 * How an edit is undone, with `reason` for an order date; `firstUse` is the first day on which a
 * code has been used by then.
 */
const dayUndone = (reason: string, firstUse: Day): Undoing<CreditOrderData> => {
  const dated = (
    order: CreditOrder,
    { orderDate }: CreditOrderData,
    doing: Doing,
  ): Result<Draft<CreditOrderData>> =>
    orderDate === order.data.orderDate
      ? ok(order)
      : amendOrder(order, { orderDate }, reason, doing, firstUse);
  return {
    together: TOGETHER,
    cannot: (order, data, doing) => {
      // Beside a step that says the day, the field is not emptied.
      const isSaid = data.orderDate === '' && lastOf(order.steps, 'ordered') !== undefined;
      return isSaid || !dated(order, data, doing).ok ? ['orderDate'] : [];
    },
    writeBack: (order, data, doing) => {
      const moved = dated(order, data, doing);
      return moved.ok ? ok({ ...moved.value, data }) : moved;
    },
  };
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
