import { addYears, isDay, type Day } from './day.ts';

/**
 * Whether a day lies more than a calendar year after today: most often a year that was mistyped, so
 * that someone is asked.
 */
export const isFarAhead = (day: Day, today: Day): boolean => isDay(day) && day > addYears(today, 1);
