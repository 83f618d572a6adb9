import { addDays, daysBetween, isDay, NOTHING_DUE, type Day } from '../day/day.ts';

/**
 * When a rule reminds: so many days before the last day, and so many after it as long as it is not
 * done.
 */
export type ReminderSteps = {
  readonly before: readonly number[];
  readonly after?: readonly number[];
};

/**
 * What to remind of, and between which days: there is no step before the deadline was known or
 * after it is done.
 */
export type Reminded = {
  /** The last day in time. */
  readonly on: Day;
  readonly steps: ReminderSteps;
  readonly createdOn?: Day;
  readonly doneOn?: Day;
};

/**
 * Every day with a reminder, the earliest first, each once; none if there is no date.
 */
export const reminderDays = ({
  on,
  steps,
  createdOn = '',
  doneOn = NOTHING_DUE,
}: Reminded): Day[] => {
  if (!isDay(on)) return [];
  const { before, after = [] } = steps;
  const days = [
    ...before.map((days) => addDays(on, -days)),
    ...after.map((days) => addDays(on, days)),
  ];
  return [...new Set(days)].filter((day) => day >= createdOn && day < doneOn).sort();
};

/**
 * A step of a deadline: the day that names it, the same in whatever zone, and the one on which it
 * comes where the user is.
 */
export type ReminderStep = { readonly step: Day; readonly day: Day };

/**
 * The steps of a deadline that is counted to a day (`countedTo`) and ends where the user is on
 * another one (`on`). None comes later than counted from there, or west of the zone that counts the
 * last one would come once all was over.
 */
export const reminderStepsOf = ({
  on,
  countedTo = on,
  steps,
}: Pick<Reminded, 'on' | 'steps'> & { readonly countedTo?: Day }): ReminderStep[] =>
  reminderDays({ on: countedTo, steps }).map((step) => ({
    step,
    day: on < countedTo ? addDays(step, daysBetween(countedTo, on)) : step,
  }));

/**
 * Of those days the ones to raise at an opening: what fell since the app was last open, today
 * included.
 */
export const raisedOnOpening = (days: readonly Day[], lastOpened: Day, today: Day): Day[] =>
  days.filter((day) => day > lastOpened && day <= today);
