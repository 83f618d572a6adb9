import * as z from '#core/schema.ts';
import type { Kind } from '#core/record/kind.ts';
import { originSchema, type Origin } from '#core/record/origin.ts';
import type { VolymRecord } from '#core/record/record.ts';
import { count, text, words } from '#core/record/field-schemas.ts';
import { returnDeadlines } from './return-deadlines.ts';
import { returnFollowUp7 } from './return-editions.ts';

/** Content of a return authorization (C6). */
export type ReturnAuthorizationData = {
  readonly v: number;
  /** The name of its customer, as on an authorization. */
  readonly customerName: string;
  /** Record id of the order. */
  readonly order: string;
  /** How many of each line of the order, by the line's id. */
  readonly lines: Readonly<Record<string, number>>;
  /** Adobe's number of it, or ''. */
  readonly reference: string;
  /** Edition of the follow-up rule it was born under. */
  readonly followUpEdition: string;
  /** Person id. */
  readonly owner: string;
  readonly origin?: Origin | undefined;
};

/**
 * The record of a return; it is under its customer. That it was asked for, granted or denied are
 * its steps.
 */
export type ReturnAuthorization = VolymRecord<ReturnAuthorizationData>;

const schema = z.looseObject({
  v: z.number(),
  customerName: text,
  order: text,
  lines: z._default(z.record(z.string(), count), {}),
  reference: text,
  followUpEdition: z._default(words, returnFollowUp7.id),
  owner: text,
  origin: originSchema,
});

/** What is asked to go back of an order (seed 002: "returauktorisering"). */
export const returnAuthorization: Kind<ReturnAuthorizationData, 'adobe-vip'> = {
  id: 'return-authorization',
  programme: 'adobe-vip',
  schema,
  version: 1,
  upgrade: (data) => data,
  title: ({ data }) =>
    data.customerName || data.reference
      ? { text: data.customerName || data.reference }
      : { code: 'return-without-number' },
  deadlines: returnDeadlines,
  secretFields: [],
  entryFields: ['lines'],
  fieldsWithoutHistory: ['customerName'],
  neverAsked: ['followUpEdition', 'order', 'customerName', 'origin'],
};
