/**
 * A calendar day as `YYYY-MM-DD`, without a time zone; days compare as strings. The empty string
 * means "no day given".
 */
export type Day = string;

/** Sorts after every real day: nothing is due. */
export const NOTHING_DUE: Day = '9999-12-31';

/** Sorts before every real day: needs attention now, without a date. */
export const NEEDS_A_HAND: Day = '0000-00-00';

const MS_PER_DAY = 86_400_000;
const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;

const toMs = (day: Day): number => {
  const [, year, month, date] = SHAPE.exec(day) ?? [];
  return Date.UTC(Number(year), Number(month) - 1, Number(date));
};

const fromMs = (ms: number): Day => new Date(ms).toISOString().slice(0, 10);

/**
 * The day of a year, month (1-12) and date, or the empty string when the calendar has no such day.
 */
export const dayOf = (year: number, month: number, date: number): Day => {
  const ms = Date.UTC(year, month - 1, date);
  const made = new Date(ms);
  const exists = year > 0 && made.getUTCMonth() === month - 1 && made.getUTCDate() === date;
  return exists ? fromMs(ms) : '';
};

/** Whether the text is a day that the calendar has (`2026-02-29` is not). */
export const isDay = (text: string): boolean => {
  const [, year, month, date] = SHAPE.exec(text) ?? [];
  if (year === undefined) return false;
  // Not by writing it out again: every date of every record that is read is looked at here.
  const made = new Date(Date.UTC(Number(year), Number(month) - 1, Number(date)));
  return (
    made.getUTCFullYear() === Number(year) &&
    made.getUTCMonth() === Number(month) - 1 &&
    made.getUTCDate() === Number(date)
  );
};

const FIRST_MS = Date.parse('0000-01-01');
const LAST_MS = Date.parse(NOTHING_DUE);

/**
 * The day `days` later (or earlier, when negative); `NOTHING_DUE` past the year 9999, and '' when
 * no day is given.
 */
export const addDays = (day: Day, days: number): Day => {
  const ms = toMs(day) + days * MS_PER_DAY;
  // Written with five digits it would sort before every other day.
  if (ms > LAST_MS) return NOTHING_DUE;
  return ms >= FIRST_MS ? fromMs(ms) : '';
};

/**
 * The same date so many calendar years later (or earlier, when negative); 29 February is the 28th
 * in a year without one.
 */
export const addYears = (day: Day, years: number): Day => {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return dayOf(year + years, month, date) || dayOf(year + years, month, date - 1);
};

/** Whole days from `from` to `to`; negative when `to` comes before. */
export const daysBetween = (from: Day, to: Day): number =>
  Math.round((toMs(to) - toMs(from)) / MS_PER_DAY);
