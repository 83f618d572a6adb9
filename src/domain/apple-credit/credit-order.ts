import * as z from 'zod/mini';
import { addDays, isDay, type Day } from '../day.ts';
import type { Deadline } from '../deadline.ts';
import type { Doing, Kind } from '../kind.ts';
import { isAmount } from '../money.ts';
import type { Draft, VolymRecord } from '../record.ts';
import { ok, refuse, type Result } from '../result.ts';
import { standingSteps, WITHDRAWN, type Step } from '../step.ts';
import { appleCreditEditions, INBOX_RULE, inboxEdition, WARNING_DAYS } from './editions.ts';
import { inboxCount, orderState } from './order-life.ts';

/** Content of a credit order (A2). Empty strings mean "not given"; the amount is canonical decimal text. */
export type CreditOrderData = {
  readonly v: number;
  readonly amount: string;
  readonly currency: string;
  readonly institution: string;
  readonly purchaserName: string;
  readonly purchaserAppleId: string;
  readonly channel: '' | 'apple' | 'own-store' | 'reseller';
  readonly reseller: string;
  readonly buyerAppleId: string;
  readonly orderNumber: string;
  readonly creditNumber: string;
  readonly purchaseOrderNumber: string;
  readonly orderDate: Day;
  /** https address of the secure inbox, from the mail. */
  readonly inboxLink: string;
  /** Edition of the inbox rule it was born under. */
  readonly inboxEdition: string;
  /** Person id. */
  readonly owner: string;
  readonly origin?: Origin | undefined;
};

/** Which import brought a record: the run, the row of the sheet (1-based) and a keyed hash of the file's content. */
export type Origin = { readonly run: string; readonly row: number; readonly file: string };

export type CreditOrder = VolymRecord<CreditOrderData>;

/** The fields a person or a sheet gives; all may be empty in a draft. */
export type OrderInput = Partial<Omit<CreditOrderData, 'v' | 'inboxEdition' | 'origin'>> & { readonly origin?: Origin };

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
  inboxEdition: appleCreditEditions[0].id,
  owner: '',
};

/** A new order as a draft; `order` then says that it was sent. Refuses an amount or day that is none. */
export const draftOrder = (id: string, input: OrderInput, doing: Doing): Result<Draft<CreditOrderData>> => {
  const problem = problemOf(input);
  if (problem !== undefined) return problem;
  const data = { ...blank, owner: doing.by, ...withoutUndefined(input) };
  return ok({ id, kind: 'credit-order', programme: 'apple-credit', parent: '', data, steps: [] });
};

