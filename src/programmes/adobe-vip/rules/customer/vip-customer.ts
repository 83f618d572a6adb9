import * as z from '#core/schema.ts';
import type { Day } from '#core/day/day.ts';
import type { Kind } from '#core/record/kind.ts';
import { originSchema, type Origin } from '#core/record/origin.ts';
import type { VolymRecord } from '#core/record/record.ts';
import { count, day, dayGiven, moment, text, words } from '#core/record/field-schemas.ts';
import type { Commitment } from './commitment.ts';
import { customerDeadlines } from './customer-deadlines.ts';
import {
  LICENCE_TYPES,
  SEGMENTS,
  VIP_PROGRAMMES,
  type LicenceType,
  type Segment,
  type VipProgramme,
} from '../edition/programme.ts';
import { isDayOrNone } from '#core/day/likely-day.ts';
import { renewalLate30 } from '../renewal/renewal-editions.ts';
import type { ChosenEditions } from '../edition/vip-edition.ts';

/**
 * How many licences of a product a customer owned, the day that is of, and the moment it was
 * written (ms).
 */
export type CountOfPlan = { readonly owned: number; readonly on: Day; readonly at: number };

/**
 * The last recorded counts of a customer's licences for one product, from a person or a list; what
 * has happened since is counted on top.
 */
export type RecordedPlan = {
  readonly product: string;
  readonly licenceType: LicenceType | '';
  readonly sku: string;
  readonly owned?: number | undefined;
  readonly assigned?: number | undefined;
  /** The day it is of, and the moment it was written (ms). */
  readonly on: Day;
  readonly at: number;
  /** The day the SKU is of, where that is another. */
  readonly skuOn?: Day | undefined;
  /**
   * When the assigned count and the SKU were recorded (ms): each can be recorded without the other.
   */
  readonly assignedAt?: number | undefined;
  readonly skuAt?: number | undefined;
  /** The count that tells what the last look-back before `on` counted, where one was known. */
  readonly countBefore?: CountOfPlan | undefined;
};

/**
 * Someone who holds a licence of a product (`planKey`), and when the name was written down (ms).
 * `account` is the address or user name that a list of Adobe's knows them by, and `listedAt` when the
 * file that named them first was written (ms): the name may be written down here long after.
 */
export type VipHolder = {
  readonly name: string;
  readonly account?: string | undefined;
  readonly group: string;
  readonly plan: string;
  readonly at?: number | undefined;
  readonly listedAt?: number | undefined;
};

/** Content of a VIP customer (C1). Empty strings mean "not given". */
export type VipCustomerData = {
  readonly v: number;
  readonly name: string;
  /**
   * Issued with the invitation (seed 002); the Marketplace has a number of its own beside it
   * (adobe.md §1).
   */
  readonly vipId: string;
  readonly marketplaceId: string;
  readonly programme: VipProgramme;
  readonly segment: Segment | '';
  readonly adminName: string;
  readonly adminEmail: string;
  readonly firstOrderOn: Day;
  /**
   * The next anniversary date, as last recorded; `anniversaryDay` is the day of the month it is
   * counted from.
   */
  readonly anniversary: Day;
  readonly anniversaryDay?: number | undefined;
  /** Discount level as the console says it, or ''. */
  readonly level: string;
  /** By `planKey`. */
  readonly plans: Readonly<Record<string, RecordedPlan>>;
  /** Who holds the licences, where their names are known. */
  readonly holders: Readonly<Record<string, VipHolder>>;
  /** Its three-year commitment, the last one there was (C14). */
  readonly commitment?: Commitment | undefined;
  /** Edition of the renewal rule it was born under. */
  readonly renewalEdition: string;
  /** Editions chosen for this customer alone. */
  readonly editions?: ChosenEditions | undefined;
  /** Person id of the account manager. */
  readonly owner: string;
  readonly deputy?: string | undefined;
  readonly origin?: Origin | undefined;
};

/**
 * The record of a customer; its authorizations, orders and returns are records of their own, with
 * its id as their parent.
 */
export type VipCustomer = VolymRecord<VipCustomerData>;

const licenceType = z._default(z.enum(['', ...LICENCE_TYPES]), '');

const schema = z.looseObject({
  v: z.number(),
  name: text,
  vipId: text,
  marketplaceId: text,
  adminName: text,
  adminEmail: text,
  programme: z._default(z.enum(VIP_PROGRAMMES), 'vip'),
  segment: z._default(z.enum(['', ...SEGMENTS]), ''),
  firstOrderOn: day,
  anniversary: day,
  anniversaryDay: z.optional(z.number()),
  level: text,
  plans: z._default(
    z.record(
      z.string(),
      z.looseObject({
        product: words,
        licenceType,
        sku: text,
        on: dayGiven,
        at: moment,
        owned: z.optional(count),
        assigned: z.optional(count),
        skuOn: z.optional(dayGiven),
        assignedAt: z.optional(moment),
        skuAt: z.optional(moment),
        countBefore: z.optional(z.looseObject({ owned: count, on: dayGiven, at: moment })),
      }),
    ),
    {},
  ),
  holders: z._default(
    z.record(
      z.string(),
      z.looseObject({
        name: words,
        account: z.optional(words),
        group: text,
        plan: words,
        at: z.optional(moment),
        listedAt: z.optional(moment),
      }),
    ),
    {},
  ),
  commitment: z.optional(
    z.looseObject({ acceptedOn: dayGiven, lastDay: dayGiven, minimum: count }),
  ),
  renewalEdition: z._default(words, renewalLate30.id),
  editions: z.optional(z.record(z.string(), words)),
  owner: text,
  deputy: z.optional(words),
  origin: originSchema,
});

/** A member of VIP or VIP Marketplace (seed 002: "kund"). */
export const vipCustomer: Kind<VipCustomerData, 'adobe-vip'> = {
  id: 'vip-customer',
  programme: 'adobe-vip',
  schema,
  version: 1,
  upgrade: (data) => data,
  title: ({ data }) => ({ text: data.name || data.vipId }),
  deadlines: ({ data, steps }, today) => customerDeadlines(data, steps, today),
  stepData: {
    'renewal-closed': { anniversary: isDayOrNone },
    'renewal-declined': { anniversary: isDayOrNone },
  },
  secretFields: [],
  entryFields: ['plans', 'holders', 'editions'],
  neverAsked: ['plans', 'level', 'commitment', 'renewalEdition', 'origin'],
};
