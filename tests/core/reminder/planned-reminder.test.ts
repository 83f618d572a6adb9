import { describe, expect, test } from 'vitest';
import { addDays } from '#core/day/day.ts';
import {
  badgeCount,
  dueReminders,
  knownSince,
  reminderTag,
  standingTags,
  type PlannedItem,
  type ReminderPlan,
} from '#core/reminder/planned-reminder.ts';
import { reminderDays } from '#core/reminder/reminder.ts';

/** Day 0 of an order's count; the last day in its inbox is 3 December. */
const ARRIVED = '2026-09-04';
const dayOf = (count: number): string => addDays(ARRIVED, count);

const item = (more: Partial<PlannedItem> = {}): PlannedItem => ({
  id: 'order-1.inbox',
  rule: 'inbox',
  on: dayOf(90),
  knownOn: dayOf(0),
  address: '/credit/order-1',
  reminders: reminderDays({ on: dayOf(90), steps: { before: [30, 10, 2, 0] } }).map((day) => ({
    day,
    onItsDay: { title: 'now', body: day },
    later: { title: 'later', body: day },
    missed: { title: 'missed', body: day },
  })),
  ...more,
});

const plan = (items: readonly PlannedItem[], after = dayOf(0)): ReminderPlan => ({
  workspace: 'w',
  after,
  items,
});

const raised = (given: ReminderPlan, today: string, shown: readonly string[] = []) =>
  dueReminders(given, new Set(shown), today).map(({ day, words }) => [words.title, day]);

describe('what is to be shown on a day', () => {
  test('X3: closed from day 59 to day 81: both steps between, each with its own day, and none twice', () => {
    const given = plan([item()]);
    expect(raised(given, dayOf(59))).toEqual([]);
    expect(raised(given, dayOf(81))).toEqual([
      ['later', dayOf(60)],
      ['later', dayOf(80)],
    ]);
    const shown = [60, 80].map((count) => reminderTag(item(), dayOf(count)));
    expect(raised(given, dayOf(81), shown)).toEqual([]);
    expect(raised(given, dayOf(88), shown)).toEqual([['now', dayOf(88)]]);
  });

  test('X3: on its own day a step has its own words, and once the last day has passed none says that there is time', () => {
    const given = plan([item()]);
    expect(raised(given, dayOf(60))).toEqual([['now', dayOf(60)]]);
    expect(new Set(raised(given, dayOf(91)).map(([title]) => title))).toEqual(new Set(['missed']));
    expect(raised(given, dayOf(90)).at(-1)).toEqual(['now', dayOf(90)]);
  });

  test('C11: what could be done late has its own words once that is over, too', () => {
    const lost = { after: dayOf(100), words: { title: 'lost', body: '' } };
    const given = plan([
      item({ reminders: item().reminders.map((reminder) => ({ ...reminder, lost })) }),
    ]);
    const titles = (count: number) => new Set(raised(given, dayOf(count)).map(([title]) => title));
    expect([titles(100), titles(101)]).toEqual([new Set(['missed']), new Set(['lost'])]);
  });

  test('X3: a device does not raise what fell before its first day; of several items the oldest step comes first', () => {
    expect(raised(plan([item()], dayOf(60)), dayOf(81))).toEqual([['later', dayOf(80)]]);
    const two = [item({ id: 'b', reminders: item().reminders.slice(1) }), item({ id: 'a' })];
    expect(raised(plan(two), dayOf(81)).map(([, day]) => day)).toEqual([
      dayOf(60),
      dayOf(80),
      dayOf(80),
    ]);
  });

  test('X3: what is done is in no plan: its notifications are no longer shown', () => {
    const tag = reminderTag(item(), dayOf(60));
    expect(standingTags([plan([item()])]).has(tag)).toBe(true);
    expect(standingTags([plan([])]).has(tag)).toBe(false);
  });

  test('X3, X1: the number on the icon counts what home has under do now: late, due today or tomorrow, without a date', () => {
    const days = ['0000-00-00', dayOf(80), dayOf(81), dayOf(82), dayOf(83)];
    const items = days.map((on, at) => item({ id: String(at), on }));
    expect(badgeCount([plan(items)], dayOf(81))).toBe(4);
    expect(badgeCount([plan([])], dayOf(81))).toBe(0);
  });

  test('X3: a moved deadline is known since the day it moved, an unmoved one since it was first known', () => {
    expect(knownSince(undefined, dayOf(90), dayOf(3))).toBe(dayOf(3));
    expect(knownSince(item({ knownOn: dayOf(1) }), dayOf(90), dayOf(70))).toBe(dayOf(1));
    expect(knownSince(item({ knownOn: dayOf(1) }), dayOf(91), dayOf(70))).toBe(dayOf(70));
  });
});

describe('what ends in the middle of a day', () => {
  const until = Date.parse(`${dayOf(90)}T09:26:53Z`);
  const titleAt = (now: number) =>
    dueReminders(plan([item({ until })], dayOf(89)), new Set(), { now, today: dayOf(90) }).map(
      ({ words }) => words.title,
    );

  test('B2, X3: the last day has its own words until the moment comes, and from then on says it has passed', () => {
    expect(titleAt(until - 1)).toEqual(['now']);
    expect(titleAt(until)).toEqual(['missed']);
  });

  test('X3: a step after the end has its own words on its own day', () => {
    const late = { ...item().reminders[0]!, day: dayOf(92) };
    const given = plan([item({ until, reminders: [late] })], dayOf(91));
    const now = until + 2 * 86_400_000;
    expect(
      dueReminders(given, new Set(), { now, today: dayOf(92) }).map(({ words }) => words.title),
    ).toEqual(['now']);
  });
});
