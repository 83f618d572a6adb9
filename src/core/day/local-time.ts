import type { Day } from './day.ts';

/** A moment (ms since 1970) and its day where the user is. */
export type Moment = { readonly now: number; readonly today: Day };

/** What time it is where the user is, with the day there of any other moment. */
export type LocalTime = Moment & { readonly dayOf: (moment: number) => Day };

/**
 * What a screen, a list or a command is told of the time. A day alone is counted alike by everyone:
 * what ends within it ends with it.
 */
export type AsOf = Day | LocalTime;

/** The user's day of it. */
export const todayOf = (asOf: Day | Moment): Day => (typeof asOf === 'string' ? asOf : asOf.today);
