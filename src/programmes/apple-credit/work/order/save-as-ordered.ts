import {
  amendOrder,
  recordStep,
  takeStepBack,
  type OrderInput,
} from '#programmes/apple-credit/rules/order/order-commands.ts';
import type {
  CreditOrder,
  CreditOrderData,
} from '#programmes/apple-credit/rules/order/credit-order.ts';
import type { Day } from '#core/day/day.ts';
import { fieldsOf } from '#core/record/fields.ts';
import type { Doing } from '#core/record/kind.ts';
import type { Draft } from '#core/record/record.ts';
import type { CreditResult } from '#programmes/apple-credit/rules/credit-problem.ts';
import { refuse } from '#core/result.ts';
import { isSameValue } from '#core/record/same-value.ts';
import { lastOf, currentSteps } from '#core/record/step.ts';
import type { Records } from '#data/records/records.ts';
import { changeFields, type Undoing, type UndoMade } from '#data/records/change-fields.ts';
import type { ChangedRecord } from '#data/records/kept-change.ts';
import { ORDER_FIELDS_TOGETHER } from './change-order.ts';

/** What a draft is saved as ordered with: what changed of it, and the day of the order. */
type Ordered = { readonly input: OrderInput; readonly on: Day };

/** Why an order date is corrected, and why a step is withdrawn where the whole is undone. */
type Reasons = { readonly date: string; readonly undone: string };

/**
 * Saves a draft as ordered: its fields and that it was ordered are written as one, or neither is.
 * Answers what takes both back; once someone said something else of the order's step, both stay.
 */
export const saveAsOrdered = (
  records: Records,
  id: string,
  ordered: Ordered,
  reasons: Reasons,
): Promise<CreditResult<UndoMade>> =>
  changeFields(
    records,
    { id, kind: 'credit-order' },
    (order, doing) => orderedWith(order, ordered, reasons, doing),
    () => draftAgain(reasons),
  );

const orderedWith = (
  order: CreditOrder,
  { input, on }: Ordered,
  { date }: Reasons,
  doing: Doing,
): CreditResult<Draft<CreditOrderData>> => {
  const edited = amendOrder(order, input, date, doing);
  if (!edited.ok) return edited;
  const recorded = recordStep(edited.value, { kind: 'ordered', on }, doing);
  // The form has the day under its own name.
  return !recorded.ok && recorded.problem.field === 'on'
    ? { ok: false, problem: { ...recorded.problem, field: 'orderDate' } }
    : recorded;
};

const draftAgain = ({ undone }: Reasons): Undoing<CreditOrderData> => ({
  together: ORDER_FIELDS_TOGETHER,
  writeBack: (order, data, doing, edit) => {
    const step = lastOf(edit.after.steps, 'ordered');
    const stands = currentSteps(order.steps).find(({ id }) => id === step?.id);
    return step === undefined || stands?.at !== step.at
      ? refuse('changed-since', undefined, { fields: fieldsWritten(edit).join(',') })
      : takeStepBack({ ...order, data }, { step, reason: undone }, doing);
  },
});

const fieldsWritten = ({ before, after }: ChangedRecord<CreditOrderData>): string[] => {
  const [was, left] = [fieldsOf(before.data), fieldsOf(after.data)];
  return Object.keys({ ...was, ...left }).filter((field) => !isSameValue(was[field], left[field]));
};
