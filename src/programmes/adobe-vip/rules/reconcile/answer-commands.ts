import type { Doing } from '#core/record/kind.ts';
import type { Data, Draft, VolymRecord } from '#core/record/record.ts';
import { ok, refuse, type Problem, type Refusal } from '#core/result.ts';
import { whyTooLong } from '#core/text/long-texts.ts';
import { currentSteps, withStep, type Step } from '#core/record/step.ts';
import { visibleText } from '#core/text/visible-text.ts';
import type { InvoiceLine, InvoiceLineData } from '../product/invoice-line.ts';
import type {
  ReturnAuthorization,
  ReturnAuthorizationData,
} from '../return/return-authorization.ts';
import { takeAddedBack, takeStepsBack } from '../customer/take-steps-back.ts';
import type { Changed } from '#core/record/changed.ts';
import type { VipOrder, VipOrderData } from '../order/vip-order.ts';
import {
  answeredPair,
  explainsOrderLine,
  explainsReturn,
  LINE_ANSWERS,
  lineAnswer,
} from './answers.ts';
import type { Pairing } from './sides.ts';
import type { VipResult } from '../vip-problem.ts';

/** Why an answer is refused, for which the words of the reconciliation have a sentence. */
export type AnswerProblem = Problem<'note-needed'>;

/**
 * Closes a difference: what the invoice says is right. The order keeps what it says: it is what was
 * ordered.
 */
export const acceptLine = (line: InvoiceLine, doing: Doing): VipResult<Draft<InvoiceLineData>> =>
  answer(line, { kind: 'line-accepted' }, doing);

/** Closes a row with words that say why it is as it is. */
export const explainLine = (
  line: InvoiceLine,
  note: string,
  doing: Doing,
): VipResult<Draft<InvoiceLineData>, AnswerProblem> =>
  whyNoNote(note) ?? answer(line, { kind: 'line-explained', note }, doing);

/** Says that a line is not ours to pay: another reseller's customer, say. */
export const disownLine = (line: InvoiceLine, doing: Doing): VipResult<Draft<InvoiceLineData>> =>
  answer(line, { kind: 'line-not-ours' }, doing);

/** Records which line of which order a line of an invoice belongs to. */
export const pairLine = (
  line: InvoiceLine,
  to: { readonly order: string; readonly line: string },
  doing: Doing,
): VipResult<Draft<InvoiceLineData>> => {
  const before = answeredPair(line);
  if (before?.order === to.order && before.line === to.line) return refuse('changed-since');
  return ok(added(line, { kind: 'line-paired', data: { ...to } }, doing));
};

/** Explains that nothing was invoiced of a line of an order. */
export const explainOrder = (
  order: VipOrder,
  { line, note }: { readonly line: string; readonly note: string },
  doing: Doing,
): VipResult<Draft<VipOrderData>, AnswerProblem> => {
  const problem = whyNoNote(note);
  if (problem !== undefined) return problem;
  if (currentSteps(order.steps).some((step) => explainsOrderLine(step, line)))
    return refuse('changed-since');
  return ok(added(order, { kind: 'invoice-explained', note, data: { line } }, doing));
};

/** Explains that a return was not credited. */
export const explainReturn = (
  request: ReturnAuthorization,
  note: string,
  doing: Doing,
): VipResult<Draft<ReturnAuthorizationData>, AnswerProblem> => {
  const problem = whyNoNote(note);
  if (problem !== undefined) return problem;
  if (currentSteps(request.steps).some(explainsReturn)) return refuse('changed-since');
  return ok(added(request, { kind: 'credit-explained', note }, doing));
};

const whyNoNote = (note: string): Refusal<'note-needed' | 'text-too-long'> | undefined =>
  visibleText(note) === ''
    ? refuse('note-needed', 'note')
    : whyTooLong({ note: visibleText(note) });

const isAnswer =
  ({ ours }: Pick<Pairing, 'ours'>) =>
  (step: Step): boolean =>
    Object.hasOwn(LINE_ANSWERS, step.kind) ||
    step.kind === 'line-paired' ||
    explainsReturn(step) ||
    explainsOrderLine(step, ours?.line ?? '');

/**
 * Takes back what was answered on a record of a row; what was answered about other lines of the
 * order stays.
 */
export const takeAnswerBack = <D extends Data>(
  record: VolymRecord<D>,
  row: Pick<Pairing, 'ours'>,
  doing: Doing,
): VipResult<Draft<D>> => takeStepsBack(record, isAnswer(row), doing);

/**
 * Restores an answer after it was taken back; a newer answer is kept instead.
 */
export const answerAgain = <D extends Data>(
  record: VolymRecord<D>,
  row: Pick<Pairing, 'ours'>,
  taken: Changed,
  doing: Doing,
): VipResult<Draft<D>> =>
  currentSteps(record.steps).some(isAnswer(row))
    ? refuse('changed-since')
    : takeAddedBack(record, taken, doing);

/** A line closed on another device stays closed until that is taken back. */
const answer = (
  line: InvoiceLine,
  step: Pick<Step, 'kind' | 'note'>,
  doing: Doing,
): VipResult<Draft<InvoiceLineData>> =>
  lineAnswer(line) === undefined ? ok(added(line, step, doing)) : refuse('changed-since');

const added = <D extends Data>(
  record: VolymRecord<D>,
  { note, ...step }: Pick<Step, 'kind' | 'note' | 'data'>,
  doing: Doing,
): Draft<D> => ({
  ...record,
  steps: withStep(
    record.steps,
    { ...step, on: doing.today, ...(note === undefined ? {} : { note: visibleText(note) }) },
    doing,
  ),
});
