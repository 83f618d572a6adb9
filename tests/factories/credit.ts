import type { CreditOrder } from '#programmes/apple-credit/rules/order/credit-order.ts';
import {
  draftOrder,
  recordStep,
  type OrderInput,
  type OrderStepKind,
} from '#programmes/apple-credit/rules/order/order-commands.ts';
import { newCode } from '#programmes/apple-credit/rules/code/code-commands.ts';
import type { RedemptionCode } from '#programmes/apple-credit/rules/code/redemption-code.ts';
import { NEWEST_BASE, type Data, type Draft, type VolymRecord } from '#core/record/record.ts';
import type { Result } from '#core/result.ts';
import type { Step } from '#core/record/step.ts';
import { doingOn } from './doing.ts';

/** The value of a result that must be one. */
export const valueOf = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`refused: ${result.problem.code} ${result.problem.field ?? ''}`);
  return result.value;
};

/** A draft as the records give it back. */
export const recordOf = <D extends Data>(draft: Draft<D>): VolymRecord<D> => ({
  ...draft,
  steps: draft.steps ?? [],
  trashedOn: draft.trashedOn ?? '',
  dueOn: '',
  newestFirst: NEWEST_BASE,
  updatedAt: 0,
  updatedBy: 'sara',
  history: [],
  clashes: [],
});

const complete: OrderInput = {
  amount: '25000.00',
  institution: 'Nordby kommun',
  orderNumber: '4500218837',
  purchaserName: 'Sara Lindholm',
  purchaserAppleId: 'innehall@nordby.example',
  channel: 'reseller',
};

/**
 * An order with all that Apple requires and the steps given as [kind, day], all on one day's work.
 */
export const orderWith = (
  steps: readonly (readonly [OrderStepKind, string])[] = [],
  input: OrderInput = {},
  id = 'order-1',
): CreditOrder => {
  const doing = doingOn('2036-12-31');
  const draft = valueOf(draftOrder(id, { ...complete, ...input }, doing));
  return recordOf(
    steps.reduce((order, [kind, on]) => valueOf(recordStep(order, { kind, on }, doing)), draft),
  );
};

/** A code under an order, its seal made up. */
export const codeWith = (
  steps: readonly Step[] = [],
  number = 1,
  parent = 'order-1',
): RedemptionCode => {
  const id = number.toString(16).padStart(32, 'a');
  const sealed = { key: 'k1', iv: 'AAAA', text: 'BBBB' };
  return { ...recordOf(newCode({ id, parent, usage: 'credit', number, sealed })), steps };
};
