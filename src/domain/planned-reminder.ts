import { addDays, type Day } from './day.ts';
import { NOW_DAYS } from './now-days.ts';
import { raisedOnOpening } from './reminder.ts';

/** A reminder's title and text, in the language of the device; never a code or another secret. */
export type ReminderWords = { readonly title: string; readonly body: string };

/** One step of an item, with the words for each time at which it may be shown: a late one must not count days wrongly. */
export type PlannedReminder = {
  readonly day: Day;
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
  /** The day on which this deadline was first known: what would have fallen before it is not reminded of. */
  readonly knownOn: Day;
  /** Where a tap leads. */
  readonly address: string;
  readonly reminders: readonly PlannedReminder[];
};

/** What one workspace is reminded of on this device. */
export type ReminderPlan = {
  readonly workspace: string;
  /** The device's last day without reminders: what fell until then is not caught up. */
  readonly after: Day;
  readonly items: readonly PlannedItem[];
};

/** A reminder to show now; its tag is the same however often it is found. */
export type DueReminder = {
  readonly tag: string;
  readonly day: Day;
  readonly workspace: string;
  readonly address: string;
  readonly words: ReminderWords;
};

/** Begins the tag of each reminder, so that other notifications are told apart. */
export const REMINDER_TAG = 'reminder:';

/** One name for a step of an item. */
export const reminderTag = (item: Pick<PlannedItem, 'id'>, day: Day): string => `${REMINDER_TAG}${item.id}:${day}`;

/** The reminders that have fallen and were not shown yet, the oldest first. */
export const dueReminders = (plan: ReminderPlan, shown: ReadonlySet<string>, today: Day): DueReminder[] =>
  plan.items.flatMap((item) => dueOf(item, plan, today).filter(({ tag }) => !shown.has(tag))).sort(byDay);

/** The tags of everything the plans still remind of: a notification with another tag is of something done. */
export const standingTags = (plans: readonly ReminderPlan[]): Set<string> =>
  new Set(
    plans.flatMap(({ items }) => items.flatMap((item) => item.reminders.map(({ day }) => reminderTag(item, day)))),
  );

/** How many items home has under *do now*: late, due today or tomorrow, or in need of a hand. The number on the app's icon. */
export const badgeCount = (plans: readonly ReminderPlan[], today: Day): number => {
  const last = addDays(today, NOW_DAYS);
  return plans.flatMap(({ items }) => items).filter(({ on }) => on <= last).length;
};

/** Since when a deadline is known: one that was moved counts from the day of the change. */
export const knownSince = (before: PlannedItem | undefined, on: Day, changedOn: Day): Day =>
  before?.on === on ? before.knownOn : changedOn;

const dueOf = (item: PlannedItem, { after, workspace }: ReminderPlan, today: Day): DueReminder[] => {
  const days = new Set(
    raisedOnOpening(
      item.reminders.map(({ day }) => day),
      after,
      today,
    ),
  );
  return item.reminders
    .filter(({ day }) => days.has(day))
    .map((reminder) => ({
      ...{ tag: reminderTag(item, reminder.day), day: reminder.day, workspace, address: item.address },
      words: wordsOn(reminder, item.on, today),
    }));
};

const wordsOn = (reminder: PlannedReminder, on: Day, today: Day): ReminderWords => {
  if (reminder.day === today) return reminder.onItsDay;
  if (reminder.lost !== undefined && today > reminder.lost.after) return reminder.lost.words;
  return today > on ? reminder.missed : reminder.later;
};

const byDay = (a: DueReminder, b: DueReminder): number => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0);
