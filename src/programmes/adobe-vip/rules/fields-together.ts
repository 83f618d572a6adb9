import { CUSTOMER_FIELDS_TOGETHER } from './customer/customer-fields-together.ts';
import { PRICE_FIELDS } from './product/price-fields-together.ts';

/** The fields that are one saying, by kind: undone they return together or not at all. */
export const FIELDS_TOGETHER: Readonly<Record<string, readonly (readonly string[])[]>> = {
  'vip-customer': CUSTOMER_FIELDS_TOGETHER,
  'price-list-item': [PRICE_FIELDS],
};
