import type { Day } from '#core/day/day.ts';
import { doneDayProblem } from '#core/day/done-day.ts';
import { refuse } from '#core/result.ts';
import { standingSteps, type Step } from '#core/record/step.ts';

/** The day of the last thing that stands, or ''. */
export const lastDay = (steps: readonly Step[]): Day => standingSteps(steps).at(-1)?.on ?? '';

/**
 * Why a day cannot be that of the next step: it is none, has not been yet, or lies before the last
 * one. Steps count in the order of their days, and one that is dated earlier would change nothing.
 */
export const nextDayProblem = (steps: readonly Step[], on: Day, doing: { readonly today: Day }) => {
  const last = lastDay(steps);
  return (
    doneDayProblem(on, doing) ??
    (on < last ? refuse('before-last-step', 'on', { last }) : undefined)
  );
};
