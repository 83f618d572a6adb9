import type { CustomerBook } from '#domain/adobe-vip/plans.ts';
import type { BookOfCustomer } from '#domain/adobe-vip/renewal-overview.ts';
import type { VipCustomer } from '#domain/adobe-vip/vip-customer.ts';
import type { VolymRecord } from '#domain/record.ts';

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
