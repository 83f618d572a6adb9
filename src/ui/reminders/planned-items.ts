import type { Day } from '#domain/day.ts';
import { homeRows, type HomeRow } from '#domain/home.ts';
import { knownSince, type PlannedItem } from '#domain/planned-reminder.ts';
import { reminderDays } from '#domain/reminder.ts';
import type { VolymRecord } from '#domain/record.ts';
import { conditionOf } from '#data/read-record.ts';
import { dayOfMoment } from '#platform/clock.ts';
import { addressOf } from '../record-address.ts';
import { plannedReminder, type ReminderTexts } from './planned-words.ts';

/** What the records are reminded of, made from what the plan held of them before. */
export const plannedItems = (
  records: readonly VolymRecord[],
  before: readonly PlannedItem[],
  today: Day,
  text: ReminderTexts,
): PlannedItem[] => {
  const known = new Map(before.map((item) => [item.id, item]));
  const readable = records.filter((record) => conditionOf(record) === 'fine');
  return homeRows(readable, today).map((row) => plannedItem(row, known.get(row.id), text));
};

const plannedItem = (row: HomeRow, before: PlannedItem | undefined, text: ReminderTexts): PlannedItem => {
  const { id, record, deadline } = row;
  const { rule, on, reminders: steps = { before: [] } } = deadline;
  // A deadline not known here before may have come with the record's last change.
  const knownOn = knownSince(before, on, dayOfMoment(record.updatedAt));
  const days = reminderDays({ on, steps, createdOn: knownOn });
  return {
    ...{ id, rule, on, knownOn, address: addressOf(record) },
    reminders: days.map((day) => plannedReminder(record, deadline, day, text)),
  };
};

/** What waits for a hand and no record's deadline tells: it has a place in the number on the icon, and nothing reminds of it. */
export const waitingItems = (rows: readonly HomeRow[], today: Day): PlannedItem[] =>
  rows.map(({ id, record, deadline: { rule, on } }) => ({
    ...{ id, rule, on, knownOn: today, address: addressOf(record), reminders: [] },
  }));
