import type { Upkeep } from '../upkeep.ts';
import type { VipKindId } from './ground/kinds.ts';

/** Two customers never have one VIP ID, and authorizations and customers follow orders. */
export const upkeep: Upkeep<VipKindId> = {
  ofKind: {
    'vip-customer': {
      whyStays: async (...thrown) =>
        (await import('./work/customer/customers-here.ts')).whyStaysThrown(...thrown),
      besideField: async (...field) =>
        (await import('./work/customer/beside-customer.ts')).besideCustomer(...field),
    },
    'vip-order': {
      cameBack: async (...orders) => {
        await (await import('./work/order/orders-back.ts')).ordersCameBack(...orders);
        return undefined;
      },
      wentAgain: async (...orders) =>
        (await import('./work/order/orders-back.ts')).ordersWentAgain(...orders),
    },
  },
};
