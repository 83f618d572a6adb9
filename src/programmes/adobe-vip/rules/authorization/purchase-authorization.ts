import * as z from '#core/schema.ts';
import type { Day } from '#core/day/day.ts';
import type { Kind } from '#core/record/kind.ts';
import { originSchema, type Origin } from '#core/record/origin.ts';
import type { VolymRecord } from '#core/record/record.ts';
import { isCountText, isDayText } from '#core/record/step-data.ts';
import { count, day, text, words } from '#core/record/field-schemas.ts';
import { authorizationDeadlines } from './authorization-deadlines.ts';
import type { AuthorizationFacts } from './authorization-life.ts';
import { order30 } from '../order/order-editions.ts';
import { LICENCE_TYPES } from '../edition/programme.ts';

/** Content of a purchase authorization (C2). Empty strings mean "not given". */
export type PurchaseAuthorizationData = AuthorizationFacts & {
  readonly v: number;
  /** The name of its customer: home shows it without reading the customer. */
  readonly customerName: string;
  /** The day the licences were added (adobe.md §2). */
  readonly deploymentDate: Day;
  /** Adobe's number of the request. */
  readonly requestNumber: string;
  /** The end customer's. */
  readonly purchaseOrderNumber: string;
  /** Person id. */
  readonly owner: string;
  readonly deputy?: string | undefined;
  readonly origin?: Origin | undefined;
};

/**
 * The record of an authorization; it is under its customer. What was ordered, removed and
 * withdrawn of it are its steps.
 */
export type PurchaseAuthorization = VolymRecord<PurchaseAuthorizationData>;

const schema = z.looseObject({
  v: z.number(),
  customerName: text,
  licenceType: z._default(z.enum(['', ...LICENCE_TYPES]), ''),
  createdOn: day,
  statedDue: day,
  deploymentDate: day,
  requestNumber: text,
  purchaseOrderNumber: text,
  lines: z._default(
    z.record(z.string(), z.looseObject({ product: words, quantity: count, sku: text })),
    {},
  ),
  edition: z._default(words, order30.id),
  owner: text,
  deputy: z.optional(words),
  origin: originSchema,
});

/** A promise to order, which makes licences usable at once (seed 002: "inköpsauktorisering"). */
export const purchaseAuthorization: Kind<PurchaseAuthorizationData, 'adobe-vip'> = {
  id: 'purchase-authorization',
  programme: 'adobe-vip',
  schema,
  version: 1,
  upgrade: (data) => data,
  title: ({ data }) => ({
    text: data.customerName || (Object.values(data.lines)[0]?.product ?? data.requestNumber),
  }),
  deadlines: authorizationDeadlines,
  stepData: {
    'line-removed': { quantity: isCountText },
    'expiry-noted': { due: isDayText },
    'due-stated': { due: isDayText },
  },
  secretFields: [],
  entryFields: ['lines'],
  fieldsWithoutHistory: ['customerName'],
  neverAsked: ['edition', 'createdOn', 'customerName', 'origin'],
};
