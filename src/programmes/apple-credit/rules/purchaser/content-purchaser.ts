import * as z from '#core/schema.ts';
import { text } from '#core/record/field-schemas.ts';
import type { Kind } from '#core/record/kind.ts';
import type { VolymRecord } from '#core/record/record.ts';

/**
 * Who Apple delivers credit to: "Namn och Apple-ID för en registrerad innehållsköpare" (seed 000).
 * Orders name their purchaser themselves; this holds what they do not say, and purchasers who have
 * no order yet.
 */
export type ContentPurchaserData = {
  readonly v: number;
  readonly name: string;
  /**
   * The account that opens the secure inbox; two purchasers with the same account are the same,
   * regardless of case.
   */
  readonly appleId: string;
  readonly institution: string;
  /**
   * Where the account is registered: Apple School Manager or Apple Business Manager; '' until
   * someone says.
   */
  readonly manager: '' | 'school' | 'business';
};

/**
 * A content purchaser of the register; its steps `validated` and `rejected` are verdicts outside
 * any order.
 */
export type ContentPurchaser = VolymRecord<ContentPurchaserData>;

/** A registered content purchaser (A3). */
export const contentPurchaser: Kind<ContentPurchaserData, 'apple-credit'> = {
  id: 'content-purchaser',
  programme: 'apple-credit',
  schema: z.looseObject({
    v: z.number(),
    name: text,
    appleId: text,
    institution: text,
    manager: z._default(z.enum(['', 'school', 'business']), ''),
  }),
  version: 1,
  upgrade: (data) => data,
  title: ({ data }) => ({ text: data.name || data.appleId }),
  deadlines: () => [],
  secretFields: [],
};
