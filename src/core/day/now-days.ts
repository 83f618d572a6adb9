/**
 * How many days ahead a last day counts as "now": 0 is today, 1 is tomorrow (X1).
 */
export const NOW_DAYS = 1;
