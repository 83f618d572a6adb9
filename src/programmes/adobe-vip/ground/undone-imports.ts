import type { UndoneImports } from '../../ground.ts';
import { UNDER_CUSTOMER } from '../rules/customer/under-customer.ts';
import type { VipKindId } from './kinds.ts';

/** Authorizations, orders and returns come and go with their customer, and keep it. */
export const undoneImports: UndoneImports<VipKindId> = {
  underOthers: { kinds: UNDER_CUSTOMER },
  keptBy: { 'vip-customer': { left: 'has-purchases' } },
};
