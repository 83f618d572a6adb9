import type { Day } from './day.ts';
import { isPlausibleDay } from './plausible-day.ts';
import { refuse, type Refusal } from '../result.ts';

/** Why a day cannot be one on which something was done: it is none, or it has not been yet. */
export const doneDayProblem = (
  on: Day,
  { today }: { readonly today: Day },
): Refusal<'not-a-day' | 'day-in-the-future'> | undefined => {
  if (!isPlausibleDay(on)) return refuse('not-a-day', 'on');
  return on > today ? refuse('day-in-the-future', 'on') : undefined;
};
