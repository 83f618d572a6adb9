import { renewalList } from './vip-renewal-list.ts';
import { renewalOfOne } from './vip-renewal-one.ts';

/** Words of the renewals: the overview, a customer's renewal and the history. */
export const vipRenewals = { ...renewalList, ...renewalOfOne };
