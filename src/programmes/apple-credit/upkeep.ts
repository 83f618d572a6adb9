import type { Upkeep } from '../upkeep.ts';
import type { CreditKindId } from './ground/kinds.ts';

/** Orders follow their codes, and are joined and separated; no code is left without its list. */
export const upkeep: Upkeep<CreditKindId> = {
  ofKind: {
    'credit-order': {
      cameBack: async (...orders) =>
        (await import('./work/order/orders-back.ts')).partFromOthers(...orders),
      besideField: async (records, id, field) =>
        (await import('./work/order/first-use.ts')).besideOrder(records, id, field),
    },
  },
  letFollow: async (...followed) =>
    (await import('./work/order/follow-orders.ts')).letOrdersFollow(...followed),
  joinAnew: async (...laid) => (await import('./work/order/orders-back.ts')).joinAnew(...laid),
  mending: async () => (await import('./work/code/lists-of-codes.ts')).openListsOfCodes,
};
