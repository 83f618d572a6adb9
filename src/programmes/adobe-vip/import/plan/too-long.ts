import type { RowWhy } from '#core/import/planned-row.ts';
import type { VipRowReason } from '#programmes/adobe-vip/rules/row-reason.ts';
import { longestPurchaseOrder } from '#programmes/adobe-vip/rules/authorization/purchase-order.ts';
import { programmeOf } from './plan-customer.ts';
import type { VipDesk } from '../match/desk.ts';
import type { NamedCustomer } from '#programmes/adobe-vip/rules/customer/named-customer.ts';

/**
 * Why a row's purchase order number cannot be taken, before its customer is made: the programme
 * takes fewer characters (adobe.md §8.14).
 */
export const tooLong = (
  desk: VipDesk,
  row: NamedCustomer & { readonly purchaseOrder: string },
): Required<RowWhy<VipRowReason>> | undefined => {
  const most = longestPurchaseOrder(programmeOf(desk, row));
  const { length } = [...row.purchaseOrder];
  return most === undefined || length <= most
    ? undefined
    : { code: 'purchase-order-too-long', params: { length, most } };
};
