import type { FromTrashOf } from '../../ground.ts';
import { UNDER_CUSTOMER } from '../rules/customer/under-customer.ts';
import { returnState } from '../rules/return/return-deadlines.ts';
import type { VipKindId } from './kinds.ts';

/**
 * A customer comes with what went with it; a return that Adobe did not deny, with the order that it
 * takes from.
 */
export const fromTrash: FromTrashOf<VipKindId> = {
  'vip-customer': { goesWith: UNDER_CUSTOMER },
  'return-authorization': {
    needs: (record) => (returnState(record) === 'denied' ? '' : record.data.order),
  },
};
