import type { Day } from '#core/day/day.ts';
import { lastOf, currentSteps, type Step } from '#core/record/step.ts';

/** Steps that come of an order, and cannot lie before its day. */
const AFTER_ORDER = [
  'validated',
  'rejected',
  'ready',
  'resend-requested',
  'resent',
  'downloaded',
  'redeemed',
  'spent',
  'lost',
];

/** What is done with a code after its order was placed. */
const USES = ['handed-out', 'redeemed'];

/**
 * Why a step cannot have a day: a result of the order would come before the order or before what it
 * answers, or the order would come after one of its results or after the first use of its codes.
 */
export type DayClash =
  | 'before-the-order'
  | 'before-the-request'
  | 'after-what-followed'
  | 'after-code-was-used';

/**
 * What of an order tells its day: the step, or else the field; and the first day on which one of
 * its codes was used.
 */
type Ordered = {
  readonly steps: readonly Step[];
  readonly orderDate: Day;
  readonly firstUse?: Day;
};

/** The first day on which one of the codes was handed out or redeemed; '' where none was. */
export const firstUseOf = (codes: readonly { readonly steps: readonly Step[] }[]): Day => {
  const uses = codes.flatMap(({ steps }) =>
    currentSteps(steps).filter(({ kind }) => USES.includes(kind)),
  );
  return uses.map(({ on }) => on).toSorted()[0] ?? '';
};

/** The day of an order, '' if nobody has given one. */
export const orderedOn = ({ steps, orderDate }: Ordered): Day =>
  lastOf(steps, 'ordered')?.on ?? orderDate;

/**
 * What speaks against a step on a day beside the other days of its order; undefined when nothing
 * does.
 */
export const dayClash = (
  order: Ordered,
  { kind, on }: { kind: string; on: Day },
): DayClash | undefined => {
  if (kind === 'resent' && on < (lastOf(order.steps, 'resend-requested')?.on ?? ''))
    return 'before-the-request';
  if (AFTER_ORDER.includes(kind)) return on < orderedOn(order) ? 'before-the-order' : undefined;
  if (kind !== 'ordered') return undefined;
  const { steps, firstUse = '' } = order;
  if (currentSteps(steps).some((step) => AFTER_ORDER.includes(step.kind) && step.on < on))
    return 'after-what-followed';
  return firstUse !== '' && firstUse < on ? 'after-code-was-used' : undefined;
};

/** Whether a result of an order comes before it. */
export const daysClash = (order: Ordered): boolean =>
  dayClash(order, { kind: 'ordered', on: orderedOn(order) }) !== undefined;
