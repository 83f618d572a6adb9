import type { Day } from '#core/day/day.ts';
import { anniversaryAfter } from '#programmes/adobe-vip/rules/anniversary/anniversary.ts';
import {
  anniversariesOpen,
  anniversaryDue,
  dayOfAnniversary,
  isClosing,
} from '#programmes/adobe-vip/rules/customer/customer-deadlines.ts';
import {
  customerRenewal,
  isRenewed,
  type CustomerRenewal,
} from '#programmes/adobe-vip/rules/renewal/customer-renewal.ts';
import { lastDayOfAccess } from '#programmes/adobe-vip/rules/renewal/renewal-end.ts';
import { leftToRenew } from '#programmes/adobe-vip/rules/renewal/renewal-need.ts';
import { renewalOfDay } from '#programmes/adobe-vip/rules/renewal/renewal-of-day.ts';
import { bookOnDesk, livesUnder, stepsOnDesk } from '../match/desk-records.ts';
import { tellOfCustomer } from './tell-row.ts';
import { timeKnown } from './time-known.ts';
import { setField, stateOf, touch, type OnDesk, type VipDesk } from '../match/desk.ts';

type CustomerOnDesk = OnDesk<'vip-customer'>;
type OrderOnDesk = OnDesk<'vip-order'>;

/**
 * Ends the renewals that the orders of a customer make whole, as it is done where the last of them
 * is noted by hand (C10). `rows` are those of the customer and its orders.
 */
export const sayRenewed = (
  desk: VipDesk,
  customer: CustomerOnDesk,
  rows: readonly number[],
): void => {
  const orders = livesUnder(desk, 'vip-order', customer.id);
  const renewals = orders.filter(({ data }) => data.orderType === 'renewal');
  for (const order of renewals) sayWhatItRenews(desk, customer, order, rows);
  const due = (): Day => anniversaryDue(customer.data, stepsOnDesk(customer));
  for (
    let renewal = wholeOf(desk, customer, renewals);
    renewal;
    renewal = wholeOf(desk, customer, renewals)
  ) {
    const { anniversary } = renewal;
    const on = lastOf(renewals, anniversary);
    const at = rows.find((row) => desk.rows[row]?.day === on) ?? rows[0]!;
    touch(desk, customer, desk.rows[at]?.row ?? 0).steps.push({
      kind: 'renewal-closed',
      on,
      data: { anniversary },
    });
    const [from, to] = [anniversary, due()];
    // Licences that nobody has may be left out.
    const left = renewal.plans.reduce((sum, plan) => sum + leftToRenew(plan), 0);
    tellOfCustomer(desk.rows, at, {
      change: { field: 'anniversary', from, to },
      note: { code: 'renewal-closed', params: { day: to, ...(left > 0 && { left }) } },
    });
  }
  sayOrderedSince(desk, customer, orders, rows);
};

/**
 * Ends the renewal of an anniversary whose last day for a late order has passed, where the customer
 * ordered on it or since: nothing of it can be renewed any more, and what was ordered is of the next
 * term (adobe.md §4, §8.33, §8.40). In the Marketplace, ended it would not have renewed by itself.
 */
const sayOrderedSince = (
  desk: VipDesk,
  customer: CustomerOnDesk,
  orders: readonly OrderOnDesk[],
  rows: readonly number[],
): void => {
  const { data } = customer;
  const due = anniversaryDue(data, stepsOnDesk(customer));
  if (due === '' || data.programme !== 'vip') return;
  const isOver = (day: Day): boolean =>
    lastDayOfAccess(day, data.renewalEdition) < desk.known.today &&
    orders.some((order) => order.data.orderDate >= day);
  let over = '';
  for (let next = due; isOver(next); next = anniversaryAfter(next, dayOfAnniversary(data), 1))
    over = next;
  const own = orders.filter(({ data: { orderDate } }) => orderDate >= over);
  if (over === '' || !mayEnd(customer, own, over)) return;
  const on = own.map(({ data: { orderDate } }) => orderDate).toSorted()[0] ?? '';
  const at = rows.find((row) => desk.rows[row]?.day === on) ?? rows[0]!;
  touch(desk, customer, desk.rows[at]?.row ?? 0).steps.push({
    kind: 'renewal-closed',
    on,
    data: { anniversary: over },
  });
  const day = anniversaryDue(data, stepsOnDesk(customer));
  tellOfCustomer(desk.rows, at, {
    change: { field: 'anniversary', from: due, to: day },
    note: { code: 'ordered-since', params: { day } },
  });
};

/**
 * The renewal that comes next, or the one that took the place of a year that nobody answered, where
 * its orders leave nothing to renew.
 */
const wholeOf = (
  desk: VipDesk,
  customer: CustomerOnDesk,
  renewals: readonly OrderOnDesk[],
): CustomerRenewal | undefined => {
  const steps = stepsOnDesk(customer);
  const { today } = desk.known;
  for (const anniversary of anniversariesOpen(customer.data, steps, today)) {
    const own = renewals.filter(({ data }) => data.renews === anniversary);
    if (anniversary === '' || !mayEnd(customer, own, anniversary)) continue;
    const renewal = customerRenewal(bookOnDesk(desk, customer), timeKnown(desk.known), anniversary);
    if (renewal !== undefined && isRenewed(renewal)) return renewal;
  }
  return undefined;
};

/** An order whose customer had no anniversary when its row was read has one now. */
const sayWhatItRenews = (
  desk: VipDesk,
  { data }: CustomerOnDesk,
  order: OrderOnDesk,
  rows: readonly number[],
): void => {
  const to = order.data.renews === '' ? renewalOfDay(order.data.orderDate, data) : '';
  if (to === '') return;
  const at = rows.find((row) => desk.rows[row]?.number === order.data.orderNumber);
  setField(touch(desk, order, desk.rows[at ?? rows[0]!]?.row ?? 0), 'renews', to);
  if (at !== undefined)
    tellOfCustomer(desk.rows, at, { change: { field: 'renews', from: '', to } });
};

/**
 * Whether any of an anniversary's own orders may end it. One that someone opened again stays open,
 * until an order comes that was not here.
 */
const mayEnd = (
  { before }: CustomerOnDesk,
  own: readonly OrderOnDesk[],
  anniversary: Day,
): boolean => {
  const wasEnded =
    before?.steps.some((step) => isClosing(step) && step.data?.anniversary === anniversary) ===
    true;
  return own.some((order) => !wasEnded || stateOf(order) !== 'existing');
};

const lastOf = (renewals: readonly OrderOnDesk[], anniversary: Day): Day =>
  renewals
    .filter(({ data }) => data.renews === anniversary)
    .map(({ data }) => data.orderDate)
    .toSorted()
    .at(-1) ?? '';
