/**
 * What the load of the lists depends on, so that a window that became wide gets the words of the
 * customer beside them.
 */
export const CUSTOMER_BESIDE = 'volym:renewal-customer';
