import { isDay, type Day } from './day.ts';

/**
 * The first and the last day that someone can enter. A day calculated from them, some years later,
 * is still one that a record can hold (`likely-day.ts`).
 */
export const [FIRST_PLAUSIBLE, LAST_PLAUSIBLE]: readonly [Day, Day] = ['1950-01-01', '2150-12-31'];

/** Whether someone can mean it as a day: the year 202 is only half typed. */
export const isPlausibleDay = (given: string): boolean =>
  given >= FIRST_PLAUSIBLE && given <= LAST_PLAUSIBLE && isDay(given);
