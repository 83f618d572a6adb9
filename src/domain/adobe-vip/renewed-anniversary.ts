import type { Day } from '../day.ts';
import { anniversaryAfter } from './anniversary.ts';
import type { RenewalTiming } from './renewal-order-rules.ts';

/**
 * The anniversary that a renewal leads to: the old one and a year, however early or late it was ordered (adobe.md §4,
 * §8.45; for VIP inferred).
 */
export const renewedAnniversary = (anniversary: Day, anniversaryDay: number): Day =>
  anniversaryAfter(anniversary, anniversaryDay, 1);

/** The day the subscriptions of a Marketplace customer renew, which early orders leave where it is, and those orders. */
export type MarketplaceTerm = {
  readonly renewalDate: Day;
  readonly anniversaryDay: number;
  /** Every renewal order of this term, also what was returned of it. */
  readonly orders: readonly { readonly timing: RenewalTiming }[];
};

/**
 * The anniversary of a Marketplace customer: the first early order moves it on by a year, later ones do not, and a return
 * does not roll it back (adobe.md §4, §8.46).
 */
export const anniversaryWithEarly = ({ renewalDate, anniversaryDay, orders }: MarketplaceTerm): Day =>
  orders.some(({ timing }) => timing === 'early') ? renewedAnniversary(renewalDate, anniversaryDay) : renewalDate;
