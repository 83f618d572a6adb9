import type { UnderOthers } from '../../ground.ts';
import { UNDER_CUSTOMER } from '../rules/customer/under-customer.ts';
import type { VipKindId } from './kinds.ts';

/** Authorizations, orders and returns come and go with their customer. */
export const underOthers: UnderOthers<VipKindId> = { kinds: UNDER_CUSTOMER };
