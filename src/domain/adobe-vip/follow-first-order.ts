import type { Day } from '../day.ts';
import type { Draft } from '../record.ts';
import { ok, refuse, type Result } from '../result.ts';
import { firstOrderPlaced, placedAlone } from './first-order.ts';
import type { CustomerBook } from './plans.ts';
import type { VipCustomer, VipCustomerData } from './vip-customer.ts';
import type { ChosenEditions } from './vip-edition.ts';
import type { VipOrder } from './vip-order.ts';

/** The first order of a customer as it set the anniversary: its day, and that of its authorization, or ''. */
type First = { readonly orderDate: Day; readonly authorizedOn: Day };

const firstOf = (order: VipOrder, { authorizations }: Pick<CustomerBook, 'authorizations'>): First => ({
  orderDate: order.data.orderDate,
  authorizedOn: authorizations.find(({ id }) => id === order.data.authorization)?.data.createdOn ?? '',
});

const set = (customer: VipCustomer, { orderDate, authorizedOn }: First, chosen?: ChosenEditions): VipCustomerData => {
  const { anniversaryDay: _, ...data } = customer.data;
  const unset = { ...customer, data: { ...data, firstOrderOn: '', anniversary: '' } };
  const placed = firstOrderPlaced(unset, placedAlone(orderDate, authorizedOn), chosen);
  return placed.ok ? placed.value.data : unset.data;
};

/**
 * Lets the customer follow what became of its first order, which was put right or taken away: the earliest that is there now
 * is the first. The anniversary goes along where it is still the one that the order set; `chosen` are the workspace's editions.
 */
export const followFirstOrder = (
  customer: VipCustomer,
  { was, now }: { readonly was: VipOrder; readonly now: VipOrder | undefined },
  book: Pick<CustomerBook, 'authorizations' | 'orders'>,
  chosen?: ChosenEditions,
): Result<Draft<VipCustomerData>> => {
  const { data } = customer;
  if (was.data.orderType !== 'new' || data.firstOrderOn !== was.data.orderDate) return refuse('nothing-to-follow');
  const others = book.orders.filter(({ id, data: one }) => id !== was.id && one.orderType === 'new');
  const [first] = [...others, ...(now === undefined ? [] : [now])].sort((a, b) =>
    a.data.orderDate < b.data.orderDate ? -1 : 1,
  );
  if (first?.data.orderDate === data.firstOrderOn) return refuse('nothing-to-follow');
  const before = set(customer, firstOf(was, book), chosen);
  const isIts = before.anniversary === data.anniversary && before.anniversaryDay === data.anniversaryDay;
  // Once a renewal was ended the anniversary is known from elsewhere.
  const isOpen = customer.steps.every((step) => step.data?.anniversary === undefined);
  const firstOrderOn = first?.data.orderDate ?? '';
  if (!isIts || !isOpen) return ok({ ...customer, data: { ...data, firstOrderOn } });
  if (first !== undefined) return ok({ ...customer, data: set(customer, firstOf(first, book), chosen) });
  const { anniversaryDay: _, ...dayless } = data;
  return ok({ ...customer, data: { ...dayless, firstOrderOn: '', anniversary: '' } });
};
