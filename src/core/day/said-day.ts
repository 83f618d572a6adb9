import { isDay, type Day } from './day.ts';

/**
 * The first and the last day that someone can enter. A day calculated from them, some years later,
 * is still one that a record can hold (`likely-day.ts`).
 */
export const [FIRST_SAID, LAST_SAID]: readonly [Day, Day] = ['1950-01-01', '2150-12-31'];

/** Whether someone can mean it as a day: the year 202 is only half typed. */
export const isSaidDay = (given: string): boolean =>
  given >= FIRST_SAID && given <= LAST_SAID && isDay(given);
