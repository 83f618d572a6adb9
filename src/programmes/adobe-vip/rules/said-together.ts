import { SAID_OF_CUSTOMER } from './customer/said-of-customer.ts';
import { PRICE_SAID } from './product/said-of-price.ts';

/** The fields that are one saying, by kind: undone they return together or not at all. */
export const SAID_TOGETHER: Readonly<Record<string, readonly (readonly string[])[]>> = {
  'vip-customer': SAID_OF_CUSTOMER,
  'price-list-item': [PRICE_SAID],
};
