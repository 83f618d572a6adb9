/**
 * Days ahead whose last days are to be seen to now: today is none of them, tomorrow is one (X1).
 */
export const NOW_DAYS = 1;
