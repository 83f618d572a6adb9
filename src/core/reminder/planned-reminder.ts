import { addDays, type Day } from '../day/day.ts';
import { isOver } from './deadline.ts';
import { todayOf, type Moment } from '../day/local-time.ts';
import { NOW_DAYS } from '../day/now-days.ts';
import { raisedOnOpening } from './reminder.ts';

/** A reminder's title and text, in the language of the device; never a code or another secret. */
export type ReminderWords = { readonly title: string; readonly body: string };

/** A step that had passed when a change made it due; it is shown from the day of that change on. */
export type CaughtUp = {
  /** The day that names the step. */
  readonly day: Day;
  readonly since: Day;
  /** The date was moved: a reminder of the former date on that day does not count. */
  readonly isMoved: boolean;
};

/**
 * One step of an item, with the words for each time at which it may be shown: a late one must not
 * count days wrongly.
 */
export type PlannedReminder = {
  /** On which it comes where the user is. */
  readonly day: Day;
  /** The day in its tag, where that is a different one: it is the same step in every zone. */
  readonly step?: Day;
  /** It had passed when a change made it due: told from the day of the change on. */
  readonly caughtUp?: CaughtUp;
  readonly onItsDay: ReminderWords;
  /** Caught up while the deadline is still ahead. */
  readonly later: ReminderWords;
  /** Caught up when the last day has passed. */
  readonly missed: ReminderWords;
  /** Caught up when what could be done late has its last day behind it, too. */
  readonly lost?: { readonly after: Day; readonly words: ReminderWords };
};

/** A due record as the page leaves it for the worker, which knows no records. */
export type PlannedItem = {
  /** The record's id and the rule. */
  readonly id: string;
  readonly rule: string;
  /** The last day in time. */
  readonly on: Day;
  /** The day that its steps are counted from, where that is another one. */
  readonly countedTo?: Day;
  /**
   * The moment (ms since 1970) from which on it is too late, where that day does not end with the
   * user's own.
   */
  readonly until?: number;
  /**
   * The day on which this deadline was first known: what would have fallen before it is not
   * reminded of.
   */
  readonly knownOn: Day;
  /** Where a tap leads. */
  readonly address: string;
  readonly reminders: readonly PlannedReminder[];
  /** The step among them that a change made due after it had passed. */
  readonly caughtUp?: CaughtUp;
};

/** What one workspace is reminded of on this device. */
export type ReminderPlan = {
  readonly workspace: string;
  /** The device's last day without reminders: what fell until then is not caught up. */
  readonly after: Day;
  readonly items: readonly PlannedItem[];
  /**
   * What it held when it fell silent: nothing of that is news once its workspace is entered again.
   */
  readonly resting?: readonly PlannedItem[];
  /**
   * The records it has held, each with the last day when it did: if one of them gets a date again,
   * a change caused it.
   */
  readonly known?: Readonly<Record<string, Day>>;
};

/** The plan without its reminders, until its workspace is entered again. */
export const silenced = ({ items, resting, ...plan }: ReminderPlan): ReminderPlan => ({
  ...plan,
  items: [],
  resting: resting ?? items,
});

/** What a plan held last, silent or not. */
export const heldBy = (plan: ReminderPlan | undefined): readonly PlannedItem[] =>
  plan?.resting ?? plan?.items ?? [];

/** The record that an item is of. */
const recordOf = ({ id, rule }: Pick<PlannedItem, 'id' | 'rule'>): string =>
  id.slice(0, -rule.length - 1);

/**
 * The records that a plan has held, with those it holds today, but for what left it before a day.
 */
export const knownTo = (
  plan: ReminderPlan | undefined,
  { today, oldest }: { readonly today: Day; readonly oldest: Day },
): Readonly<Record<string, Day>> => {
  const before = Object.entries(plan?.known ?? {}).filter(([, on]) => on >= oldest);
  return Object.fromEntries([
    ...before,
    ...heldBy(plan).map((item) => [recordOf(item), today] as const),
  ]);
};

