import { purchaseAuthorization } from '../rules/authorization/purchase-authorization.ts';
import { vipCustomer } from '../rules/customer/vip-customer.ts';
import { vipOrder } from '../rules/order/vip-order.ts';
import { invoiceLine } from '../rules/product/invoice-line.ts';
import { priceListItem } from '../rules/product/price-list-item.ts';
import { returnAuthorization } from '../rules/return/return-authorization.ts';

/** The kinds of record of Adobe VIP. */
export const kinds = {
  'vip-customer': vipCustomer,
  'purchase-authorization': purchaseAuthorization,
  'vip-order': vipOrder,
  'return-authorization': returnAuthorization,
  'price-list-item': priceListItem,
  'invoice-line': invoiceLine,
};

/** Id of one of them. */
export type VipKindId = keyof typeof kinds;
