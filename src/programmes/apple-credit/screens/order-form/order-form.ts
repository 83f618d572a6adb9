import type { CreditOrderData } from '#programmes/apple-credit/rules/order/credit-order.ts';
import {
  draftOrder,
  missingToOrder,
  problemsIn,
  recordStep,
  type NeededField,
  type OrderInput,
} from '#programmes/apple-credit/rules/order/order-commands.ts';
import type { Day } from '#core/day/day.ts';
import type { Doing } from '#core/record/kind.ts';
import type { Draft } from '#core/record/record.ts';
import type { CreditRefused, CreditResult } from '#programmes/apple-credit/rules/credit-problem.ts';

/** The fields of the form, all texts. */
export type OrderDraft = Required<
  Omit<OrderInput, 'origin' | 'owner' | 'deputy' | 'meets' | 'joinedTo' | 'gave'>
>;

/** An empty form; the order is most likely made today. */
export const emptyOrder = (today: Day): OrderDraft => ({
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
  orderDate: today,
  inboxLink: '',
});

/** The form's fields of an order that exists. */
export const orderDraftOf = (data: CreditOrderData): OrderDraft => {
  const fields = Object.keys(emptyOrder('')) as (keyof OrderDraft)[];
  return Object.fromEntries(fields.map((field) => [field, data[field]])) as OrderDraft;
};

/**
 * Only what differs from the order as it was opened, so that another device's change to a field
 * nobody touched stays.
 */
export const changedFields = (draft: OrderDraft, before: OrderDraft): OrderInput =>
  Object.fromEntries(
    Object.entries(draft).filter(([field, value]) => value !== before[field as keyof OrderDraft]),
  );

/** What is wrong with the fields; a future day cannot be an order date. */
export const orderProblems = (draft: OrderDraft, today: Day): CreditRefused[] => [
  ...problemsIn(draft),
  ...(draft.orderDate > today ? [{ code: 'day-in-the-future' as const, field: 'orderDate' }] : []),
];

/**
 * What a placed order had to Apple's requirement and would lose: the account that the credit goes
 * to.
 */
export const lostFields = (draft: OrderDraft, before: OrderDraft): CreditRefused[] =>
  before.purchaserAppleId.trim() !== '' && draft.purchaserAppleId.trim() === ''
    ? [{ code: 'apple-id-needed', field: 'purchaserAppleId' }]
    : [];

/** The fields that "save as ordered" still waits for. */
export const missingIn = (draft: OrderDraft): NeededField[] =>
  missingToOrder({ v: 1, inboxEdition: '', owner: '', ...draft });

/** What the key of a phone's keyboard says that Enter does in a field. */
export type EnterKey = 'next' | 'done';

/**
 * What Enter does in a field of an order that is not placed, once that field is filled in: it leads
 * to another that is missing, and orders when there is none. A keyboard may read it only when it
 * comes up, so it does not change while the field is written in.
 */
export const enterKeyIn = (field: keyof OrderDraft, missing: readonly NeededField[]): EnterKey =>
  missing.some((other) => other !== field) ? 'next' : 'done';

/** The new order as it is written: a draft, or ordered on its order date. */
export const newOrder = (
  id: string,
  draft: OrderDraft,
  as: 'draft' | 'ordered',
  doing: Doing,
): CreditResult<Draft<CreditOrderData>> => {
  const made = draftOrder(id, draft, doing);
  if (!made.ok || as === 'draft') return made;
  return recordStep(made.value, { kind: 'ordered', on: draft.orderDate || doing.today }, doing);
};
