import * as z from '#core/schema.ts';
import type { Day } from '#core/day/day.ts';
import type { Kind } from '#core/record/kind.ts';
import { originSchema, type Origin } from '#core/record/origin.ts';
import type { VolymRecord } from '#core/record/record.ts';
import { count, day, decimal, text, words } from '#core/record/field-schemas.ts';
import { SEGMENTS, type Segment } from '../edition/programme.ts';

/** Content of a line of a price list (C13). Empty strings mean "not given". */
export type PriceListItemData = {
  readonly v: number;
  readonly sku: string;
  readonly product: string;
  readonly segment: Segment | '';
  /** As characters 11–12 of a SKU write it (`02`). */
  readonly level: string;
  readonly currency: string;
  /** Price per licence for the whole term, exact decimal text. */
  readonly yearlyPrice: string;
  /** 0 where neither list nor SKU says. */
  readonly months: number;
  readonly validFrom: Day;
  /**
   * What it costs from other days on, by the first of each: of the next list, and of the one before
   * (`priceOn`).
   */
  readonly datedPrices?: Readonly<Record<Day, string>> | undefined;
  readonly origin?: Origin | undefined;
};

/**
 * The record of a SKU's price in one currency; each list's price holds from its day on, and the
 * history keeps the older ones.
 */
export type PriceListItem = VolymRecord<PriceListItemData>;

const schema = z.looseObject({
  v: z.number(),
  sku: text,
  product: text,
  level: text,
  currency: text,
  yearlyPrice: decimal,
  validFrom: day,
  segment: z._default(z.enum(['', ...SEGMENTS]), ''),
  months: z._default(count, 0),
  datedPrices: z.optional(z.record(z.string(), words)),
  origin: originSchema,
});

/** What a SKU costs (seed 002: "prislista"). */
export const priceListItem: Kind<PriceListItemData, 'adobe-vip'> = {
  id: 'price-list-item',
  programme: 'adobe-vip',
  schema,
  version: 1,
  upgrade: (data) => data,
  title: ({ data }) => ({ text: [data.product, data.sku].filter((part) => part !== '').join(' ') }),
  deadlines: () => [],
  secretFields: [],
  entryFields: ['datedPrices'],
  // Two devices read the same list, or one of them a newer: nobody can answer for a price.
  neverAsked: [
    'product',
    'segment',
    'level',
    'currency',
    'yearlyPrice',
    'months',
    'validFrom',
    'origin',
  ],
};
