import { addDays, isDay, type Day } from './day.ts';
import type { Instant } from './instant.ts';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

const formats = new Map<string, Intl.DateTimeFormat>();

// A browser takes milliseconds to make one, and a list asks for the day of each of its records.
const formatOf = (zone: string): Intl.DateTimeFormat => {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  formats.set(zone, made);
  return made;
};

/**
 * The last moment asked about in each zone, with its day: a list asks what day it is there for
 * every row.
 */
const lastAsked = new Map<string, { readonly moment: number; readonly day: Day }>();

/**
 * The calendar day on which a moment (also as ms since 1970) falls in a time zone (IANA,
 * `America/Los_Angeles`); '' where there is no such moment.
 */
export const dayInZone = (instant: Instant | number, zone: string): Day => {
  const moment = typeof instant === 'number' ? instant : Date.parse(instant);
  if (Number.isNaN(moment)) return '';
  const last = lastAsked.get(zone);
  if (last?.moment === moment) return last.day;
  const parts = formatOf(zone).formatToParts(moment);
  const part = (type: string): string => parts.find((part) => part.type === type)?.value ?? '';
  const day = `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
  lastAsked.set(zone, { moment, day });
  return day;
};

/**
 * So many days are remembered: more than the open ones of thousands of records fall on, and soon
 * reckoned again.
 */
const MOST_ENDS = 2000;
const ends = new Map<string, number>();

/**
 * The moment (ms since 1970) at which a day is over in a time zone: the first one of the next
 * day; undefined where the calendar has no such day, or none after it.
 */
export const endOfDayInZone = (day: Day, zone: string): number | undefined => {
  if (!isDay(day) || addDays(day, 1) === day) return undefined;
  const key = `${zone} ${day}`;
  const known = ends.get(key);
  if (known !== undefined) return known;
  const end = reckonedEnd(day, zone);
  if (ends.size >= MOST_ENDS) ends.clear();
  ends.set(key, end);
  return end;
};

// A dozen questions to the calendar, each as slow as a row of a list.
const reckonedEnd = (day: Day, zone: string): number => {
  const next = addDays(day, 1);
  // No zone is further than fifteen hours from UTC; days begin on a whole minute.
  let [before, after] = [Date.parse(next) - 15 * 60 * MINUTE, Date.parse(next) + DAY];
  while (after - before > MINUTE) {
    const between = before + Math.floor((after - before) / MINUTE / 2) * MINUTE;
    if (dayInZone(between, zone) >= next) after = between;
    else before = between;
  }
  return after;
};
