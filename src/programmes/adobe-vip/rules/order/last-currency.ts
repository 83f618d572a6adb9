import type { VipOrder } from './vip-order.ts';

/** The currency that a customer pays in: from its last order that has one, or ''. */
export const lastCurrency = (
  orders: readonly { readonly data: Pick<VipOrder['data'], 'orderDate' | 'currency'> }[],
): string =>
  orders
    .filter(({ data }) => data.currency !== '')
    .reduce(
      (last, { data }) =>
        data.orderDate >= last.on ? { on: data.orderDate, currency: data.currency } : last,
      {
        on: '',
        currency: '',
      },
    ).currency;
