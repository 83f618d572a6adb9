/**
 * What is under a customer and goes to the trash with it: home would remind of its authorizations
 * otherwise.
 */
export const UNDER_CUSTOMER = [
  'purchase-authorization',
  'vip-order',
  'return-authorization',
] as const;
