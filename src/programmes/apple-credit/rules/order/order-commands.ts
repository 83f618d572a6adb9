import type { Day } from '#core/day/day.ts';
import { doneDayProblem } from '#core/day/done-day.ts';
import type { Doing } from '#core/record/kind.ts';
import { isPlausibleDay } from '#core/day/plausible-day.ts';
import { isAmount } from '#core/money.ts';
import type { Data, Draft, VolymRecord } from '#core/record/record.ts';
import { ok, refuse, type Refusal } from '#core/result.ts';
import { heldAt, lastOf, currentSteps, WITHDRAWN, withStep, type Step } from '#core/record/step.ts';
import type { Origin } from '#core/record/origin.ts';
import { longTexts, whyTooLong } from '#core/text/long-texts.ts';
import type { CreditOrder, CreditOrderData } from './credit-order.ts';
import { inboxToday } from '../editions.ts';
import { dayClash, orderedOn, type DayClash } from './order-days.ts';
import type { CreditProblem, CreditResult } from '../credit-problem.ts';

/** The fields a person or a sheet gives; all may be empty in a draft. */
export type OrderInput = Partial<Omit<CreditOrderData, 'v' | 'inboxEdition' | 'origin'>> & {
  readonly origin?: Origin;
};

/** What Apple requires of who orders (A2): value, institution, content purchaser. */
const REQUIRED_BY_APPLE = ['amount', 'institution', 'purchaserName', 'purchaserAppleId'] as const;

const blank: CreditOrderData = {
  v: 1,
  amount: '',
  currency: 'SEK',
  institution: '',
  purchaserName: '',
  purchaserAppleId: '',
  channel: '',
  reseller: '',
  buyerAppleId: '',
  orderNumber: '',
  creditNumber: '',
  purchaseOrderNumber: '',
  orderDate: '',
  inboxLink: '',
  inboxEdition: inboxToday.id,
  owner: '',
};

/**
 * A new order as a draft; `order` then says that it was sent. Refuses an amount or day that is
 * none.
 */
export const draftOrder = (
  id: string,
  input: OrderInput,
  doing: Doing,
): CreditResult<Draft<CreditOrderData>> => {
  const problem = problemOf(input);
  if (problem !== undefined) return problem;
  const data = { ...blank, owner: doing.by, ...given(input) };
  return ok({ id, kind: 'credit-order', programme: 'apple-credit', parent: '', data, steps: [] });
};

/** Changes fields of an order; what `input` does not name stays. */
export const editOrder = (
  order: CreditOrder,
  input: OrderInput,
): CreditResult<Draft<CreditOrderData>> => {
  const problem = problemOf(input);
  return problem ?? ok({ ...order, data: { ...order.data, ...given(input) } });
};

/**
 * Changes fields of an order that may have been ordered already: a new order date also corrects the
 * step with that day, with `reason`, so that field and life line never show two days. `firstUse` is
 * the first day on which one of its codes was used.
 */
export const amendOrder = (
  order: CreditOrder,
  input: OrderInput,
  reason: string,
  doing: Doing,
  firstUse: Day = '',
): CreditResult<Draft<CreditOrderData>> => {
  const edited = editOrder(order, input);
  const step = lastOf(order.steps, 'ordered');
  const day = input.orderDate ?? '';
  if (!edited.ok || day === '' || day === (step?.on ?? order.data.orderDate)) return edited;
  if (step === undefined) {
    const clash = dayClash({ ...datesOf(order), firstUse }, { kind: 'ordered', on: day });
    return clash === undefined ? edited : refuse(clash, 'orderDate');
  }
  const corrected = correctStep(
    { ...order, data: edited.value.data },
    { ...step, step: step.id, on: day, reason },
    doing,
    firstUse,
  );
  // The form has the day under its own name.
  return !corrected.ok && corrected.problem.field === 'on'
    ? refuse(corrected.problem.code, 'orderDate')
    : corrected;
};

/** The kinds of step that `recordStep` appends, in the order of an order's life (A4). */
export type OrderStepKind =
  | 'ordered'
  | 'validated'
  | 'rejected'
  | 'ready'
  | 'downloaded'
  | 'redeemed'
  | 'spent'
  | 'resend-requested'
  | 'resent'
  | 'lost'
  | 'cancelled';

/** A step as a person or a sheet tells it. */
export type OrderStep = {
  readonly kind: OrderStepKind;
  readonly on: Day;
  readonly note?: string;
  readonly data?: Readonly<Record<string, string>>;
};

/** Steps that end an order; refused once it is redeemed. */
const ENDINGS: readonly OrderStepKind[] = ['rejected', 'lost', 'cancelled'];

