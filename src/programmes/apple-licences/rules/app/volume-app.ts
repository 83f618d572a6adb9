import * as z from '#core/schema.ts';
import { count, text } from '#core/record/field-schemas.ts';
import type { Kind } from '#core/record/kind.ts';
import { originSchema, type Origin } from '#core/record/origin.ts';
import type { VolymRecord } from '#core/record/record.ts';
import { STEPS_FOR_YEARS } from '#core/record/step.ts';
import { isCountText } from '#core/record/step-data.ts';
import type { InstallCounts } from '../install/install-status.ts';
import type { SourceCounts } from '../licence/licence-counts.ts';
import { factSourceFields, type FactSource } from '../sync/fact-source.ts';

/**
 * Content of a volume-purchased app: one for each location, `adamId` and `pricingParam` (apple.md
 * §2.3). Empty strings mean "not given".
 */
export type VolumeAppData = {
  readonly v: number;
  readonly location: string;
  /** `uId` of the location's library, once Apple or a saved page named it. */
  readonly locationId: string;
  readonly adamId: string;
  /** `STDQ` or `PLUS`. */
  readonly pricingParam: string;
  readonly name: string;
  /** `App` or `Book`. */
  readonly productType: string;
  readonly isDeviceAssignable?: boolean | undefined;
  readonly isRevocable?: boolean | undefined;
  /** What the last source said about its licences, unchanged. */
  readonly said?: (SourceCounts & FactSource) | undefined;
  /**
   * The state of its installations after the last list of them; a licence that has come back since
   * is still counted (B13).
   */
  readonly installs?: (InstallCounts & FactSource) | undefined;
  /** The user's own line: low from so many left (B8). */
  readonly lowAt?: number | undefined;
  readonly origin?: Origin | undefined;
};

/** The record of an app at a location; licences given and taken back by hand are its steps. */
export type VolumeApp = VolymRecord<VolumeAppData>;

const counted = z.optional(count);

/**
 * The kind of the step for a change of the owned count by hand, `from` and `to`: the counts have no
 * history, since sources repeat them twice a day. It does not change a count itself.
 */
export const COUNTED = 'counted';

/** What such a step was written from where there was no limit. */
export const NO_LIMIT = 'unlimited';

/** Sources may say fewer than none, and nothing at all. */
const isOwnedText = (given: string): boolean =>
  given === '' || given === NO_LIMIT || isCountText(given.replace(/^-/, ''));

const schema = z.looseObject({
  v: z.number(),
  location: text,
  locationId: text,
  adamId: text,
  pricingParam: text,
  name: text,
  productType: text,
  isDeviceAssignable: z.optional(z.boolean()),
  isRevocable: z.optional(z.boolean()),
  said: z.optional(
    z.looseObject({
      ...factSourceFields,
      total: counted,
      assigned: counted,
      available: counted,
      retired: counted,
      unlimited: z.optional(z.boolean()),
    }),
  ),
  installs: z.optional(
    z.looseObject({
      ...factSourceFields,
      failed: count,
      pending: count,
      installed: count,
      notInstalled: count,
    }),
  ),
  lowAt: counted,
  origin: originSchema,
});

/** A volume-purchased app at one location (seed 001: "Volyminköpta appar"). */
export const volumeApp: Kind<VolumeAppData, 'apple-licences'> = {
  id: 'volume-app',
  programme: 'apple-licences',
  schema,
  version: 1,
  upgrade: (data) => data,
  title: ({ data }) => ({ text: data.name || data.adamId }),
  deadlines: () => [],
  stepData: {
    assigned: { count: isCountText },
    'taken-back': { count: isCountText },
    [COUNTED]: { from: isOwnedText, to: isOwnedText },
  },
  mostSteps: STEPS_FOR_YEARS,
  secretFields: [],
  // Twice a day a source says it again.
  fieldsWithoutHistory: ['said', 'installs'],
  neverAsked: [
    'adamId',
    'pricingParam',
    'location',
    'locationId',
    'productType',
    'isDeviceAssignable',
    'isRevocable',
    'origin',
  ],
};
