import { doingOfAct, type Act, type ActKind } from '#domain/act.ts';
import type { CreditOrderData } from '#domain/apple-credit/credit-order.ts';
import { recordStep, type OrderStep } from '#domain/apple-credit/order-commands.ts';
import type { Problem } from '#domain/result.ts';
import { beginAct, forgetAct, type ActStore } from '#data/acts/acts.ts';

/** What was written on several orders: the act with its way back, on how many, and the first refusal if there was one. */
export type Written = { readonly act: Act; readonly count: number; readonly problem?: Problem };

type StepOfMany = OrderStep & { readonly kind: ActKind };

/** Writes one step on each of the orders; what one of them refuses does not stop the others. */
export const recordOnAll = async (store: ActStore, orders: readonly string[], step: StepOfMany): Promise<Written> => {
  const act = await beginAct(
    store,
    step.kind,
    orders.map((id) => ({ id })),
  );
  let count = 0;
  let problem: Problem | undefined;
  for (const id of orders) {
    const answer = await store.records.change<CreditOrderData>(id, (order, doing) =>
      recordStep(order, step, doingOfAct(act, doing)),
    );
    if (answer.ok) count += 1;
    else problem ??= answer.problem;
  }
  if (count === 0) await forgetAct(store, act);
  return problem === undefined ? { act, count } : { act, count, problem };
};