/**
 * Appends a step. `ordered` is recorded once, and needs what Apple requires (A2) and, for the
 * institution's own store, the Apple ID that bought; a redeemed order can no longer be rejected,
 * lost or cancelled.
 */
export const recordStep = <D extends CreditOrderData>(
  order: Draft<D>,
  step: OrderStep,
  doing: Doing,
): CreditResult<Draft<D>> => {
  const problem = doneDayProblem(step.on, doing) ?? whyTooLong({ ...step.data, note: step.note });
  if (problem !== undefined) return problem;
  const missing = step.kind === 'ordered' ? missingToOrder(order.data)[0] : undefined;
  if (missing !== undefined)
    return refuse(
      missing === 'buyerAppleId' ? 'required-by-own-store' : 'required-by-apple',
      missing,
    );
  // "en registrerad innehållsköpares Apple-ID" (seed 000): an account is an e-mail address, and a
  // wrong one is rejected.
  if (step.kind === 'ordered' && !order.data.purchaserAppleId.includes('@'))
    return refuse('not-an-apple-id', 'purchaserAppleId');
  if (ENDINGS.includes(step.kind) && lastOf(order.steps ?? [], 'redeemed') !== undefined)
    return refuse('already-redeemed');
  if (step.kind === 'ordered' && lastOf(order.steps ?? [], 'ordered') !== undefined)
    return refuse('already-ordered');
  const clash = dayClash(datesOf(order), step);
  return clash === undefined
    ? ok(append(onDayOf(order, step), withoutBlanks(step), doing))
    : refuseDay(order, clash);
};

/**
 * Refuses the day of a step; if it is before the order, with the day of the order (params:
 * orderedOn).
 */
const refuseDay = (order: Draft<CreditOrderData>, clash: DayClash): Refusal<DayClash> =>
  refuse(
    clash,
    'on',
    clash === 'before-the-order' ? { orderedOn: orderedOn(datesOf(order)) } : undefined,
  );

const datesOf = ({
  data,
  steps,
}: Draft<CreditOrderData>): { steps: readonly Step[]; orderDate: Day } => ({
  steps: steps ?? [],
  orderDate: data.orderDate,
});

/** The order with the day of its `ordered` step: field and life line never tell two days. */
const onDayOf = <D extends CreditOrderData>(
  order: Draft<D>,
  { kind, on }: Pick<OrderStep, 'on'> & { kind: string },
): Draft<D> => (kind === 'ordered' ? { ...order, data: { ...order.data, orderDate: on } } : order);

/** A field that an order needs before it can be marked as ordered. */
export type NeededField = (typeof REQUIRED_BY_APPLE)[number] | 'buyerAppleId';

/**
 * What an order needs to be ordered, in the order of the form: the own store also the Apple ID that
 * bought.
 */
export const neededToOrder = ({
  channel,
}: Pick<CreditOrderData, 'channel'>): readonly NeededField[] =>
  channel === 'own-store' ? [...REQUIRED_BY_APPLE, 'buyerAppleId'] : REQUIRED_BY_APPLE;

/**
 * The fields still missing before an order can be marked as ordered; an unreadable value counts as
 * missing.
 */
export const missingToOrder = (data: CreditOrderData): NeededField[] =>
  neededToOrder(data).filter((field) =>
    field === 'amount' ? !isValue(data.amount) : data[field].trim() === '',
  );

const isValue = (amount: string): boolean =>
  isAmount(amount) && !amount.startsWith('-') && amount !== '0.00';

/**
 * Corrects the day or note of a step that holds by a later step; the reason is kept, the old step
 * stays in the history. `firstUse` as for `amendOrder`.
 */
export const correctStep = (
  order: CreditOrder,
  input: {
    readonly step: string;
    readonly on: Day;
    readonly note?: string;
    readonly reason: string;
  },
  doing: Doing,
  firstUse: Day = '',
): CreditResult<Draft<CreditOrderData>> => {
  const step = currentSteps(order.steps).find(({ id }) => id === input.step);
  if (step === undefined) return refuse('step-is-gone');
  const problem = doneDayProblem(input.on, doing) ?? whyTooLong(input);
  if (problem !== undefined) return problem;
  if (input.reason.trim() === '') return refuse('reason-needed', 'reason');
  const { kind } = step;
  const { on, note, reason } = input;
  // Whoever corrects the step says its day, and no longer hears of it from the codes.
  const data = Object.fromEntries(
    Object.entries(step.data ?? {}).filter(
      ([field]) => field !== 'unsaid' && !(field === 'by' && kind === 'redeemed'),
    ),
  );
  const clash =
    on === step.on ? undefined : dayClash({ ...datesOf(order), firstUse }, { kind, on });
  if (clash !== undefined) return refuseDay(order, clash);
  const moved = onDayOf(order, { kind, on });
  return ok(
    append(
      moved,
      withoutBlanks({
        kind,
        on,
        note,
        data: Object.keys(data).length === 0 ? undefined : data,
        corrects: input.step,
        reason: reason.trim(),
      }),
      doing,
    ),
  );
};

