import type { Day } from '../day.ts';
import type { Draft } from '../record.ts';
import { ok, refuse, type Result } from '../result.ts';
import { countedAnew, earliestNew, isCountedHere, type PlacedOrders } from './first-order.ts';
import type { CustomerBook } from './plans.ts';
import type { VipCustomer, VipCustomerData } from './vip-customer.ts';
import type { ChosenEditions } from './vip-edition.ts';
import type { VipOrder } from './vip-order.ts';

/** An order as it was, and as it is now, or undefined where it was taken away. */
export type ChangedOrder = { readonly was: VipOrder; readonly now: VipOrder | undefined };

type Book = Pick<CustomerBook, 'authorizations' | 'orders'>;

const placedOf = (orders: readonly VipOrder[], { authorizations }: Book): PlacedOrders => ({
  orders: orders.map(({ data }) => data),
  authorizedOn: authorizations.map(({ data }) => data.createdOn),
});

const isSame = (one: VipCustomerData, other: VipCustomerData): boolean =>
  one.firstOrderOn === other.firstOrderOn &&
  one.anniversary === other.anniversary &&
  one.anniversaryDay === other.anniversaryDay;

/**
 * Lets the customer follow an order that was put right or taken away: the earliest of all that stand is the first. The anniversary
 * goes along where it is one that was counted from an order, and no renewal was ended yet; `chosen` are the workspace's editions.
 */
export const followFirstOrder = (
  customer: VipCustomer,
  { was, now }: ChangedOrder,
  book: Book,
  chosen?: ChosenEditions,
): Result<Draft<VipCustomerData>> => {
  const { data } = customer;
  const others = book.orders.filter(({ id }) => id !== was.id);
  const before = placedOf([...others, was], book);
  const after = placedOf(now === undefined ? others : [...others, now], book);
  const first: Day = earliestNew(after);
  // Where someone else said the day, only an earlier order says another one.
  const isIts = data.firstOrderOn === earliestNew(before) || (first !== '' && first < data.firstOrderOn);
  if (was.data.orderType !== 'new' || data.firstOrderOn === '' || !isIts) return refuse('nothing-to-follow');
  // An order of a later term was no first one: what it says of the years is not taken back.
  if (data.firstOrderOn === first) return refuse('nothing-to-follow');
  const next = isCountedHere(customer, before, chosen)
    ? recounted(customer, after, chosen)
    : { ...data, firstOrderOn: first };
  return isSame(next, data) ? refuse('nothing-to-follow') : ok({ ...customer, data: next });
};

// Where the orders that are left fit no anniversary, the one that stands is better than none.
const recounted = (customer: VipCustomer, after: PlacedOrders, chosen?: ChosenEditions): VipCustomerData => {
  const next = countedAnew(customer, after, chosen);
  const isKept = next.anniversary === '' && earliestNew(after) !== '';
  return isKept ? { ...customer.data, firstOrderOn: next.firstOrderOn } : next;
};
