import BuildingComplex from '@lucide/svelte/icons/building-complex';
import type { IdentityOf } from '../programme.ts';
import type { adobeVip } from './programme.ts';
import type { PurchaseAuthorization } from './rules/authorization/purchase-authorization.ts';
import type { VipOrder } from './rules/order/vip-order.ts';
import type { InvoiceLine } from './rules/product/invoice-line.ts';
import type { PriceListItem } from './rules/product/price-list-item.ts';
import type { ReturnAuthorization } from './rules/return/return-authorization.ts';

const firstProduct = ({ data }: PurchaseAuthorization | VipOrder): string =>
  Object.values(data.lines)[0]?.product ?? '';

/** Who the records of Adobe VIP are. */
export const identity: IdentityOf<(typeof adobeVip)['id']> = {
  icons: {
    'vip-customer': BuildingComplex,
    'purchase-authorization': BuildingComplex,
    'vip-order': BuildingComplex,
    'return-authorization': BuildingComplex,
    'price-list-item': BuildingComplex,
    'invoice-line': BuildingComplex,
  },
  names: {
    'purchase-authorization': firstProduct,
    'vip-order': (order: VipOrder) => order.data.orderNumber || firstProduct(order),
    // By Adobe's number of it, or by how many licences go back.
    'return-authorization': ({ data }: ReturnAuthorization, { history }) =>
      data.reference ||
      history.licences(Object.values(data.lines).reduce((sum, quantity) => sum + quantity, 0)),
    'price-list-item': ({ data: { product, sku } }: PriceListItem) =>
      [product, sku].filter(Boolean).join(' '),
    'invoice-line': ({ data: { invoiceNumber, line } }: InvoiceLine) =>
      [invoiceNumber, line].filter(Boolean).join(' · '),
  },
};
