import type { Day } from '../day.ts';
import { lastOf, standingSteps, type Step } from '../step.ts';

/** Steps of Apple's that cannot lie before the day of the order. */
const AFTER_ORDER = ['validated', 'ready', 'resent'];

/** Why a step cannot have a day: one of Apple's lies before the order, or the order after one of those. */
export type DayClash = 'before-the-order' | 'after-what-followed';

/** What speaks against a step on a day beside the other steps of its order; undefined when nothing does. */
export const dayClash = (steps: readonly Step[], { kind, on }: { kind: string; on: Day }): DayClash | undefined => {
  if (AFTER_ORDER.includes(kind)) return on < (lastOf(steps, 'ordered')?.on ?? '') ? 'before-the-order' : undefined;
  const isAfter =
    kind === 'ordered' && standingSteps(steps).some((step) => AFTER_ORDER.includes(step.kind) && step.on < on);
  return isAfter ? 'after-what-followed' : undefined;
};

/** Whether a day of Apple's lies before the order, whose day the steps tell, or else its field. */
export const daysClash = (steps: readonly Step[], orderDate: Day): boolean =>
  dayClash(steps, { kind: 'ordered', on: lastOf(steps, 'ordered')?.on ?? orderDate }) !== undefined;
