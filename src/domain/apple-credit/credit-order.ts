import * as s from 'valibot';
import { fieldsOf, number } from '../shape.ts';
import type { Day } from '../day.ts';
import type { Kind } from '../kind.ts';
import { originSchema, type Origin } from '../origin.ts';
import type { VolymRecord } from '../record.ts';
import { appleCreditEditions } from './editions.ts';
import { orderDeadlines } from './order-deadlines.ts';

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
  /** Person id of who steps in for the owner; '' or absent for nobody. */
  readonly deputy?: string | undefined;
  readonly origin?: Origin | undefined;
};

/** The record of an order; its codes are records of their own, with its id as their parent. */
export type CreditOrder = VolymRecord<CreditOrderData>;

/** The VPP credit number: the order number unless another is given (A2). */
export const creditNumberOf = (data: CreditOrderData): string => data.creditNumber || data.orderNumber;

const text = s.optional(s.string(), '');

const schema = fieldsOf({
  v: number,
  amount: text,
  currency: s.optional(s.string(), 'SEK'),
  institution: text,
  purchaserName: text,
  purchaserAppleId: text,
  channel: s.optional(s.picklist(['', 'apple', 'own-store', 'reseller']), ''),
  reseller: text,
  buyerAppleId: text,
  orderNumber: text,
  creditNumber: text,
  purchaseOrderNumber: text,
  orderDate: text,
  inboxLink: text,
  inboxEdition: s.optional(s.string(), appleCreditEditions[0].id),
  owner: text,
  deputy: s.optional(s.string()),
  origin: originSchema,
});

/** An order of Apple volume credit (seed 000). */
export const creditOrder: Kind<CreditOrderData> = {
  id: 'credit-order',
  programme: 'apple-credit',
  schema,
  version: 1,
  upgrade: (data) => data,
  title: ({ data }) => (data.orderNumber ? { text: data.orderNumber } : { code: 'order-without-number' }),
  deadlines: ({ data, steps }) => orderDeadlines(data, steps),
  secretFields: ['inboxLink'],
  neverAsked: ['origin', 'inboxEdition'],
};
