import type { Day } from '#core/day/day.ts';
import { linesOnce } from '../order/lines-once.ts';
import { planKey } from '../product/product-name.ts';
import type { LicenceType } from '../edition/programme.ts';
import type { ReturnAuthorization } from '../return/return-authorization.ts';
import { returnState } from '../return/return-deadlines.ts';
import { askedOf } from '../return/returned-quantity.ts';
import type { VipOrder } from '../order/vip-order.ts';

/**
 * How many licences of a product were renewed at one anniversary, returned ones taken off, and the
 * day of the last order.
 */
export type RenewedLine = {
  readonly key: string;
  readonly product: string;
  readonly licenceType: LicenceType | '';
  readonly sku: string;
  readonly quantity: number;
  readonly on: Day;
};

/** The orders that renew the licences at an anniversary. */
export const renewalOrdersOf = (orders: readonly VipOrder[], anniversary: Day): VipOrder[] =>
  orders.filter(({ data }) => data.orderType === 'renewal' && data.renews === anniversary);

const returnedOf = (
  returns: readonly ReturnAuthorization[],
  order: string,
  names: readonly string[],
): number =>
  returns
    .filter((request) => request.data.order === order && returnState(request) === 'granted')
    .map(({ data }) => askedOf(data.lines, names))
    .reduce((sum, quantity) => sum + quantity, 0);

/** What was renewed at an anniversary, by plan. */
export const renewedLines = (
  {
    orders,
    returns,
  }: { readonly orders: readonly VipOrder[]; readonly returns: readonly ReturnAuthorization[] },
  anniversary: Day,
): ReadonlyMap<string, RenewedLine> => {
  const found = new Map<string, RenewedLine>();
  for (const order of renewalOrdersOf(orders, anniversary))
    for (const { line, names } of linesOnce(order.data.lines)) {
      const { product, licenceType, sku, quantity } = line;
      const key = planKey(product, licenceType);
      const before = found.get(key);
      const left = Math.max(0, quantity - returnedOf(returns, order.id, names));
      const on =
        before !== undefined && before.on > order.data.orderDate ? before.on : order.data.orderDate;
      found.set(key, {
        key,
        product,
        licenceType,
        sku,
        quantity: (before?.quantity ?? 0) + left,
        on,
      });
    }
  return found;
};
