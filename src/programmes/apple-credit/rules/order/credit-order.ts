import * as z from '#core/schema.ts';
import { asking } from '#core/reminder/asking.ts';
import { textIn } from '#core/record/fields.ts';
import { amount, day, text, words } from '#core/record/field-schemas.ts';
import type { Day } from '#core/day/day.ts';
import type { Kind } from '#core/record/kind.ts';
import { originSchema, type Origin } from '#core/record/origin.ts';
import type { VolymRecord } from '#core/record/record.ts';
import { inbox90 } from '../editions.ts';
import { orderDeadlines } from './order-deadlines.ts';

/**
 * Content of a credit order (A2). Empty strings mean "not given"; the amount is canonical decimal
 * text.
 */
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
  /** Person id of the owner's deputy; '' or absent for nobody. */
  readonly deputy?: string | undefined;
  readonly origin?: Origin | undefined;
  /**
   * An older order that may be the same: a question is open, and until it is answered the older one
   * counts and this one does not.
   */
  readonly meets?: string | undefined;
  /** The order that this one turned out to be, when it went to the trash for it. */
  readonly joinedTo?: string | undefined;
  /**
   * What that order took over from this one: the ids of steps, and the fields as they were there
   * before.
   */
  readonly gave?:
    | { readonly steps: readonly string[]; readonly was: Readonly<Record<string, string>> }
    | undefined;
};

/** The record of an order; its codes are separate records, with its id as their parent. */
export type CreditOrder = VolymRecord<CreditOrderData>;

/** The VPP credit number: the order number unless another is given (A2). */
export const creditNumberOf = (data: CreditOrderData): string =>
  data.creditNumber || data.orderNumber;

/**
 * Whether there is an open question if an order is the same as an older one: until it is answered
 * the older one counts, and this one does not.
 */
export const isAskedAbout = ({
  data,
}: {
  readonly data: Pick<CreditOrderData, 'meets'>;
}): boolean => (data.meets ?? '') !== '';

/**
 * The order that a record turned out to be the same as; '' for none, and for records that are no
 * orders.
 */
export const joinedOrder = ({ kind, data }: Pick<VolymRecord, 'kind' | 'data'>): string =>
  kind === 'credit-order' ? textIn(data, 'joinedTo') : '';

const schema = z.looseObject({
  v: z.number(),
  amount: amount,
  currency: z._default(words, 'SEK'),
  institution: text,
  purchaserName: text,
  purchaserAppleId: text,
  channel: z._default(z.enum(['', 'apple', 'own-store', 'reseller']), ''),
  reseller: text,
  buyerAppleId: text,
  orderNumber: text,
  creditNumber: text,
  purchaseOrderNumber: text,
  orderDate: day,
  inboxLink: text,
  inboxEdition: z._default(words, inbox90.id),
  owner: text,
  deputy: z.optional(words),
  origin: originSchema,
  meets: z.optional(words),
  joinedTo: z.optional(words),
  gave: z.optional(z.looseObject({ steps: z.array(words), was: z.record(z.string(), words) })),
});

/** An order of Apple volume credit (seed 000). */
export const creditOrder: Kind<CreditOrderData, 'apple-credit'> = {
  id: 'credit-order',
  programme: 'apple-credit',
  schema,
  version: 1,
  upgrade: (data) => data,
  title: ({ data }) =>
    data.orderNumber ? { text: data.orderNumber } : { code: 'order-without-number' },
  deadlines: ({ data, steps }) =>
    isAskedAbout({ data }) ? [asking('answer-whether-one-order')] : orderDeadlines(data, steps),
  secretFields: ['inboxLink'],
  fieldsWithoutHistory: ['meets', 'joinedTo', 'gave'],
  derivedFields: ['meets'],
  neverAsked: ['origin', 'inboxEdition'],
};
