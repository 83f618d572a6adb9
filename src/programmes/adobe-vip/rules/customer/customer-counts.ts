import type { Day } from '#core/day/day.ts';
import { todayOf, type Moment } from '#core/day/local-time.ts';
import { plansOf, type CustomerBook } from '../plan/plans.ts';
import { shownAnniversary } from '../anniversary/shown-anniversary.ts';

/** What a customer's row says of what is under it. */
export type CustomerCounts = { readonly licences: number; readonly anniversary: Day };

/**
 * How many licences a customer has, and the anniversary that is shown of it once its orders are
 * known (adobe.md §8.46).
 */
export const customerCounts = (book: CustomerBook, asOf: Day | Moment): CustomerCounts => ({
  licences: plansOf(book, asOf).reduce((sum, { owned }) => sum + owned, 0),
  anniversary: shownAnniversary(book.customer, todayOf(asOf), book.orders),
});
