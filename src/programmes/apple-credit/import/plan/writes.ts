import type { Draft } from '#core/record/record.ts';
import { originAt, stepToWrite, type Import } from '#core/import/imported-change.ts';
import { dayUnsaid } from '#core/import/import-steps.ts';
import type { Step } from '#core/record/step.ts';
import { newBatch } from '#programmes/apple-credit/rules/code/code-batch-commands.ts';
import { draftOrder } from '#programmes/apple-credit/rules/order/order-commands.ts';
import type { CodePlan, ParentPlan, PlannedStep } from './planned.ts';
import { newCode } from '#programmes/apple-credit/rules/code/code-commands.ts';
import type { Sealed } from '#core/record/sealed.ts';
import type { RedemptionCodeData } from '#programmes/apple-credit/rules/code/redemption-code.ts';

/** The planned steps as they are written. A corrected day names the file as its reason. */
export const stepsToWrite = (
  planned: readonly PlannedStep[],
  { fileName, doing }: Import,
): Step[] =>
  planned.map(({ kind, on, corrects, data }) => ({
    id: doing.newId(),
    kind,
    on,
    at: doing.now,
    by: doing.by,
    ...(corrects === undefined ? {} : { corrects, reason: fileName }),
    ...(data === undefined ? {} : { data }),
  }));

/** A new order or batch. */
export const parentToWrite = (parent: ParentPlan, steps: readonly Step[], work: Import): Draft => {
  const origin = originAt(parent.row, work);
  const fields = Object.fromEntries(
    Object.entries(parent.fields).map(([field, { to }]) => [field, to]),
  );
  if (parent.kind === 'code-batch')
    return newBatch(parent.id, { name: parent.name, owner: work.doing.by, ...fields, origin });
  const order = draftOrder(parent.id, { ...fields, origin }, work.doing);
  // The sheet's reader hands on nothing but days and amounts.
  if (!order.ok) throw new TypeError(`the sheet gave no order: ${order.problem.code}`);
  return { ...order.value, steps };
};

/** A code's record, sealed. */
export const codeToWrite = (
  code: CodePlan,
  sealed: Sealed,
  work: Import,
): Draft<RedemptionCodeData> => {
  const { id, parent, usage, number, row } = code;
  const draft = newCode({ id, parent, usage, number, sealed, origin: originAt(row, work) });
  return { ...draft, steps: code.redeemed ? [redeemedStep(work)] : [] };
};

/**
 * The sheet says that a code is redeemed, not when: its day is left unsaid, with the file as its
 * reason, until someone corrects it.
 */
export const redeemedStep = (work: Import): Step => {
  const on = work.doing.today;
  const data = { account: '', place: '', ...dayUnsaid(on) };
  return stepToWrite({ kind: 'redeemed', on, data }, work);
};
