import type { Day } from '#core/day/day.ts';
import { anniversaryAfter } from './anniversary.ts';
import { dayOfAnniversary } from '../customer/customer-deadlines.ts';
import { editionIn } from '../edition/edition-in.ts';
import { openAnniversaryOf } from './open-anniversary.ts';
import { renewalEditions } from '../renewal/renewal-editions.ts';
import { allowRenewalOn } from '../renewal/renewal-order-rules.ts';
import { renewalOrdersOf } from '../renewal/renewed-lines.ts';
import type { VipCustomer } from '../customer/vip-customer.ts';
import type { VipOrder } from '../order/vip-order.ts';

/**
 * The anniversary that is shown of a customer on a day, or ''. What was not renewed gives way to
 * the next one after the last day of a late order (adobe.md §8.40). In the Marketplace an early
 * order moves it on by a year, once, and its return does not roll it back (§8.46), which exists
 * since 2026-03-30 (§4): the licences that are left still renew on the day that stayed,
 * `anniversaryDue`.
 */
export const shownAnniversary = (
  customer: Pick<VipCustomer, 'data' | 'steps'>,
  today: Day,
  orders: readonly VipOrder[] = [],
): Day => {
  const { data } = customer;
  const open = openAnniversaryOf(customer, today);
  const edition = editionIn(renewalEditions, data.renewalEdition);
  const isEarly = renewalOrdersOf(orders, open).some((order) => {
    const { orderDate } = order.data;
    const allowed = allowRenewalOn({
      orderDate,
      anniversary: open,
      programme: data.programme,
      edition,
    });
    return allowed.ok && allowed.value === 'early';
  });
  return isEarly ? anniversaryAfter(open, dayOfAnniversary(data), 1) : open;
};
