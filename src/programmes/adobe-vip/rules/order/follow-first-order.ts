import type { Day } from '#core/day/day.ts';
import type { Change, Draft } from '#core/record/record.ts';
import { ok, refuse } from '#core/result.ts';
import {
  countedAnew,
  earliestNew,
  isCountedHere,
  placedFrom,
  type PlacedOrders,
} from './first-order.ts';
import type { CustomerBook } from '../plan/plans.ts';
import type { VipCustomer, VipCustomerData } from '../customer/vip-customer.ts';
import type { ChosenEditions } from '../edition/vip-edition.ts';
import type { VipOrder } from './vip-order.ts';
import type { VipFollowing } from '../vip-problem.ts';

/** An order as it was, and as it is now, or undefined where it was taken away. */
export type ChangedOrder = { readonly was: VipOrder; readonly now: VipOrder | undefined };

type Book = Pick<CustomerBook, 'authorizations' | 'orders'>;

const placedOf = (orders: readonly VipOrder[], { authorizations }: Book): PlacedOrders => ({
  orders: orders.map(({ data }) => data),
  authorizedOn: authorizations.map(({ data }) => data.createdOn),
});

const isSame = (a: VipCustomerData, b: VipCustomerData): boolean =>
  a.firstOrderOn === b.firstOrderOn &&
  a.anniversary === b.anniversary &&
  a.anniversaryDay === b.anniversaryDay;

/**
 * Updates the customer after an order was corrected or removed: the earliest remaining one is the
 * first. The anniversary changes too, if it was counted from an order and no renewal was closed
 * yet; `chosen` are the workspace's editions.
 */
export const followFirstOrder = (
  customer: VipCustomer,
  { was, now }: ChangedOrder,
  book: Book,
  chosen?: ChosenEditions,
): VipFollowing<Draft<VipCustomerData>> => {
  const others = book.orders.filter(({ id }) => id !== was.id);
  const before = placedOf([...others, was], book);
  const after = placedOf(now === undefined ? others : [...others, now], book);
  if (was.data.orderType !== 'new') return refuse('nothing-to-follow');
  return followOrders(customer, { before, after }, chosen);
};

/** What was placed under a customer, as it was and as it is now. */
export type ChangedOrders = { readonly before: PlacedOrders; readonly after: PlacedOrders };

/** Updates the customer as `followFirstOrder` does, after any number of its orders were changed. */
export const followOrders = (
  customer: VipCustomer,
  { before, after }: ChangedOrders,
  chosen?: ChosenEditions,
): VipFollowing<Draft<VipCustomerData>> => {
  const { data } = customer;
  const first: Day = earliestNew(after);
  // If the day came from elsewhere, only an earlier order changes it.
  const isIts =
    data.firstOrderOn === earliestNew(before) || (first !== '' && first < data.firstOrderOn);
  if (data.firstOrderOn === '' || !isIts) return refuse('nothing-to-follow');
  if (data.firstOrderOn === first) return sooner(customer, before, after, chosen);
  const next = isCountedHere(customer, before, chosen)
    ? recounted(customer, after, chosen)
    : { ...data, firstOrderOn: first };
  return isSame(next, data) ? refuse('nothing-to-follow') : ok({ ...customer, data: next });
};

/**
 * An order of a later term was not the first one. If only the orders had set the anniversary by it,
 * the anniversary is earlier without it: a due renewal then needs an answer. Years that someone
 * entered are not changed.
 */
const sooner = (
  customer: VipCustomer,
  before: PlacedOrders,
  after: PlacedOrders,
  chosen?: ChosenEditions,
): VipFollowing<Draft<VipCustomerData>> => {
  const [was, next] = [before, after].map((placed) => countedAnew(customer, placed, chosen));
  const isIts =
    was?.anniversary === customer.data.anniversary && isCountedHere(customer, before, chosen);
  const isSooner =
    next !== undefined && next.anniversary !== '' && next.anniversary < customer.data.anniversary;
  return isIts && isSooner && !wasEntered(customer)
    ? ok({ ...customer, data: next })
    : refuse('nothing-to-follow');
};

/**
 * Whether someone, or a list, wrote the anniversary down: what is counted keeps its day of the
 * month, and comes with its first order.
 */
const wasEntered = ({ data, history }: VipCustomer): boolean => {
  const last = history.findLast(({ field }) => field === 'anniversary');
  const isWithOrder = ({ at }: Change): boolean =>
    history.some((change) => change.field === 'firstOrderOn' && change.at === at);
  return data.anniversaryDay === undefined || (last !== undefined && !isWithOrder(last));
};

/** The day an authorization was created, as it was and as it is now. */
export type ChangedDay = { readonly was: Day; readonly now: Day };

/**
 * Lets the anniversary follow an authorization whose day was corrected, where the edition counts
 * from it (adobe.md §8.27) and the anniversary is the one that was counted. `placed` is what was
 * under the customer as it was before.
 */
export const followAuthorization = (
  customer: VipCustomer,
  { was, now }: ChangedDay,
  { orders, authorizedOn }: PlacedOrders,
  chosen?: ChosenEditions,
): VipFollowing<Draft<VipCustomerData>> => {
  const { data } = customer;
  const at = authorizedOn.indexOf(was);
  if (data.firstOrderOn === '' || at < 0) return refuse('nothing-to-follow');
  const before = placedFrom(data.firstOrderOn, { orders, authorizedOn });
  const after = { ...before, authorizedOn: authorizedOn.with(at, now) };
  if (!isCountedHere(customer, before, chosen)) return refuse('nothing-to-follow');
  const [counted, next] = [before, after].map((placed) => countedAnew(customer, placed, chosen));
  // What does not come of its day says nothing of the years either.
  if (
    counted === undefined ||
    next === undefined ||
    isSame(counted, next) ||
    next.anniversary === ''
  )
    return refuse('nothing-to-follow');
  return ok({ ...customer, data: next });
};

// If the remaining orders fit no anniversary, the current one is better than none.
const recounted = (
  customer: VipCustomer,
  after: PlacedOrders,
  chosen?: ChosenEditions,
): VipCustomerData => {
  const next = countedAnew(customer, after, chosen);
  const isKept = next.anniversary === '' && earliestNew(after) !== '';
  return isKept ? { ...customer.data, firstOrderOn: next.firstOrderOn } : next;
};
