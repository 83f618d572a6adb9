import type { BookOfCustomer } from '#programmes/adobe-vip/rules/renewal/renewal-overview.ts';
import type { VipCustomer } from '#programmes/adobe-vip/rules/customer/vip-customer.ts';
import type { VolymRecord } from '#core/record/record.ts';
import { type KindId, isOfKind, type RecordOf } from '#data/records/found.ts';
import { isFine } from '#data/records/read-record.ts';

/** A customer with what was read under it, by kind. */
export const bookOf = (customer: VipCustomer, under: readonly VolymRecord[]): BookOfCustomer => {
  const of = <Id extends KindId>(kind: Id) =>
    under.filter((record): record is RecordOf<Id> => isOfKind(record, kind) && isFine(record));
  return {
    customer,
    authorizations: of('purchase-authorization'),
    orders: of('vip-order'),
    returns: of('return-authorization'),
  };
};
