import type { Day } from '#domain/day.ts';

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

/** The device's local midnight before a moment; both in ms. */
export const midnightBefore = (moment: number): number => new Date(moment).setHours(0, 0, 0, 0);
