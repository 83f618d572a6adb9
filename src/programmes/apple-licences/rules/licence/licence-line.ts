import type { Day } from '#core/day/day.ts';
import type { SourceCounts } from './licence-counts.ts';
import type { Instant } from '#core/day/instant.ts';

/** What one line of a list says about an app at one location. */
export type LicenceLine = {
  /** The system that the list comes from, as it says itself; '' when it does not. */
  readonly source: string;
  /** The location by its name, '' when the list does not tell. */
  readonly location: string;
  /** '' where the list knows the app by its name alone. */
  readonly adamId: string;
  readonly pricingParam: string;
  /** False where the list knows no `pricingParam`, and `STDQ` was taken. */
  readonly isPricingGiven: boolean;
  readonly name: string;
  readonly productType: string;
  readonly said: SourceCounts;
  /** The date of the counts, in UTC or as a day; absent if not given. */
  readonly asOf?: Instant | Day | undefined;
};

/**
 * Standard quality: the `pricingParam` of nearly every app, and of one whose list does not say
 * (apple.md §2.2).
 */
export const STANDARD_QUALITY = 'STDQ';
