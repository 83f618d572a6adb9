import { dayOf, type Day } from './day.ts';

/** A moment as `YYYY-MM-DDTHH:mm:ssZ`, always in UTC; moments compare as strings. */
export type Instant = string;

/**
 * ISO 8601 as Apple and others write it: the offset with or without a colon, or `Z` (apple.md
 * §1.1).
 */
const WRITTEN =
  /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2}))?(?:[.,]\d+)?(?:Z|([+-])(\d{2}):?(\d{2}))$/i;

const MINUTE = 60_000;

/**
 * The moment that is written, or undefined when it is none that the calendar has. Without an offset
 * it is none.
 */
export const instantOf = (written: string): Instant | undefined => {
  const found = WRITTEN.exec(written.trim());
  if (found === null) return undefined;
  const [year = 0, month = 0, date = 0, hour = 0, minute = 0, second = 0] = found
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  const [hours, minutes] = [Number(found[8] ?? 0), Number(found[9] ?? 0)];
  if (dayOf(year, month, date) === '' || hour > 23 || minute > 59 || second > 60) return undefined;
  if (hours > 14 || minutes > 59) return undefined;
  const offset = (found[7] === '-' ? -1 : 1) * (hours * 60 + minutes) * MINUTE;
  const ms = Date.UTC(year, month - 1, date, hour, minute, second) - offset;
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
};

/** The day of a moment, in UTC. */
export const dayOfInstant = (instant: Instant): Day => instant.slice(0, 10);
