import { addDays, daysBetween, type Day } from '#core/day/day.ts';
import { actionOn, canBeMissed, lastDayOn, type Deadline } from '#core/reminder/deadline.ts';
import type { PlannedReminder, ReminderWords } from '#core/reminder/planned-reminder.ts';
import { nameInSentence } from '#core/text/name-in-sentence.ts';
import type { VolymRecord } from '#core/record/record.ts';
import { actionWords, objectWords } from '../due/deadline-words.ts';
import type { Texts } from '#ui/text.ts';
import type { ReminderMessages } from '#workspace/words/load.ts';

/** What the words of a reminder are made with. */
export type ReminderTexts = Pick<Texts, 'shell' | 'format'> & {
  readonly reminders: ReminderMessages;
};

/**
 * A step of a deadline in words, for each time at which it may be shown. Made of the action, the
 * amount, the object's name and days alone: a code or a link has no way in.
 */
export const plannedReminder = (
  record: VolymRecord,
  deadline: Deadline,
  day: Day,
  text: ReminderTexts,
): PlannedReminder => {
  const { reminders, format } = text;
  const words = (shownOn: Day, ...sentences: readonly string[]): ReminderWords => ({
    title: actionWords(record, actionOn(deadline, shownOn), text),
    body: reminders.about(
      nameInSentence(objectWords(record, text)),
      sentences.filter(Boolean).join(' '),
    ),
  });
  const { on, lost } = deadline;
  const last = lastWords(on, deadline, day, text);
  const until = lastDayOn(deadline, addDays(on, 1));
  const counted = deadline.provisional === true ? reminders.provisional : '';
  const from = reminders.from(format.dayShort(day, day));
  return {
    day,
    onItsDay: words(day, sentenceOn(day, deadline, text), counted),
    later: words(on, reminders.ahead(last), counted, from),
    missed: words(addDays(on, 1), missedWords(deadline, until, day, text), counted, from),
    ...(lost !== undefined && {
      lost: {
        after: until,
        words: words(addDays(until, 1), reminders.past(format.dayShort(until, day)), from),
      },
    }),
  };
};

/** A last day, with the time at which it is over where it is not the whole of the day. */
const lastWords = (
  last: Day,
  { until }: Deadline,
  day: Day,
  { format }: Pick<ReminderTexts, 'format'>,
): string =>
  `${format.dayShort(last, day)}${until === undefined ? '' : ` ${format.time(until - 1)}`}`;

/** What can still be done late has a last day ahead of it. */
const missedWords = (
  deadline: Deadline,
  until: Day,
  day: Day,
  { reminders, format }: ReminderTexts,
): string => {
  const last = lastWords(until, deadline, day, { format });
  if (!canBeMissed(deadline)) return reminders.wasDue(last);
  return until > deadline.on ? reminders.ahead(last) : reminders.past(last);
};

const sentenceOn = (day: Day, deadline: Deadline, { reminders, format }: ReminderTexts): string => {
  const { on } = deadline;
  if (!canBeMissed(deadline)) return day < on ? '' : reminders.due;
  const until = lastDayOn(deadline, day);
  const left = daysBetween(day, until);
  const last = lastWords(until, deadline, day, { format });
  if (left < 0) return reminders.past(last);
  if (left === 0 && deadline.until !== undefined) return reminders.ahead(last);
  return left === 0 ? reminders.lastDay : reminders.left(last, left);
};
