/**
 * What the load of the list of customers depends on, so that a window that became wide gets the
 * words of one beside it.
 */
export const CUSTOMER_BESIDE = 'volym:vip-customer';
