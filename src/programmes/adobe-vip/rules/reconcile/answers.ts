import type { Day } from '#core/day/day.ts';
import { ownEntry } from '#core/own-entry.ts';
import type { VolymRecord } from '#core/record/record.ts';
import { currentSteps, type Step } from '#core/record/step.ts';
import type { Pairing, ReconcileGroup } from './sides.ts';

/** What was answered about what does not pair. */
export type AnswerKind = 'accepted' | 'explained' | 'not-ours';

/** An answer that closes a row, with the steps that take it back. */
export type Answered = {
  readonly kind: AnswerKind;
  readonly note: string;
  readonly on: Day;
  /** Person id. */
  readonly by: string;
};

/** Steps on a line of an invoice, by what they answer. */
export const LINE_ANSWERS: Readonly<Record<string, AnswerKind>> = {
  'line-accepted': 'accepted',
  'line-explained': 'explained',
  'line-not-ours': 'not-ours',
};

/** What closes a row of a group: an accepted price says nothing of an order that is not there. */
const CLOSES: Readonly<Record<ReconcileGroup, readonly AnswerKind[]>> = {
  differ: ['accepted', 'explained'],
  'line-without-order': ['explained', 'not-ours'],
  'order-without-line': ['explained'],
  pair: [],
};

type Stepped = Pick<VolymRecord, 'steps'>;

/** The order line that someone said an invoice line belongs to. */
export const answeredPair = ({
  steps,
}: Stepped): { readonly order: string; readonly line: string } | undefined => {
  // Most lines were never answered.
  if (steps.length === 0) return undefined;
  const { order, line } =
    currentSteps(steps).findLast(({ kind }) => kind === 'line-paired')?.data ?? {};
  return order === undefined || line === undefined ? undefined : { order, line };
};

const answerOf = (step: Step, kind: AnswerKind): Answered => ({
  kind,
  note: step.note ?? '',
  on: step.on,
  by: step.by,
});

/** The answer that is on a line of an invoice. */
export const lineAnswer = ({ steps }: Stepped): Answered | undefined => {
  if (steps.length === 0) return undefined;
  const step = currentSteps(steps).findLast(({ kind }) => Object.hasOwn(LINE_ANSWERS, kind));
  return step === undefined ? undefined : answerOf(step, ownEntry(LINE_ANSWERS, step.kind)!);
};

/** Whether a step explains that a line of an order has no line of an invoice. */
export const explainsOrderLine = (step: Step, line: string): boolean =>
  step.kind === 'invoice-explained' && step.data?.line === line;

/** Whether a step explains that a return has no credit. */
export const explainsReturn = ({ kind }: Step): boolean => kind === 'credit-explained';

/** Finds the records behind a row, to read what was answered there. */
export type RecordOf = (id: string) => Stepped | undefined;

/**
 * What closes a row: an answer that is on every line of it, so that a line which comes later
 * opens it again.
 */
export const answerTo = (
  { ours, taken, theirs }: Pairing,
  group: ReconcileGroup,
  recordOf: RecordOf,
): Answered | undefined => {
  if (group === 'pair') return undefined;
  const found = theirs.length > 0 ? theirs.map(lineAnswer) : [ownAnswer({ ours, taken }, recordOf)];
  const isClosed = found.every(
    (answered) => answered !== undefined && CLOSES[group].includes(answered.kind),
  );
  return isClosed ? found.at(-1) : undefined;
};

const ownAnswer = (
  { ours, taken }: Pick<Pairing, 'ours' | 'taken'>,
  recordOf: RecordOf,
): Answered | undefined => {
  const record = recordOf(taken?.id ?? ours?.order ?? '');
  if (record === undefined) return undefined;
  const step = currentSteps(record.steps).findLast((step) =>
    taken === undefined ? explainsOrderLine(step, ours?.line ?? '') : explainsReturn(step),
  );
  return step === undefined ? undefined : answerOf(step, 'explained');
};
