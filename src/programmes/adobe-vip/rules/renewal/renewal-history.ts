import type { Day } from '#core/day/day.ts';
import { currentSteps } from '#core/record/step.ts';
import { editionIn } from '../edition/edition-in.ts';
import { renewalEditions } from './renewal-editions.ts';
import { renewalTiming, type RenewalTiming } from './renewal-order-rules.ts';
import { renewalDays } from './renewal-stage.ts';
import type { VipCustomer } from '../customer/vip-customer.ts';
import type { VipOrder } from '../order/vip-order.ts';

/** When a renewal was ordered; `outside` is on a day on which none is taken. */
export type OrderTiming = RenewalTiming | 'outside';

/**
 * One thing in the renewal history (C10): an order with when it came, or that a customer did not
 * renew.
 */
export type RenewalEvent = {
  readonly id: string;
  readonly customer: VipCustomer;
  readonly on: Day;
} & (
  | { readonly kind: 'ordered'; readonly order: VipOrder; readonly timing: OrderTiming | undefined }
  | { readonly kind: 'declined' }
);

// An order that no anniversary is known of says nothing: a list of orders names none.
const timingOf = (
  { data: { orderDate, renews } }: VipOrder,
  { programme, renewalEdition }: VipCustomer['data'],
): OrderTiming | undefined => {
  if (renews === '') return undefined;
  const { windowOpens, lastOrderDay } = renewalDays(
    renews,
    editionIn(renewalEditions, renewalEdition),
  );
  const isOutside = orderDate < windowOpens || orderDate > lastOrderDay;
  return isOutside ? 'outside' : renewalTiming(orderDate, renews, programme);
};

/** The renewal history of customers, the newest first. */
export const renewalHistory = (
  customers: readonly VipCustomer[],
  orders: readonly VipOrder[],
): RenewalEvent[] => {
  const known = new Map(customers.map((customer) => [customer.id, customer]));
  const ordered = orders.flatMap((order): RenewalEvent[] => {
    const customer = known.get(order.parent);
    if (customer === undefined || order.data.orderType !== 'renewal') return [];
    const timing = timingOf(order, customer.data);
    return [{ kind: 'ordered', id: order.id, customer, on: order.data.orderDate, order, timing }];
  });
  const declined = customers.flatMap((customer) =>
    currentSteps(customer.steps)
      .filter(({ kind }) => kind === 'renewal-declined')
      .map(({ id, on }): RenewalEvent => ({
        kind: 'declined',
        id: `${customer.id}.${id}`,
        customer,
        on,
      })),
  );
  return [...ordered, ...declined].sort((a, b) =>
    a.on === b.on ? (a.id < b.id ? 1 : -1) : a.on < b.on ? 1 : -1,
  );
};
