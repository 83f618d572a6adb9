/**
 * What the load of an order's screen depends on, so that a window that became wide gets the list
 * beside it.
 */
export const LIST_BESIDE = 'volym:credit-list';
