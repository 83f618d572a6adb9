import type { Day } from '#core/day/day.ts';
import { dateOf, monthDate } from './month-date.ts';
import type { AnniversaryEdition } from './term-editions.ts';

/** The days that a first anniversary may be counted from; '' where it has not come. */
export type FirstDays = {
  readonly termsOn: Day;
  readonly firstAuthorizationOn: Day;
  readonly firstOrderOn: Day;
};

const earliest = (...days: readonly Day[]): Day =>
  days.filter((day) => day !== '').toSorted()[0] ?? '';

/**
 * The day that the first anniversary is counted from, or '' while it is missing. Its date of the
 * month is kept beside the anniversary: 29 February is lost in the first year otherwise (adobe.md
 * §8.26).
 */
export const anniversaryOrigin = (days: FirstDays, { from }: AnniversaryEdition): Day => {
  if (from === 'terms') return days.termsOn;
  return from === 'order'
    ? days.firstOrderOn
    : earliest(days.firstOrderOn, days.firstAuthorizationOn);
};

/** The first anniversary date (adobe.md §0), or '' while the day it is counted from is missing. */
export const firstAnniversary = (days: FirstDays, edition: AnniversaryEdition): Day => {
  const origin = anniversaryOrigin(days, edition);
  return origin === '' ? '' : monthDate(origin, edition.value, dateOf(origin));
};

/**
 * The anniversary so many years later. `anniversaryDay` is the date of the month kept with it
 * (1–31); on 28 February it is the customer's own choice of 28 or 29 in a leap year, which Adobe
 * leaves open (adobe.md §8.26).
 */
export const anniversaryAfter = (anniversary: Day, anniversaryDay: number, years: number): Day =>
  monthDate(anniversary, years * 12, anniversaryDay);

/** The anniversaries of the year of a day, the year before it and the one after, in that order. */
export const anniversariesNear = (
  day: Day,
  anniversary: Day,
  anniversaryDay: number,
): readonly [Day, Day, Day] => {
  const years = Number(day.slice(0, 4)) - Number(anniversary.slice(0, 4));
  const at = (more: number): Day => anniversaryAfter(anniversary, anniversaryDay, years + more);
  return [at(-1), at(0), at(1)];
};
