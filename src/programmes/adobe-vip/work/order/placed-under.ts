import type { PlacedOrders } from '#programmes/adobe-vip/rules/order/first-order.ts';
import { readUnder } from '#data/records/read-under.ts';
import type { Records } from '#data/records/records.ts';

/** The orders and authorizations of a customer that can be read. */
export const placedUnder = async (
  records: Pick<Records, 'find'>,
  parent: string,
): Promise<PlacedOrders> => {
  const [orders, authorizations] = await Promise.all([
    readUnder(records, { kind: 'vip-order', parent }),
    readUnder(records, { kind: 'purchase-authorization', parent }),
  ]);
  return {
    orders: orders.map(({ data }) => data),
    authorizedOn: authorizations.map(({ data }) => data.createdOn),
  };
};
