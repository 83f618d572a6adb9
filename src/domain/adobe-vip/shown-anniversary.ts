import type { Day } from '../day.ts';
import { anniversaryAfter } from './anniversary.ts';
import { anniversaryDue, dayOfAnniversary } from './customer-deadlines.ts';
import { editionIn } from './edition-in.ts';
import { renewalEditions } from './renewal-editions.ts';
import { renewalTiming } from './renewal-order-rules.ts';
import { renewalStage } from './renewal-stage.ts';
import { renewalOrdersOf } from './renewed-lines.ts';
import type { VipCustomer } from './vip-customer.ts';
import type { VipOrder } from './vip-order.ts';

/**
 * The anniversary that is shown of a customer on a day, or ''. What was not renewed gives way to the next one after the last
 * day of a late order (adobe.md §8.40). In the Marketplace an early order moves it on by a year, once, and its return does not
 * roll it back (§8.46): the licences that are left still renew on the day that stayed, `anniversaryDue`.
 */
export const shownAnniversary = (
  { data, steps }: Pick<VipCustomer, 'data' | 'steps'>,
  today: Day,
  orders: readonly VipOrder[] = [],
): Day => {
  const anniversary = anniversaryDue(data, steps);
  const anniversaryDay = dayOfAnniversary(data);
  const edition = editionIn(renewalEditions, data.renewalEdition);
  const shown = renewalStage({ anniversary, anniversaryDay, today, edition })?.shownAnniversary ?? '';
  const isEarly = renewalOrdersOf(orders, shown).some(
    (order) => renewalTiming(order.data.orderDate, shown, data.programme) === 'early',
  );
  return isEarly ? anniversaryAfter(shown, anniversaryDay, 1) : shown;
};