/**
 * Undoes the correction or withdrawal of a step, so that it holds as before (`was`). `left` is the
 * order as that change left it: refused if someone has changed the step since, or entered another
 * order date.
 */
export const holdStepAgain = (
  order: CreditOrder,
  {
    was,
    left,
    reason,
  }: {
    readonly was: Step;
    readonly left: Pick<CreditOrder, 'data' | 'steps'>;
    readonly reason: string;
  },
  doing: Doing,
  firstUse: Day = '',
): CreditResult<Draft<CreditOrderData>> => {
  const now = currentSteps(order.steps).find(({ id }) => id === was.id);
  if (now?.at !== heldAt(left, was.id)) return refuse('changed-since');
  const { id, kind, on, note, data } = was;
  if (kind === 'ordered' && order.data.orderDate !== left.data.orderDate)
    return refuse('changed-since', undefined, { fields: 'orderDate' });
  const clash =
    on === now?.on ? undefined : dayClash({ ...datesOf(order), firstUse }, { kind, on });
  if (clash !== undefined) return refuseDay(order, clash);
  return ok(
    append(
      onDayOf(order, { kind, on }),
      withoutBlanks({ kind, on, note, data, corrects: id, reason }),
      doing,
    ),
  );
};

/** Withdraws a step of any record by a later one, with a reason. */
export const withdrawStep = <D extends Data>(
  record: Draft<D>,
  input: { readonly step: string; readonly reason: string },
  doing: Doing,
): CreditResult<Draft<D>> => {
  const holds = currentSteps(record.steps ?? []).some(({ id }) => id === input.step);
  if (!holds) return refuse('step-is-gone');
  if (input.reason.trim() === '') return refuse('reason-needed', 'reason');
  const long = whyTooLong(input);
  if (long !== undefined) return long;
  return ok(
    append(
      record,
      { kind: WITHDRAWN, on: doing.today, withdraws: input.step, reason: input.reason.trim() },
      doing,
    ),
  );
};

/**
 * Withdraws a step that was written a moment ago, where it still holds as it was written; refuses
 * with `changed-since` once someone corrected or withdrew it.
 */
export const takeStepBack = <D extends Data>(
  record: VolymRecord<D>,
  { step, reason }: { readonly step: Step; readonly reason: string },
  doing: Doing,
): CreditResult<Draft<D>> =>
  heldAt(record, step.id) === step.at
    ? withdrawStep(record, { step: step.id, reason }, doing)
    : refuse('changed-since');

/** What is wrong with the fields given, in the order of the form; an empty field is never wrong. */
export const problemsIn = (input: OrderInput): CreditProblem[] => {
  const { amount = '', orderDate = '', inboxLink = '' } = input;
  const problems: CreditProblem[] = [];
  if (amount !== '' && (!isAmount(amount) || amount.startsWith('-')))
    problems.push({ code: 'not-an-amount', field: 'amount' });
  if (orderDate !== '' && !isPlausibleDay(orderDate))
    problems.push({ code: 'not-a-day', field: 'orderDate' });
  if (inboxLink.trim() !== '' && !/^https:\/\/[^\s/]/i.test(inboxLink.trim()))
    problems.push({ code: 'not-an-address', field: 'inboxLink' });
  return [...problems, ...longTexts(input)];
};

const append = <D extends Data>(
  record: Draft<D>,
  step: Omit<Step, 'id' | 'at' | 'by'>,
  doing: Doing,
): Draft<D> => ({
  ...record,
  steps: withStep(record.steps ?? [], step, doing),
});

/** Without what is undefined or an empty text: a step carries only what was given. */
const withoutBlanks = <T extends object>(step: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  // Which of its parts that are is seen only here.
  Object.fromEntries(
    Object.entries(step).filter(([, value]) => value !== undefined && value !== ''),
  ) as never;

/** What `input` names, its texts trimmed. */
const given = (input: OrderInput): OrderInput =>
  Object.fromEntries(
    Object.entries(input)
      .filter(([, value]) => value !== undefined)
      .map(([field, value]) => [field, typeof value === 'string' ? value.trim() : value]),
  );

const problemOf = (input: OrderInput): Refusal<CreditProblem['code']> | undefined => {
  const problem = problemsIn(input)[0];
  return problem === undefined ? undefined : { ok: false, problem };
};
