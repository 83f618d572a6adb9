import type { CustomerBook } from '#programmes/adobe-vip/rules/plan/plans.ts';
import type { BookOfCustomer } from '#programmes/adobe-vip/rules/renewal/renewal-overview.ts';
import type { VipCustomer } from '#programmes/adobe-vip/rules/customer/vip-customer.ts';
import type { VolymRecord } from '#core/record/record.ts';

/** A customer with what was read under it, by kind. */
export const bookOf = (customer: VipCustomer, under: readonly VolymRecord[]): BookOfCustomer => {
  const of = (kind: string) => under.filter((record) => record.kind === kind);
  const lies = {
    authorizations: of('purchase-authorization'),
    orders: of('vip-order'),
    returns: of('return-authorization'),
  };
  return { customer, ...(lies as unknown as Omit<CustomerBook, 'customer'>) };
};
