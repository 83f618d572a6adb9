import type { Day } from '#core/day/day.ts';
import type { LocalTime } from '#core/day/local-time.ts';

/** The only source of time: `now` in ms since 1970, `today` as the device's local day. */
export type Clock = { now(): number; today(): Day };

const localDay = (date: Date): Day =>
  [
    String(date.getFullYear()).padStart(4, '0'),
    String(date.getMonth() + 1).padStart(2, '0'),
    String(date.getDate()).padStart(2, '0'),
  ].join('-');

/** The device's own clock. */
export const systemClock: Clock = { now: () => Date.now(), today: () => localDay(new Date()) };

/** The device's local day at a moment (ms since 1970). */
export const dayOfMoment = (moment: number): Day => localDay(new Date(moment));

/**
 * The moment of an hour on the device's local day of another moment, both in ms; hours from 24 on
 * are of the next day.
 */
export const hourOfDay = (moment: number, hour: number): number =>
  new Date(moment).setHours(hour, 0, 0, 0);

/** What time it is on a clock, with the device's local day of any other moment. */
export const localTime = (clock: Clock): LocalTime => ({
  now: clock.now(),
  today: clock.today(),
  dayOf: dayOfMoment,
});
