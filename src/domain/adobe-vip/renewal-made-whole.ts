import type { Day } from '../day.ts';
import { anniversariesOpen } from './customer-deadlines.ts';
import { customerRenewal, isRenewed } from './customer-renewal.ts';
import type { CustomerBook } from './plans.ts';
import { renewalOrdersOf } from './renewed-lines.ts';

/** A renewal that the orders which are known make whole, and the day of the last of them. */
export type MadeWhole = { readonly anniversary: Day; readonly on: Day };

/**
 * The renewal that comes next, or the one that took its place, where nothing of it is left to order: it ends with that, as where it is
 * noted by hand (C10).
 */
export const renewalMadeWhole = (book: CustomerBook, today: Day): MadeWhole | undefined => {
  const { data, steps } = book.customer;
  for (const anniversary of anniversariesOpen(data, steps, today)) {
    const days = anniversary === '' ? [] : renewalOrdersOf(book.orders, anniversary).map((one) => one.data.orderDate);
    const on = days.toSorted().at(-1);
    const renewal = on === undefined ? undefined : customerRenewal(book, today, anniversary);
    if (on !== undefined && renewal !== undefined && isRenewed(renewal)) return { anniversary, on };
  }
  return undefined;
};
