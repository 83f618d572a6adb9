import type { ContentToken } from '#programmes/apple-licences/rules/token/content-token.ts';
import {
  TOKEN_REMINDERS,
  TOKEN_WARNING_DAYS,
  tokenYear,
} from '#programmes/apple-licences/rules/editions.ts';
import { fileOf } from '#programmes/apple-licences/rules/token/token-files.ts';
import {
  endOfToken,
  findingOf,
  isVoid,
  lastDayOf,
} from '#programmes/apple-licences/rules/token/token-life.ts';
import { addDays, addYears, daysBetween, type Day } from '#core/day/day.ts';
import { todayOf, type AsOf } from '#core/day/local-time.ts';
import { reminderStepsOf } from '#core/reminder/reminder.ts';
import type { Texts } from '#ui/text.ts';
import { withEndTime } from './token-words.ts';

type Words = Pick<Texts, 'tokens' | 'format'>;

/** The rule by which a token ends, line by line. */
export const ruleFacts = (today: Day, { tokens: { rule }, format }: Words) => {
  const { id, validFrom } = tokenYear;
  return [
    { label: rule.programme, value: rule.programmeName },
    { label: rule.number, value: rule.year },
    { label: rule.source, value: rule.sources[id] },
    { label: rule.edition, value: rule.editions[id] },
    {
      label: rule.since,
      value: validFrom === '' ? rule.sinceAlways : format.day(validFrom, today),
    },
    { label: rule.warns, value: rule.warnsFrom(TOKEN_WARNING_DAYS) },
    {
      label: rule.reminds,
      value: format.list(TOKEN_REMINDERS.before.map((days) => format.number(days))),
    },
  ];
};

/**
 * How a token's own last day was come to. Its file says the day; the day of its download, where it
 * is known, explains it.
 */
export const reckoning = (
  token: ContentToken,
  asOf: AsOf,
  { tokens: { rule, states }, format }: Words,
) => {
  const { downloadedOn } = token.data;
  const file = fileOf(token);
  const today = todayOf(asOf);
  const lastDay = lastDayOf(file, asOf);
  const isCounted = downloadedOn !== '' && addYears(downloadedOn, tokenYear.value) === lastDay;
  const day = format.day(lastDay, today);
  // The moment where it is known: part of its last day is behind it.
  const overFrom =
    typeof asOf === 'string' || endOfToken(file) === undefined
      ? format.dayShort(addDays(lastDay, 1), today)
      : withEndTime(format.dayShort(lastDay, today), file, { format }, asOf);
  const found = findingOf(token.steps);
  // What was to be done by that day is to be done now.
  const isOver = found !== undefined && isVoid(found.kind);
  return {
    title: isOver ? rule.titlePlain : rule.title(day),
    isOver,
    sentence: [
      isCounted ? rule.fromDownload(format.dayShort(downloadedOn, today)) : rule.fromFile(day),
      ...(isOver ? [] : [rule.after(overFrom)]),
    ].join(' '),
    found: found === undefined ? '' : rule.found(states[found.kind]),
  };
};

/** So many days are drawn before the first reminder, and after the last day, at most. */
const ROOM = 5;
const LATE_DAYS = 30;

/**
 * The days that a token's tape shows: its reminders up to the last day, and what has passed since.
 * `countedTo` is the last day as the file stores it, which reminders are counted from.
 */
export const reminderTape = (lastDay: Day, today: Day, countedTo = lastDay) => {
  const marks = reminderStepsOf({ on: lastDay, countedTo, steps: TOKEN_REMINDERS }).map(
    ({ day }) => day,
  );
  const from = addDays(marks[0] ?? lastDay, -ROOM);
  const left = daysBetween(today, lastDay);
  const tomorrow = addDays(today, 1);
  return {
    marks,
    from,
    left,
    to: left < 0 ? addDays(lastDay, Math.min(-left, LATE_DAYS)) : lastDay,
    countFrom: left < 0 ? addDays(lastDay, 1) : tomorrow > from ? tomorrow : from,
    countTo: left < 0 ? today : lastDay,
  };
};
