import { isDay } from './day.ts';

/** Years outside of these are no days of any order, and the calendar's own limits are not far. */
const [FIRST_DAY, LAST_DAY] = ['1900-01-01', '2200-12-31'];

/** Whether it is a day that the calendar has, in a year that can be meant, or '' for none. */
export const isDayOrNone = (given: string): boolean =>
  given === '' || (given >= FIRST_DAY && given <= LAST_DAY && isDay(given));
