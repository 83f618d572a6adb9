import { addDays, daysBetween, isDay, type Day } from '../day/day.ts';
import { todayOf, type AsOf, type Moment } from '../day/local-time.ts';
import type { DeadlineAction, NoAction } from './deadline-action.ts';
import type { ReminderSteps } from './reminder.ts';
import { endOfDayInZone } from '../day/zone-day.ts';

/**
 * A day by which someone must act, with the rule and edition it comes from and the one action to
 * take.
 */
export type Deadline = {
  /** The rule's id, e.g. `apple-credit.inbox`; its programme has its words, and its page where it has one. */
  readonly rule: string;
  /** The edition that the record was born under. */
  readonly edition: string;
  /** Day 0 of the count. */
  readonly from: Day;
  /**
   * Last day in time (inclusive), or NEEDS_A_HAND. Where `until` or `zone` is set, a day that is
   * the same on every device.
   */
  readonly on: Day;
  /**
   * The moment (ms since 1970) from which on it is too late, where that is not the end of the
   * user's own day.
   */
  readonly until?: number;
  /** The time zone (IANA) whose day `on` is, where it is not the user's own. */
  readonly zone?: string;
  /**
   * For a deadline in the user's calendar: its last day as every device stores it (in the
   * deadline's zone, or in UTC). Reminders are counted from it, so that a step already shown falls
   * on the same day in every zone.
   */
  readonly countedTo?: Day;
  /** First day on which it is shown in amber. */
  readonly warnFrom: Day;
  /** What to do while in time, and once the day has passed. */
  readonly action: DeadlineAction | NoAction;
  readonly lateAction: DeadlineAction | NoAction;
  /** What to do before `warnFrom`, where it cannot be done yet. */
  readonly earlyAction?: DeadlineAction;
  /** The last day of `lateAction`, and what there is to do after it. */
  readonly lost?: { readonly after: Day; readonly action: DeadlineAction };
  /** The count starts from an assumed day until the true one is entered. */
  readonly provisional?: boolean;
  /** When the rule reminds the user (X3); never, if it has no steps. */
  readonly reminders?: ReminderSteps;
};

/** Red, amber or ink: the state of a deadline on a day (look.md §4). */
export type Urgency = 'late' | 'soon' | 'calm';

/**
 * A deadline in the user's calendar: its last day is the one on which its last moment falls there,
 * and its warning moves along.
 */
export const localDeadline = (deadline: Deadline, asOf: AsOf): Deadline => {
  const { on, zone, warnFrom } = deadline;
  if (typeof asOf === 'string' || !isDay(on)) return deadline;
  const until = deadline.until ?? (zone === undefined ? undefined : endOfDayInZone(on, zone));
  if (until === undefined) return deadline;
  const here = asOf.dayOf(until - 1);
  return {
    ...deadline,
    on: here,
    until,
    warnFrom: addDays(warnFrom, daysBetween(on, here)),
    countedTo: on,
  };
};

/** Whether its last moment has passed; if only a day is given, all of that day is in time. */
export const isOver = (
  { on, until }: Pick<Deadline, 'on' | 'until'>,
  asOf: Day | Moment,
): boolean => {
  if (typeof asOf === 'string') return asOf > on;
  return until === undefined ? asOf.today > on : asOf.now >= until;
};

/**
 * Late from the day after the last day, or from its very moment on; soon from the warning day on.
 */
export const urgencyOf = (
  deadline: Pick<Deadline, 'on' | 'warnFrom' | 'until'>,
  asOf: Day | Moment,
): Urgency =>
  isOver(deadline, asOf) ? 'late' : todayOf(asOf) >= deadline.warnFrom ? 'soon' : 'calm';

/**
 * Whether something is lost after its last day; if the action remains to be done, it is only late.
 */
export const canBeMissed = ({
  action,
  lateAction,
}: Pick<Deadline, 'action' | 'lateAction'>): boolean => action !== lateAction;

/** What to do on a day: what is possible already, or what is still possible after the last day. */
export const actionOn = (deadline: Deadline, asOf: Day | Moment): DeadlineAction | NoAction => {
  const { warnFrom, action, earlyAction, lateAction, lost } = deadline;
  const day = todayOf(asOf);
  if (lost !== undefined && day > lost.after) return lost.action;
  return isOver(deadline, asOf) ? lateAction : day < warnFrom ? (earlyAction ?? action) : action;
};

/**
 * The last day for what can be done on a day: after the deadline, the last day of the late action,
 * if there is one.
 */
export const lastDayOn = ({ on, lost }: Pick<Deadline, 'on' | 'lost'>, day: Day): Day =>
  day > on ? (lost?.after ?? on) : on;
