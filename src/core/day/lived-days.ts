import { daysBetween, type Day } from './day.ts';

/** A day on which a device was used, and how many days it had lived through by then. */
export type LivedDay = { readonly on: Day; readonly lived: number };

/**
 * A longer pause counts as one day: a holiday and a clock set a year ahead look the same.
 */
const LONGEST_PAUSE = 7;

/** So many days back must be known. */
const REMEMBERED = 40;

/**
 * The days of a device, with today added. A day after today came from a wrong clock, and what was
 * counted for it is dropped.
 */
export const withToday = (days: readonly LivedDay[], today: Day): readonly LivedDay[] => {
  const past = days.filter(({ on }) => on <= today);
  const last = past.at(-1);
  if (last === undefined) return [{ on: today, lived: 0 }];
  const pause = daysBetween(last.on, today);
  if (pause === 0) return past;
  const lived = last.lived + (pause <= LONGEST_PAUSE ? pause : 1);
  return [...past.filter((day) => day.lived >= lived - REMEMBERED), { on: today, lived }];
};

/** How many days a device has lived through since a day, or since it was first used. */
export const livedSince = (days: readonly LivedDay[], since: Day): number => {
  const from = days.findLast(({ on }) => on <= since) ?? days[0];
  return (days.at(-1)?.lived ?? 0) - (from?.lived ?? 0);
};
