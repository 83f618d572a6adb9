import * as z from '#core/schema.ts';
import { amount, count, day, text } from '#core/record/field-schemas.ts';
import type { Day } from '#core/day/day.ts';
import type { Kind } from '#core/record/kind.ts';
import { originSchema, type Origin } from '#core/record/origin.ts';
import type { VolymRecord } from '#core/record/record.ts';

/**
 * A sheet of app or book codes, named after its product or file; no ninety days run for it (A5).
 */
export type CodeBatchData = {
  readonly v: number;
  readonly name: string;
  readonly product: string;
  readonly adamId: string;
  readonly orderNumber: string;
  readonly buyer: string;
  readonly purchaseDate: Day;
  /** Sum the sheet states, canonical decimal text, or ''. */
  readonly amount: string;
  readonly currency: string;
  /** What the sheet's head says; counts of our own come from the codes. Absent when not stated. */
  readonly purchased?: number | undefined;
  readonly redeemed?: number | undefined;
  readonly remaining?: number | undefined;
  readonly owner: string;
  readonly origin?: Origin | undefined;
};

/** The record of a batch; its codes are separate records, with its id as their parent. */
export type CodeBatch = VolymRecord<CodeBatchData>;

/** A batch of app or book codes. */
export const codeBatch: Kind<CodeBatchData, 'apple-credit'> = {
  id: 'code-batch',
  programme: 'apple-credit',
  schema: z.looseObject({
    v: z.number(),
    name: text,
    product: text,
    adamId: text,
    orderNumber: text,
    buyer: text,
    purchaseDate: day,
    amount: amount,
    currency: text,
    purchased: z.optional(count),
    redeemed: z.optional(count),
    remaining: z.optional(count),
    owner: text,
    origin: originSchema,
  }),
  version: 1,
  upgrade: (data) => data,
  title: ({ data }) => (data.name ? { text: data.name } : { code: 'no-name' }),
  deadlines: () => [],
  secretFields: [],
  neverAsked: ['origin', 'purchased', 'redeemed', 'remaining'],
};
