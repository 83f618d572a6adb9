import { addDays, type Day } from './day.ts';
import { countedDay, type CaughtUp, type PlannedItem } from './planned-reminder.ts';
import { reminderDays, type Reminded } from './reminder.ts';

/** How many are told at once: whoever brings hundreds back looks at home and not at as many notifications. */
export const CAUGHT_UP_AT_ONCE = 5;

/**
 * What came out of the trash not longer before its last change than this is new to a device that hears of both at once: it was
 * edited, or somebody did something else with it, before the devices met.
 */
const RESTORED_WITHIN_DAYS = 30;

type Judged = Pick<Reminded, 'on' | 'steps'> & {
  /** The last day in the zone that counts it, which the steps are counted from; `on` where it is not given. */
  readonly countedTo?: Day;
  readonly today: Day;
  /** The day on which this deadline was first known. */
  readonly knownOn: Day;
  /** The day on which the record came out of the trash last; '' where it never did. */
  readonly restoredOn: Day;
  /** What the plan held of it before. */
  readonly before: Pick<PlannedItem, 'on' | 'countedTo' | 'caughtUp'> | undefined;
};

/**
 * The newest step that had passed when the date was moved nearer, or when the record came back from the trash; undefined
 * where neither happened, or where a later step has fallen since, which is told by itself.
 */
export const caughtUpBy = ({
  on,
  countedTo = on,
  steps,
  today,
  knownOn,
  restoredOn,
  before,
}: Judged): CaughtUp | undefined => {
  const was = before && countedDay(before);
  // In another zone another last day is shown, of the same steps: nothing was moved.
  if (was === countedTo) return before?.caughtUp;
  const isBack = restoredOn !== '' && restoredOn >= addDays(knownOn, -RESTORED_WITHIN_DAYS);
  if (was === undefined ? !isBack : countedTo > was) return undefined;
  const day = reminderDays({ on: countedTo, steps, doneOn: knownOn }).at(-1);
  const isOvertaken = reminderDays({ on: countedTo, steps, createdOn: knownOn }).some((later) => later <= today);
  return day === undefined || isOvertaken ? undefined : { day, since: knownOn, isMoved: before !== undefined };
};

/**
 * The days of a deadline that stands, when a new edition brought steps that had passed already: none of those is told but
 * the newest of all that passed.
 */
export const withoutOvertaken = (days: readonly Day[], plannedBefore: readonly Day[], today: Day): Day[] => {
  const newest = days.findLast((day) => day < today);
  return days.filter((day) => day >= today || day === newest || plannedBefore.includes(day));
};
