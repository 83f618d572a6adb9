import * as z from '#core/schema.ts';
import type { Day } from '#core/day/day.ts';
import type { Kind } from '#core/record/kind.ts';
import { originSchema, type Origin } from '#core/record/origin.ts';
import type { VolymRecord } from '#core/record/record.ts';
import { count, day, decimal, text, words } from '#core/record/field-schemas.ts';
import { LICENCE_TYPES, type LicenceType } from '../edition/programme.ts';
import { return14 } from '../return/return-editions.ts';

/**
 * One line of an order; `authorizationLine` is the line of the authorization that it fulfils, or
 * ''.
 */
export type OrderLine = {
  readonly product: string;
  readonly licenceType: LicenceType | '';
  readonly sku: string;
  readonly quantity: number;
  readonly authorizationLine: string;
  /**
   * Record id of that authorization: lists name the lines of each alike. Of lines that older
   * versions wrote it is not known.
   */
  readonly authorization?: string | undefined;
  /** Price paid per licence, decimal text, or ''. */
  readonly unitPrice: string;
};

/** For how long is ordered: whole months (VIP) or days (Marketplace). */
export type OrderDuration = { readonly count: number; readonly unit: 'months' | 'days' };

/**
 * Content of an order on the licensing site (C4), a renewal order too. Empty strings mean "not
 * given".
 */
export type VipOrderData = {
  readonly v: number;
  readonly orderNumber: string;
  readonly orderDate: Day;
  readonly orderType: 'new' | 'renewal';
  /** Record id of the authorization that it refers to, or ''. */
  readonly authorization: string;
  readonly purchaseOrderNumber: string;
  readonly lines: Readonly<Record<string, OrderLine>>;
  readonly duration?: OrderDuration | undefined;
  /** Of a renewal, the anniversary date that it renews. */
  readonly renews: Day;
  readonly level: string;
  readonly currency: string;
  /** Edition of the return rule it was born under. */
  readonly returnEdition: string;
  /** Person id. */
  readonly owner: string;
  readonly origin?: Origin | undefined;
};

/** The record of an order; it is under its customer. */
export type VipOrder = VolymRecord<VipOrderData>;

const schema = z.looseObject({
  v: z.number(),
  orderNumber: text,
  orderDate: day,
  authorization: text,
  purchaseOrderNumber: text,
  orderType: z._default(z.enum(['new', 'renewal']), 'new'),
  lines: z._default(
    z.record(
      z.string(),
      z.looseObject({
        product: words,
        sku: text,
        quantity: count,
        authorizationLine: text,
        unitPrice: decimal,
        licenceType: z._default(z.enum(['', ...LICENCE_TYPES]), ''),
        authorization: z.optional(words),
      }),
    ),
    {},
  ),
  duration: z.optional(z.looseObject({ count: count, unit: z.enum(['months', 'days']) })),
  renews: day,
  level: text,
  currency: text,
  returnEdition: z._default(words, return14.id),
  owner: text,
  origin: originSchema,
});

/**
 * An order on Adobe's licensing site (seed 002: "beställning via Adobes licensieringswebbplats").
 */
export const vipOrder: Kind<VipOrderData, 'adobe-vip'> = {
  id: 'vip-order',
  programme: 'adobe-vip',
  schema,
  version: 1,
  upgrade: (data) => data,
  title: ({ data }) =>
    data.orderNumber ? { text: data.orderNumber } : { code: 'order-without-number' },
  deadlines: () => [],
  secretFields: [],
  // Set once, when the order is created.
  fieldsWithoutHistory: ['authorization'],
  entryFields: ['lines'],
  neverAsked: ['returnEdition', 'origin'],
};
