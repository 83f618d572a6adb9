import type { Day } from '#core/day/day.ts';
import { doneDayProblem } from '#core/day/done-day.ts';
import { refuse } from '#core/result.ts';
import { currentSteps, type Step } from '#core/record/step.ts';

/** The day of the last step that holds, or ''. */
export const lastDay = (steps: readonly Step[]): Day => currentSteps(steps).at(-1)?.on ?? '';

/**
 * Why a day cannot be the next step's: it is invalid, in the future, or before the last one. Steps
 * count in the order of their days, so an earlier one would change nothing.
 */
export const nextDayProblem = (steps: readonly Step[], on: Day, doing: { readonly today: Day }) => {
  const last = lastDay(steps);
  return (
    doneDayProblem(on, doing) ??
    (on < last ? refuse('before-last-step', 'on', { last }) : undefined)
  );
};
