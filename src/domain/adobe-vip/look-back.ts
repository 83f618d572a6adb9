import type { Day } from '../day.ts';
import type { LevelLine } from './level.ts';
import { plansOf, type CustomerBook } from './plans.ts';
import { isConsumable } from './sku.ts';

/** The licences that a customer has bought and still has on a day; what waits for its order then is not bought yet. */
export const boughtLines = (book: CustomerBook, on: Day): LevelLine[] => {
  const until = {
    ...book,
    authorizations: book.authorizations.filter(({ data }) => data.createdOn <= on),
    orders: book.orders.filter(({ data }) => data.orderDate <= on),
  };
  return plansOf(until, on).map(({ owned, authorized, sku }) => ({
    ...{ quantity: Math.max(0, owned - authorized), isConsumable: isConsumable(sku) },
  }));
};

/**
 * What VIP's look-back counts (adobe.md §1, S12; §8.37): the licences bought for the term, on its day, or today's until then.
 * All of them run to the anniversary, so that what is there was bought for it.
 */
export const lookBackLines = (book: CustomerBook, lookBackOn: Day, today: Day): LevelLine[] =>
  boughtLines(book, today < lookBackOn ? today : lookBackOn);
