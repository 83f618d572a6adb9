import type { Day } from '../day.ts';
import { lastOf, standingSteps, type Step } from '../step.ts';

/** Steps that come of an order, and cannot lie before its day. */
const AFTER_ORDER = ['validated', 'ready', 'resent', 'downloaded', 'redeemed', 'spent'];

/** Why a step cannot have a day: what comes of an order lies before the order or before what it answers, or the order after one of those. */
export type DayClash = 'before-the-order' | 'before-the-request' | 'after-what-followed';

/** What of an order tells its day: the step, or else the field. */
type Ordered = { readonly steps: readonly Step[]; readonly orderDate: Day };

/** The day of an order, '' while nobody said one. */
export const orderedOn = ({ steps, orderDate }: Ordered): Day => lastOf(steps, 'ordered')?.on ?? orderDate;

/** What speaks against a step on a day beside the other days of its order; undefined when nothing does. */
export const dayClash = (order: Ordered, { kind, on }: { kind: string; on: Day }): DayClash | undefined => {
  if (kind === 'resent' && on < (lastOf(order.steps, 'resend-requested')?.on ?? '')) return 'before-the-request';
  if (AFTER_ORDER.includes(kind)) return on < orderedOn(order) ? 'before-the-order' : undefined;
  const isAfter =
    kind === 'ordered' && standingSteps(order.steps).some((step) => AFTER_ORDER.includes(step.kind) && step.on < on);
  return isAfter ? 'after-what-followed' : undefined;
};

/** Whether something that comes of an order lies before it. */
export const daysClash = (order: Ordered): boolean =>
  dayClash(order, { kind: 'ordered', on: orderedOn(order) }) !== undefined;
