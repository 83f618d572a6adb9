/**
 * A dependency of the customer list's load, so that a window that became wide gets the words of the
 * customer next to it.
 */
export const CUSTOMER_BESIDE = 'volym:vip-customer';
