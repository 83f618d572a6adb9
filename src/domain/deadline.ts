import type { Day } from './day.ts';
import type { ReminderSteps } from './reminder.ts';

/** A day by which someone must act, with the rule and edition it comes from and the one action to take. */
export type Deadline = {
  /** The rule's id, e.g. `apple-credit.inbox`; i18n and `/rules/[rule]` know it. */
  readonly rule: string;
  /** The edition that the record was born under. */
  readonly edition: string;
  /** Day 0 of the count. */
  readonly from: Day;
  /** Last day in time (inclusive), or NEEDS_A_HAND. */
  readonly on: Day;
  /** First day on which it is shown in amber. */
  readonly warnFrom: Day;
  /** What to do while in time, and once the day has passed. */
  readonly action: string;
  readonly lateAction: string;
  /** What to do before `warnFrom`, where it cannot be done yet. */
  readonly earlyAction?: string;
  /** The last day of `lateAction`, and what there is to do after it. */
  readonly lost?: { readonly after: Day; readonly action: string };
  /** The count starts from an assumed day until the true one is entered. */
  readonly provisional?: boolean;
  /** When the rule reminds of it (X3); without steps it never does. */
  readonly reminders?: ReminderSteps;
};

/** Red, amber or ink: how a deadline stands on a day (look/README §4). */
export type Urgency = 'late' | 'soon' | 'calm';

/** Late from the day after the last day; soon from the warning day on. */
export const urgencyOf = (deadline: Pick<Deadline, 'on' | 'warnFrom'>, today: Day): Urgency =>
  today > deadline.on ? 'late' : today >= deadline.warnFrom ? 'soon' : 'calm';

/** Whether something is lost after its last day; what is to be done all the same is only late then. */
export const canBeMissed = ({ action, lateAction }: Pick<Deadline, 'action' | 'lateAction'>): boolean =>
  action !== lateAction;

/** What to do on a day: what is possible already, or still once the last one has passed. */
export const actionOn = ({ on, warnFrom, action, earlyAction, lateAction, lost }: Deadline, day: Day): string => {
  if (lost !== undefined && day > lost.after) return lost.action;
  return day > on ? lateAction : day < warnFrom ? (earlyAction ?? action) : action;
};

/** The last day of what can be done on a day: once the first has passed, that of the late action where it has one. */
export const lastDayOn = ({ on, lost }: Pick<Deadline, 'on' | 'lost'>, day: Day): Day =>
  day > on ? (lost?.after ?? on) : on;
