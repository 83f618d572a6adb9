import type { CreditOrderData } from '#domain/apple-credit/credit-order.ts';
import { recordStep, withdrawStep, type OrderStep } from '#domain/apple-credit/order-commands.ts';
import type { Problem } from '#domain/result.ts';
import type { Records } from '#data/records.ts';

/** What was written on several orders: the step of each, and the first refusal if there was one. */
export type Written = { readonly steps: ReadonlyMap<string, string>; readonly problem?: Problem };

/** Writes one step on each of the orders; what one of them refuses does not stop the others. */
export const recordOnAll = async (records: Records, orders: readonly string[], step: OrderStep): Promise<Written> => {
  const steps = new Map<string, string>();
  let problem: Problem | undefined;
  for (const id of orders) {
    const answer = await records.change<CreditOrderData>(id, (order, doing) => recordStep(order, step, doing));
    if (answer.ok) steps.set(id, answer.value.steps.at(-1)?.id ?? '');
    else problem ??= answer.problem;
  }
  return problem === undefined ? { steps } : { steps, problem };
};

/** Takes the steps back that were written. */
export const takeBackAll = async (records: Records, { steps }: Written, reason: string): Promise<void> => {
  for (const [id, step] of steps)
    await records.change(id, (record, doing) => withdrawStep(record, { step, reason }, doing));
};
