import type { ReturnAuthorization } from '../return/return-authorization.ts';
import { grantOf } from '../return/return-deadlines.ts';
import type { VipCustomer } from '../customer/vip-customer.ts';
import { linesOnce } from '../order/lines-once.ts';
import type { VipOrder } from '../order/vip-order.ts';
import { compared, ourKey, type OurLine, type OurReturn } from './sides.ts';

/** What is here of our own: those in the trash are left out by whoever reads them. */
export type OurBook = {
  readonly customers: readonly VipCustomer[];
  readonly orders: readonly VipOrder[];
  readonly returns: readonly ReturnAuthorization[];
};

/** The lines of all orders with what was granted to go back of each. */
export const ourLines = ({ customers, orders, returns }: OurBook): OurLine[] => {
  const names = new Map(customers.map(({ id, data }) => [id, data.name || data.vipId]));
  const granted = grantedByLine(returns);
  return orders.flatMap(({ id, parent, data }) => {
    const { orderNumber, orderDate, purchaseOrderNumber, currency } = data;
    const customerName = names.get(parent) ?? '';
    return linesOnce(data.lines).map(({ id: line, line: orderLine, names: called }): OurLine => {
      const { product, sku, quantity, unitPrice } = orderLine;
      const key = ourKey(id, line);
      const returns =
        called.length === 1
          ? granted.get(key)
          : eachOnce(called.flatMap((name) => granted.get(ourKey(id, name)) ?? NONE));
      // Written out: there may be twenty thousand of them, and each spread would be a copy.
      // oxfmt-ignore
      return {
        order: id, line, key, customer: parent, customerName, orderNumber, orderDate, purchaseOrderNumber, currency,
        product, sku, quantity, unitPrice, returns: returns ?? NONE,
      };
    });
  });
};

const NONE: readonly OurReturn[] = [];

/**
 * Those of a line with several names: one return that names it by more than one took the greatest
 * of what it says (`askedOf`).
 */
const eachOnce = (returns: readonly OurReturn[]): OurReturn[] => {
  const found = new Map<string, OurReturn>();
  for (const ourReturn of returns) {
    const before = found.get(ourReturn.id);
    if (before === undefined || before.quantity < ourReturn.quantity)
      found.set(ourReturn.id, ourReturn);
  }
  return [...found.values()].sort(byDay);
};

const byDay = (a: OurReturn, b: OurReturn): number => compared(a.on, b.on) || compared(a.id, b.id);

const grantedByLine = (
  returns: readonly ReturnAuthorization[],
): ReadonlyMap<string, OurReturn[]> => {
  const found = new Map<string, OurReturn[]>();
  for (const request of returns) {
    const on = grantOf(request)?.on;
    if (on === undefined) continue;
    for (const [line, quantity] of Object.entries(request.data.lines)) {
      if (quantity <= 0) continue;
      const of = ourKey(request.data.order, line);
      const taken = { id: request.id, of, quantity, on, reference: request.data.reference };
      found.set(of, [...(found.get(of) ?? []), taken]);
    }
  }
  for (const list of found.values()) list.sort(byDay);
  return found;
};
