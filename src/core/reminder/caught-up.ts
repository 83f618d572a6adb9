import { addDays, type Day } from '../day/day.ts';
import { countedDay, type CaughtUp, type PlannedItem } from './planned-reminder.ts';
import { reminderStepsOf, type Reminded, type ReminderStep } from './reminder.ts';

/**
 * How many are shown at once: whoever restores hundreds of records looks at the start page, not at
 * hundreds of notifications.
 */
export const CAUGHT_UP_AT_ONCE = 5;

/**
 * A record restored at most this long before its last change is new to a device that learns of both
 * at once: someone edited it after restoring it and before the devices synced.
 */
const RESTORED_WITHIN_DAYS = 30;

type Judged = Pick<Reminded, 'on' | 'steps'> & {
  /**
   * The last day in the deadline's own zone, from which the steps are counted; `on` if absent.
   */
  readonly countedTo?: Day;
  readonly today: Day;
  /** The day on which this deadline was first known. */
  readonly knownOn: Day;
  /** The day on which the record was restored from the trash last; '' where it never did. */
  readonly restoredOn: Day;
  /** The record was known here before: a deadline that the plan did not hold came of a change. */
  readonly isKnown: boolean;
  /** What the plan held about it before. */
  readonly before: Pick<PlannedItem, 'on' | 'countedTo' | 'caughtUp'> | undefined;
};

/**
 * The newest step that had already passed when the date was moved closer, when a known record got a
 * new date, or when it came back from the trash; undefined where none of these happened, or where a
 * later step has come since, which is shown on its own.
 */
export const caughtUpBy = ({
  on,
  countedTo = on,
  steps,
  today,
  knownOn,
  restoredOn,
  isKnown,
  before,
}: Judged): CaughtUp | undefined => {
  const was = before && countedDay(before);
  // Another zone shows another last day for the same steps: nothing was moved.
  if (was === countedTo) return before?.caughtUp;
  const isBack =
    isKnown || (restoredOn !== '' && restoredOn >= addDays(knownOn, -RESTORED_WITHIN_DAYS));
  if (was === undefined ? !isBack : countedTo > was) return undefined;
  const all = reminderStepsOf({ on, countedTo, steps });
  const last = all.findLast(({ day }) => day < knownOn);
  const isOvertaken = all.some(({ day }) => day >= knownOn && day <= today);
  return last === undefined || isOvertaken
    ? undefined
    : { day: last.step, since: knownOn, isMoved: before !== undefined };
};

/**
 * The steps of an unchanged deadline, when a new edition added some that had already passed: of all
 * passed steps only the newest is shown. A planned step stays, even if it now falls on an earlier
 * day.
 */
export const withoutOvertaken = (
  all: readonly ReminderStep[],
  plannedBefore: readonly Day[],
  { today, knownOn }: Pick<Judged, 'today' | 'knownOn'>,
): ReminderStep[] => {
  const known = all.filter(({ day }) => day >= knownOn);
  const newest = known.findLast(({ day }) => day < today);
  return all.filter(
    (step) =>
      plannedBefore.includes(step.step) ||
      (step.day >= knownOn && (step.day >= today || step === newest)),
  );
};
