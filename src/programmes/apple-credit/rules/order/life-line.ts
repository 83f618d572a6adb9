import type { Day } from '#core/day/day.ts';
import { saidDay } from '#core/import/import-steps.ts';
import { currentSteps, type Step } from '#core/record/step.ts';
import type { CreditOrder } from './credit-order.ts';
import { endOf, inboxCount, orderState, placeOnRoad, ROAD } from './order-life.ts';

/** What a row of the life line is about; the programme’s words have one for each state. */
export type LifeStage =
  | 'ordered'
  | 'validated'
  | 'ready'
  | 'downloaded'
  | 'redeemed'
  | 'spent'
  | 'resend-requested'
  | 'resent'
  | LifeEnd;

/** Ways in which an order ends beside the main road. */
export type LifeEnd = 'rejected' | 'lost' | 'cancelled';

/**
 * One row: done, to be done now, later, or the early end of an order (A7, picture 05).
 */
export type LifeRow = {
  readonly stage: LifeStage;
  readonly state: 'done' | 'now' | 'later' | 'ended';
  /** The step that says so. Absent on a done row where only what came after it is known. */
  readonly step?: Step;
  /** The day of the step as someone said it, or of the order if no step gives it. */
  readonly on?: Day;
  /** Last day in time to download, and whether it is counted from an assumed day. */
  readonly lastDay?: Day;
  readonly provisional?: boolean;
  readonly isLate?: boolean;
};

/** An order's life on a day: each stage with what is done, now and later. */
export const lifeLine = (order: CreditOrder, today: Day): LifeRow[] => {
  const standing = currentSteps(order.steps);
  const end = endOf(standing);
  const reached = placeOnRoad(standing);
  const isWaiting = orderState(order.data, order.steps, today) === 'resend-requested';
  const done = ROAD.slice(0, reached + 1).flatMap((stage) => [
    doneRow(order, standing, stage),
    ...(stage === 'ready' ? asideRows(standing) : []),
  ]);
  if (end !== undefined)
    return [...done, { stage: end.kind, state: 'ended', step: end, on: end.on }];
  // Spending shows in the ledger; it is not something to wait for.
  const ahead = ROAD.slice(reached + 1).filter((stage) => stage !== 'spent');
  const now: LifeRow[] = isWaiting ? [{ stage: 'resent', state: 'now' }] : [];
  const due = dueBy(order, today);
  const rest = ahead.map((stage, at): LifeRow => ({
    stage,
    state: at === 0 && !isWaiting ? 'now' : 'later',
    ...(stage === 'downloaded' ? due : {}),
  }));
  return [...done, ...now, ...rest];
};

const doneRow = (order: CreditOrder, standing: readonly Step[], stage: LifeStage): LifeRow => {
  const step = standing.find(({ kind }) => kind === stage);
  const ordered = stage === 'ordered' ? order.data.orderDate : '';
  const on = step === undefined ? ordered : saidDay(step);
  return {
    stage,
    state: 'done',
    ...(step === undefined ? {} : { step }),
    ...(on === '' ? {} : { on }),
  };
};

const asideRows = (standing: readonly Step[]): LifeRow[] =>
  standing
    .filter(({ kind }) => kind === 'resend-requested' || kind === 'resent')
    .map((step) => ({ stage: step.kind as LifeStage, state: 'done', step, on: step.on }));

/** The last day to download, whether that is what to do now or still to come. */
const dueBy = (
  order: CreditOrder,
  today: Day,
): Pick<LifeRow, 'lastDay' | 'provisional' | 'isLate'> => {
  const count = inboxCount(order.data, order.steps);
  if (count === undefined) return {};
  return {
    lastDay: count.lastDay,
    ...(count.provisional ? { provisional: true } : {}),
    ...(today > count.lastDay ? { isLate: true } : {}),
  };
};
