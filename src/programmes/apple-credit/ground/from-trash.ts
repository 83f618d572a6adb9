import type { FromTrashOf } from '../../ground.ts';
import { joinedOrder } from '../rules/order/credit-order.ts';
import type { CreditKindId } from './kinds.ts';

/** An order that was joined to another is separated from it. */
export const fromTrash: FromTrashOf<CreditKindId> = {
  'credit-order': {
    was: (order) => {
      const joinedTo = joinedOrder(order);
      return joinedTo === '' ? undefined : { joinedTo };
    },
  },
};
