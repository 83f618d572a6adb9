import { renewalList } from './vip-renewal-list.ts';
import { customerRenewal } from './vip-customer-renewal.ts';

/** Words of the renewals: the overview, a customer's renewal and the history. */
export const vipRenewals = { ...renewalList, ...customerRenewal };