/** Changes fields of an order; what `input` does not name stays. */
export const editOrder = (order: CreditOrder, input: OrderInput): Result<Draft<CreditOrderData>> => {
  const problem = problemOf(input);
  return problem ?? ok({ ...order, data: { ...order.data, ...withoutUndefined(input) } });
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

/** Appends a step. `ordered` needs what Apple requires (A2): value, institution, purchaser and Apple ID. */
export const recordStep = <D extends CreditOrderData>(
  order: Draft<D>,
  step: { readonly kind: OrderStepKind; readonly on: Day; readonly note?: string },
  doing: Doing,
): Result<Draft<D>> => {
  if (!isDay(step.on)) return refuse('not-a-day', 'on');
  if (step.on > doing.today) return refuse('day-in-the-future', 'on');
  const missing = step.kind === 'ordered' ? REQUIRED_BY_APPLE.find((field) => order.data[field] === '') : undefined;
  if (missing !== undefined) return refuse('required-by-apple', missing);
  return ok(append(order, { id: doing.newId(), at: doing.now, by: doing.by, ...step }));
};

/** Corrects the day or note of a standing step by a later step; the reason is kept, the old step stays in the history. */
export const correctStep = (
  order: CreditOrder,
  input: { readonly step: string; readonly on: Day; readonly note?: string; readonly reason: string },
  doing: Doing,
): Result<Draft<CreditOrderData>> => {
  const step = standingSteps(order.steps).find(({ id }) => id === input.step);
  if (step === undefined) return refuse('step-is-gone');
  if (!isDay(input.on)) return refuse('not-a-day', 'on');
  if (input.on > doing.today) return refuse('day-in-the-future', 'on');
  if (input.reason.trim() === '') return refuse('reason-needed', 'reason');
  const { kind, data } = step;
  const correction: Step = {
    ...{ id: doing.newId(), kind, on: input.on, at: doing.now, by: doing.by },
    ...{ corrects: input.step, reason: input.reason.trim() },
    ...(input.note === undefined ? {} : { note: input.note }),
    ...(data === undefined ? {} : { data }),
  };
  return ok(append(order, correction));
};

/** Takes a standing step back by a later one, with a reason. */
export const withdrawStep = <D extends CreditOrderData>(
  order: Draft<D>,
  input: { readonly step: string; readonly reason: string },
  doing: Doing,
): Result<Draft<D>> => {
  const stands = standingSteps(order.steps ?? []).some(({ id }) => id === input.step);
  if (!stands) return refuse('step-is-gone');
  if (input.reason.trim() === '') return refuse('reason-needed', 'reason');
  const { today: on, now: at, by } = doing;
  return ok(
    append(order, {
      id: doing.newId(),
      kind: WITHDRAWN,
      on,
      at,
      by,
      withdraws: input.step,
      reason: input.reason.trim(),
    }),
  );
};

/** The VPP credit number: the order number unless another is given (A2). */
export const creditNumberOf = (data: CreditOrderData): string => data.creditNumber || data.orderNumber;

const append = <D extends CreditOrderData>(order: Draft<D>, step: Step): Draft<D> => ({
  ...order,
  steps: [...(order.steps ?? []), step],
});

const withoutUndefined = (input: OrderInput): OrderInput =>
  Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));

const problemOf = (input: OrderInput): ReturnType<typeof refuse> | undefined => {
  if (input.amount && (!isAmount(input.amount) || input.amount.startsWith('-')))
    return refuse('not-an-amount', 'amount');
  if (input.orderDate && !isDay(input.orderDate)) return refuse('not-a-day', 'orderDate');
  if (input.inboxLink && !/^https:\/\//i.test(input.inboxLink)) return refuse('not-an-address', 'inboxLink');
  return undefined;
};

const text = z._default(z.string(), '');

const schema = z.looseObject({
  v: z.number(),
  amount: text,
  currency: z._default(z.string(), 'SEK'),
  institution: text,
  purchaserName: text,
  purchaserAppleId: text,
  channel: z._default(z.enum(['', 'apple', 'own-store', 'reseller']), ''),
  reseller: text,
  buyerAppleId: text,
  orderNumber: text,
  creditNumber: text,
  purchaseOrderNumber: text,
  orderDate: text,
  inboxLink: text,
  inboxEdition: z._default(z.string(), appleCreditEditions[0].id),
  owner: text,
  origin: z.optional(z.looseObject({ run: z.string(), row: z.number(), file: z.string() })),
});

const deadlines = (order: CreditOrder): Deadline[] => {
  const count = inboxCount(order.data, order.steps);
  if (count === undefined) return [];
  const on = addDays(count.from, inboxEdition(order.data.inboxEdition).value);
  return [
    {
      rule: INBOX_RULE,
      edition: order.data.inboxEdition,
      from: count.from,
      on,
      warnFrom: addDays(on, -WARNING_DAYS),
      action: 'download-credit',
      lateAction: 'resend-credit',
      ...(count.provisional ? { provisional: true } : {}),
    },
  ];
};

/** An order of Apple volume credit (seed 000). */
export const creditOrder: Kind<CreditOrderData> = {
  id: 'credit-order',
  programme: 'apple-credit',
  schema,
  version: 1,
  upgrade: (data) => data,
  title: ({ data }) => (data.orderNumber ? { text: data.orderNumber } : { code: 'order-without-number' }),
  status: (order, _related, today) => orderState(order.data, order.steps, today),
  deadlines,
  search: ({ data }) => [
    data.orderNumber,
    data.creditNumber,
    data.purchaseOrderNumber,
    data.institution,
    data.purchaserName,
    data.purchaserAppleId,
    data.reseller,
    data.amount,
  ],
  secretFields: ['inboxLink'],
};
