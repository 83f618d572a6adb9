import { doingOfAct, type Act, type ActKind } from '#core/record/act.ts';
import { recordStep, type OrderStep } from '#programmes/apple-credit/rules/order/order-commands.ts';
import type { CreditRefused } from '#programmes/apple-credit/rules/credit-problem.ts';
import { beginAct, forgetAct, type ActStore } from '#data/acts/acts.ts';
import { onKind } from '#data/records/on-kind.ts';

/** An order that did not take a step, and why. */
export type Refused = { readonly id: string; readonly problem: CreditRefused };

/**
 * What was written on several orders: the act with its undo, which orders have it now, and which
 * refused it.
 */
export type Written = {
  readonly act: Act;
  readonly done: readonly string[];
  readonly refused: readonly Refused[];
};

type StepOfMany = OrderStep & { readonly kind: ActKind };

/** Writes one step on each of the orders; a refusal by one does not stop the others. */
export const recordOnAll = async (
  store: ActStore,
  orders: readonly string[],
  step: StepOfMany,
): Promise<Written> => {
  const act = await beginAct(
    store,
    step.kind,
    orders.map((id) => ({ id })),
  );
  const done: string[] = [];
  const refused: Refused[] = [];
  for (const id of orders) {
    const answer = await store.records.change(
      id,
      onKind('credit-order', (order, doing) => recordStep(order, step, doingOfAct(act, doing))),
    );
    if (answer.ok) done.push(id);
    else refused.push({ id, problem: answer.problem });
  }
  if (done.length === 0) await forgetAct(store, act);
  return { act, done, refused };
};
