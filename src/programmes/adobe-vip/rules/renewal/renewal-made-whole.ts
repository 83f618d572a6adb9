import type { Day } from '#core/day/day.ts';
import { todayOf, type Moment } from '#core/day/local-time.ts';
import { anniversariesOpen } from '../customer/customer-deadlines.ts';
import { customerRenewal, isRenewed } from './customer-renewal.ts';
import type { CustomerBook } from '../plan/plans.ts';
import { renewalOrdersOf } from './renewed-lines.ts';

/** A renewal that the orders which are known make whole, and the day of the last of them. */
export type MadeWhole = { readonly anniversary: Day; readonly on: Day };

/**
 * The renewal that comes next, or the one that took its place, where nothing of it is left to
 * order: it ends with that, as where it is noted by hand (C10).
 */
export const renewalMadeWhole = (book: CustomerBook, asOf: Day | Moment): MadeWhole | undefined => {
  const { data, steps } = book.customer;
  for (const anniversary of anniversariesOpen(data, steps, todayOf(asOf))) {
    const days =
      anniversary === ''
        ? []
        : renewalOrdersOf(book.orders, anniversary).map((order) => order.data.orderDate);
    const on = days.toSorted().at(-1);
    const renewal = on === undefined ? undefined : customerRenewal(book, asOf, anniversary);
    if (on !== undefined && renewal !== undefined && isRenewed(renewal)) return { anniversary, on };
  }
  return undefined;
};
