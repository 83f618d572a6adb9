import { addDays, isDay, type Day } from '#core/day/day.ts';
import { anniversaryAfter } from './anniversary.ts';
import { dayOfAnniversary } from '../customer/customer-deadlines.ts';
import { longTermSince } from './first-term.ts';
import type { VipCustomer } from '../customer/vip-customer.ts';
import type { VipOrder } from '../order/vip-order.ts';

/** The first term is a year; its first order may come some time after what it is counted from. */
const HALF_A_YEAR = 183;

/**
 * The anniversaries before the one that is written down which lie between the orders that are known:
 * the licences of the orders before one ended the day before it, and an order on it is of the next
 * term (adobe.md §3, §8.33). A longer first term has none in it (§1).
 */
export const anniversariesBetweenOrders = (
  { data, steps }: Pick<VipCustomer, 'data' | 'steps'>,
  orders: readonly Pick<VipOrder, 'data'>[],
  today: Day,
): Day[] => {
  if (!isDay(data.anniversary)) return [];
  const days = orders.map((order) => order.data.orderDate).filter(isDay);
  const first = days.reduce((a, b) => (a < b ? a : b), data.anniversary);
  const last = days.reduce((a, b) => (a > b ? a : b), '');
  const day = dayOfAnniversary(data);
  const since = isDay(data.firstOrderOn) ? addDays(data.firstOrderOn, HALF_A_YEAR) : '';
  const years = Number(data.anniversary.slice(0, 4)) - Number(first.slice(0, 4));
  const between = Array.from({ length: Math.max(0, years) }, (_, at) =>
    anniversaryAfter(data.anniversary, day, -at - 1),
  ).filter((anniversary) => anniversary > first && anniversary <= last && anniversary > since);
  if (between.length === 0 || longTermSince(data, { steps, orders, today }) !== undefined)
    return [];
  return between;
};
