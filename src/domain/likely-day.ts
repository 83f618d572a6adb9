import { isDay, type Day } from './day.ts';

/** Years outside of these are no days of any order, and the calendar's own limits are not far. */
const [FIRST_DAY, LAST_DAY] = ['1900-01-01', '2200-12-31'];

/** The first and the last day that somebody can say. What is reckoned from them, some years on, is still a day that a record can hold. */
export const [FIRST_SAID, LAST_SAID]: readonly [Day, Day] = ['1950-01-01', '2150-12-31'];

/** Whether it is a day that the calendar has, in a year that can be meant, or '' for none. */
export const isDayOrNone = (given: string): boolean =>
  given === '' || (given >= FIRST_DAY && given <= LAST_DAY && isDay(given));

/** Whether somebody can mean it as a day: the year 202 is one that was left half typed. */
export const isSaidDay = (given: string): boolean => given >= FIRST_SAID && given <= LAST_SAID && isDay(given);