/** A reminder to show now; its tag is the same however often it is found. */
export type DueReminder = {
  readonly tag: string;
  /** What is remembered after it was shown: its tag, and the last day it named. */
  readonly marks: readonly string[];
  readonly day: Day;
  readonly workspace: string;
  readonly address: string;
  readonly words: ReminderWords;
};

/** Begins the tag of each reminder, to tell them from other notifications. */
export const REMINDER_TAG = 'reminder:';

/** One name for a step of an item. */
export const reminderTag = (item: Pick<PlannedItem, 'id'>, day: Day): string =>
  `${REMINDER_TAG}${item.id}:${day}`;

/** The tag of a step; after its date was moved, it differs from the former date's tag. */
const tagOf = (item: PlannedItem, reminder: PlannedReminder): string =>
  reminder.caughtUp?.isMoved === true
    ? movedTag(item, reminder)
    : reminderTag(item, namedDay(reminder));

const movedTag = (item: PlannedItem, reminder: PlannedReminder): string =>
  `${reminderTag(item, namedDay(reminder))}:${countedDay(item)}`;

/** The day that names a step, in whatever zone it was planned. */
export const namedDay = ({ day, step = day }: Pick<PlannedReminder, 'day' | 'step'>): Day => step;

/** The reminders that have fallen and were not shown yet, the oldest first. */
export const dueReminders = (
  plan: ReminderPlan,
  shown: ReadonlySet<string>,
  asOf: Day | Moment,
): DueReminder[] =>
  plan.items
    .flatMap((item) => dueOf(item, plan, asOf).filter(({ tag }) => !shown.has(tag)))
    .sort(byDay);

/**
 * The tags of everything the plans still remind of: a notification with another tag is of something
 * done.
 */
export const standingTags = (plans: readonly ReminderPlan[]): Set<string> =>
  new Set(
    plans.flatMap(({ items }) =>
      items.flatMap((item) => item.reminders.map((reminder) => tagOf(item, reminder))),
    ),
  );

/**
 * How many items home has under *do now*: late, due today or tomorrow, or in need of attention. The
 * number on the app's icon.
 */
export const badgeCount = (plans: readonly ReminderPlan[], today: Day): number => {
  const last = addDays(today, NOW_DAYS);
  return plans.flatMap(({ items }) => items).filter(({ on }) => on <= last).length;
};

/** The day that the steps of an item are counted from: the same in whatever zone it is shown. */
export const countedDay = ({ on, countedTo = on }: Pick<PlannedItem, 'on' | 'countedTo'>): Day =>
  countedTo;

/**
 * The day since which a deadline is known: after a move, the day of the change. `on` is the day its
 * steps are counted from.
 */
export const knownSince = (before: PlannedItem | undefined, on: Day, changedOn: Day): Day =>
  before !== undefined && countedDay(before) === on ? before.knownOn : changedOn;

const dueOf = (
  item: PlannedItem,
  { after, workspace }: ReminderPlan,
  asOf: Day | Moment,
): DueReminder[] =>
  item.reminders
    .filter(
      ({ day, caughtUp }) =>
        raisedOnOpening([caughtUp?.since ?? day], after, todayOf(asOf)).length > 0,
    )
    .map((reminder) => {
      const { day } = reminder;
      const tag = tagOf(item, reminder);
      return {
        tag,
        marks: [...new Set([tag, movedTag(item, reminder)])],
        day,
        workspace,
        address: item.address,
        words: wordsOn(reminder, item, asOf),
      };
    });

const wordsOn = (
  reminder: PlannedReminder,
  item: PlannedItem,
  asOf: Day | Moment,
): ReminderWords => {
  const today = todayOf(asOf);
  const isPast = isOver(item, asOf);
  // A step of the time before the end says nothing true once the moment has come, on its own day,
  // too.
  const isLate = isPast && item.until !== undefined && reminder.day <= item.on;
  if (reminder.day === today && !isLate) return reminder.onItsDay;
  if (reminder.lost !== undefined && today > reminder.lost.after) return reminder.lost.words;
  return isPast ? reminder.missed : reminder.later;
};

const byDay = (a: DueReminder, b: DueReminder): number =>
  a.day < b.day ? -1 : a.day > b.day ? 1 : 0;
