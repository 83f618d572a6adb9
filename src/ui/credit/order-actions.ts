import { assignOrder, type Assignment } from '#domain/apple-credit/assign-order.ts';
import type { CreditOrderData } from '#domain/apple-credit/credit-order.ts';
import {
  amendOrder,
  correctStep,
  recordStep,
  withdrawStep,
  type OrderInput,
  type OrderStep,
} from '#domain/apple-credit/order-commands.ts';
import type { Day } from '#domain/day.ts';
import type { Problem, Result } from '#domain/result.ts';
import { fromTrash, toTrash } from '#domain/trash.ts';
import type { Command, Records } from '#data/records.ts';
import type { Texts } from '../text.ts';
import { toasts } from '../toast.svelte.ts';
import { changeFields, type UndoMade } from './change-fields.ts';

/** What a person does to an order: each writes at once, says so with a way back, and answers a refusal if there is one. */
export type OrderActions = {
  record(step: OrderStep): Promise<Problem | undefined>;
  correct(input: { step: string; on: Day; note: string; reason: string }): Promise<Problem | undefined>;
  takeBack(input: { step: string; reason: string }): Promise<Problem | undefined>;
  edit(input: OrderInput, said: string): Promise<Problem | undefined>;
  /** Gives the order to someone, with a deputy. */
  assign(assignment: Assignment): Promise<Problem | undefined>;
  trash(): Promise<Problem | undefined>;
  restore(): Promise<Problem | undefined>;
};

/** Changes fields of an order, an order date with `reason`; answers what takes back those that nobody changed since. */
export const changeOrder = (
  records: Records,
  id: string,
  input: OrderInput,
  reason: string,
): Promise<Result<UndoMade>> => {
  const write = (next: OrderInput): Command<CreditOrderData> => {
    return (order, doing) => amendOrder(order, next, reason, doing);
  };
  return changeFields(records, id, write(input), (order, was, doing) => write(was)(order, doing));
};

/** The actions on the order of that id. */
export const orderActions = (records: Records, id: string, text: Texts): OrderActions => {
  const words = text.credit.step;
  return {
    ...stepActions(records, id, words),
    edit: async (input, said) => {
      const answer = await changeOrder(records, id, input, words.orderDateReason);
      if (!answer.ok) return answer.problem;
      toasts.say(said, answer.value);
      return undefined;
    },
    assign: async (assignment) => {
      const { owner = '', deputy = '' } = ((await records.get(id))?.data ?? {}) as Partial<CreditOrderData>;
      const write = (next: Assignment) => records.change<CreditOrderData>(id, (order) => assignOrder(order, next));
      const answer = await write(assignment);
      if (!answer.ok) return answer.problem;
      toasts.say(text.credit.assign.saved, () => write({ owner, deputy }));
      return undefined;
    },
    trash: async () => {
      const answer = await records.change(id, toTrash);
      if (!answer.ok) return answer.problem;
      toasts.say(text.credit.menu.trashedOrder, () => records.change(id, fromTrash));
      return undefined;
    },
    restore: async () => {
      const answer = await records.change(id, fromTrash);
      return answer.ok ? undefined : answer.problem;
    },
  };
};

const stepActions = (
  records: Records,
  id: string,
  words: Texts['credit']['step'],
): Pick<OrderActions, 'record' | 'correct' | 'takeBack'> => {
  const withdraw = (step: string, reason: string) =>
    records.change<CreditOrderData>(id, (order, doing) => withdrawStep(order, { step, reason }, doing));

  /** Says what was done; undoing withdraws the step that was written last. */
  const stepSaid = (said: string, steps: readonly { readonly id: string }[]): undefined => {
    const step = steps.at(-1)?.id;
    toasts.say(said, async () => (step === undefined ? undefined : withdraw(step, words.undoneReason)));
  };

  return {
    record: async (step) => {
      const answer = await records.change<CreditOrderData>(id, (order, doing) => recordStep(order, step, doing));
      return answer.ok ? stepSaid(words.saved[step.kind], answer.value.steps) : answer.problem;
    },
    correct: async (input) => {
      const answer = await records.change<CreditOrderData>(id, (order, doing) => correctStep(order, input, doing));
      if (!answer.ok) return answer.problem;
      toasts.say(words.corrected);
      return undefined;
    },
    takeBack: async ({ step, reason }) => {
      const answer = await withdraw(step, reason);
      if (!answer.ok) return answer.problem;
      toasts.say(words.takenBack);
      return undefined;
    },
  };
};
