import { addDays, type Day } from '../day/day.ts';
import { countedDay, type CaughtUp, type PlannedItem } from './planned-reminder.ts';
import { reminderStepsOf, type Reminded, type ReminderStep } from './reminder.ts';

/**
 * How many are told at once: whoever brings hundreds back looks at home and not at as many
 * notifications.
 */
export const CAUGHT_UP_AT_ONCE = 5;

/**
 * What came out of the trash not longer before its last change than this is new to a device that
 * hears of both at once: it was edited, or someone did something else with it, before the devices
 * met.
 */
const RESTORED_WITHIN_DAYS = 30;

type Judged = Pick<Reminded, 'on' | 'steps'> & {
  /**
   * The last day in the zone that counts it, which the steps are counted from; `on` where it is not
   * given.
   */
  readonly countedTo?: Day;
  readonly today: Day;
  /** The day on which this deadline was first known. */
  readonly knownOn: Day;
  /** The day on which the record was restored from the trash last; '' where it never did. */
  readonly restoredOn: Day;
  /** The record was known here before: a deadline that the plan did not hold came of a change. */
  readonly isKnown: boolean;
  /** What the plan held of it before. */
  readonly before: Pick<PlannedItem, 'on' | 'countedTo' | 'caughtUp'> | undefined;
};

/**
 * The newest step that had passed when the date was moved nearer, when a record that was known got
 * one anew, or when it came back from the trash; undefined where none of these happened, or where a
 * later step has fallen since, which is told by itself.
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
  // In another zone another last day is shown, of the same steps: nothing was moved.
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
 * The steps of a deadline that stands, when a new edition brought some that had passed already:
 * none of those is told but the newest of all that passed. One that was planned stays, also where
 * it comes on an earlier day than before.
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
