import type { Day } from './day.ts';

/** A moment (ms since 1970) and its day where the user is. */
export type Moment = { readonly now: number; readonly today: Day };

/** What time it is where the user is, with the day there of any other moment. */
export type LocalTime = Moment & { readonly dayOf: (moment: number) => Day };

/**
 * The time as a screen, a list or a command gets it. With a day alone, whatever ends during that
 * day ends when the day does.
 */
export type AsOf = Day | LocalTime;

/** The user's day at that time. */
export const todayOf = (asOf: Day | Moment): Day => (typeof asOf === 'string' ? asOf : asOf.today);
