import { dayOf, type Day } from '#core/day/day.ts';

/**
 * The day so many months later (earlier, when negative) and has the number `date`; a
 * month without it uses its last day (adobe.md §8.28: a convention of ours, Adobe's text on it
 * could not be read).
 */
export const monthDate = (from: Day, months: number, date: number): Day => {
  const index = Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7)) - 1 + months;
  const [year, month] = [Math.floor(index / 12), (index % 12) + 1];
  // Lists ask thousands of them, and nearly every month has the date.
  const last = [date, 30, 29, 28].find((candidate) => dayOf(year, month, candidate) !== '') ?? 0;
  return dayOf(year, month, last);
};

/** Whether a day is one of those that lie whole months from a day with the number `date`. */
export const comesOf = (day: Day, date: number): boolean =>
  dateOf(day) === date || monthDate(day, 0, date) === day;

/** The number of a day within its month. */
export const dateOf = (day: Day): number => Number(day.slice(8));
