import { addYears, isDay, type Day } from './day.ts';

/**
 * Whether a day is more than a calendar year after today: usually a mistyped year, so the user is
 * asked about it.
 */
export const isFarAhead = (day: Day, today: Day): boolean => isDay(day) && day > addYears(today, 1);
