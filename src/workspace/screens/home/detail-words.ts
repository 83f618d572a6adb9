/**
 * What the load function of home depends on, so that a window that became wide gets the words of
 * the detail.
 */
export const DETAIL_WORDS = 'volym:detail-words';
