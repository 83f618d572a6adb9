import { SAID_OF_CUSTOMER } from '#programmes/adobe-vip/rules/customer/said-of-customer.ts';
import { PRICE_SAID } from '#programmes/adobe-vip/rules/product/said-of-price.ts';

const TOGETHER: Readonly<Record<string, readonly (readonly string[])[]>> = {
  'vip-customer': SAID_OF_CUSTOMER,
  'price-list-item': [PRICE_SAID],
};

/**
 * The fields of a kind that are one saying: where a change or an import is undone each group
 * returns together or not at all (X12, C13).
 */
export const returnedTogether = (kind: string): readonly (readonly string[])[] =>
  (Object.hasOwn(TOGETHER, kind) ? TOGETHER[kind] : undefined) ?? [];
