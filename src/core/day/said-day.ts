import { isDay, type Day } from './day.ts';

/**
 * The first and the last day that someone can say. What is reckoned from them, some years on, is
 * still a day that a record can hold (`likely-day.ts`).
 */
export const [FIRST_SAID, LAST_SAID]: readonly [Day, Day] = ['1950-01-01', '2150-12-31'];

/** Whether someone can mean it as a day: the year 202 is one that was left half typed. */
export const isSaidDay = (given: string): boolean =>
  given >= FIRST_SAID && given <= LAST_SAID && isDay(given);
