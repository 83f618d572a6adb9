import { isDay, type Day } from '#core/day/day.ts';
import type { PlacedOrders } from '#programmes/adobe-vip/rules/order/first-order.ts';

/** What is known where one order alone is, and the day its authorization was created, or ''. */
export const placedAlone = (orderDate: Day, authorizedOn: Day): PlacedOrders => ({
  orders: [{ orderDate, orderType: 'new' }],
  authorizedOn: [authorizedOn].filter(isDay),
});
