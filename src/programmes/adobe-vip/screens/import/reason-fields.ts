import type { VipField } from '#programmes/adobe-vip/import/read/fields.ts';
import type { VipRowReason } from '#programmes/adobe-vip/rules/row-reason.ts';

const CUSTOMER: readonly VipField[] = ['vipId', 'marketplaceId', 'name'];
const PRODUCT: readonly VipField[] = ['product', 'sku'];
const QUANTITY: readonly VipField[] = ['quantity', 'licences', 'used'];

/** Which cells of a row a reason is about, where it does not say so itself. */
export const reasonFields: Partial<Readonly<Record<VipRowReason, readonly VipField[]>>> = {
  'no-customer-named': CUSTOMER,
  'several-customers': ['name'],
  'names-two-customers': CUSTOMER,
  'customer-not-here': ['vipId', 'memberName', 'name'],
  'product-missing': PRODUCT,
  'quantity-missing': QUANTITY,
  'quantity-not-whole': QUANTITY,
  'quantity-not-above-nothing': QUANTITY,
  'quantity-too-large': QUANTITY,
  'count-below-nothing': ['licences', 'used'],
  'order-from-adobe': ['licenceType'],
  'order-cancelled': ['status'],
  'created-missing': ['createdOn', 'deploymentDate'],
  'order-number-missing': ['orderNumber'],
  'order-date-missing': ['orderDate'],
  'return-without-order': ['originalOrder'],
  'return-of-too-many': ['quantity'],
  'sku-missing': ['sku'],
  'price-missing': ['yearlyPrice'],
  'price-below-nothing': ['yearlyPrice'],
  'invoice-number-missing': ['invoiceNumber', 'orderNumber'],
  'charge-not-known': ['charge'],
  'purchase-order-too-long': ['purchaseOrder'],
  'holder-gone': ['status'],
  'nobody-listed': ['email', 'userName', 'personName'],
};
