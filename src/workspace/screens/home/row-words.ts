import { programmeOf } from '#programmes/programmes.ts';
import { canBeMissed, lastDayOn } from '#core/reminder/deadline.ts';
import { QUESTION_RULE } from '#core/reminder/asking.ts';
import { NOW_DAYS } from '#core/day/now-days.ts';
import type { HomeRow } from '#workspace/rules/reminders/home.ts';
import { rowTitle } from '../due/deadline-words.ts';
import type { Texts } from '#ui/text.ts';
import type { RowWords, RowWithOwnWords } from '../due/row-with-own-words.ts';

type Words = Pick<Texts, 'shell' | 'format'>;

/**
 * A row in words: the days, what to do with the real amount, the object and its day; or what it
 * says itself.
 */
export const rowWords = (
  row: HomeRow & Partial<RowWithOwnWords>,
  text: Words,
  today: string,
  compact = false,
): RowWords | RowWithOwnWords['own'] =>
  row.own ?? {
    ...daysWords(row, text),
    ...rowTitle(row.record, row.action, text),
    day: dayWords(row, text, today, compact),
    note: row.deadline.provisional === true ? text.shell.deadlines.provisional : undefined,
  };

const daysWords = (
  { days, deadline, urgency }: HomeRow,
  { shell, format }: Words,
): Pick<RowWords, 'number' | 'unit'> => {
  const { units } = shell.deadlines;
  if (days === undefined)
    return deadline.rule === QUESTION_RULE
      ? { number: '?', unit: units.question }
      : { number: '!', unit: units.now };
  const late = days < 0;
  const count = Math.abs(days);
  // What ended with Adobe's day is over, though the user's own goes on: it is not a day late yet.
  const isOver = urgency === 'late' && deadline.zone !== undefined;
  if (count === 0) return { number: isOver ? units.expired : units.today, unit: '' };
  const unit = late ? units.dayLate : units.day;
  const many = late ? units.daysLate : units.days;
  return { number: format.number(count), unit: format.plural(count, { one: unit, other: many }) };
};

/** The time of a last moment: near it, and always where the last day is not the user's own. */
const endWords = (
  { until, zone }: HomeRow['deadline'],
  days: number,
  format: Words['format'],
): string =>
  until === undefined || (zone === undefined && Math.abs(days) > NOW_DAYS)
    ? ''
    : ` ${format.time(until - 1)}`;

const dayWords = (
  { days, deadline, programme, urgency }: HomeRow,
  { shell, format }: Words,
  today: string,
  compact: boolean,
): string => {
  if (days === undefined) return '';
  // What must be done all the same, or was counted from an assumed day, has not expired: it is only
  // late.
  const isCertain = canBeMissed(deadline) && deadline.provisional !== true;
  const last = lastDayOn(deadline, today);
  // What ends with a moment is missed on its very day.
  const isMissed =
    isCertain && (today > last || (deadline.until !== undefined && urgency === 'late'));
  const ends = endWords(deadline, days, format);
  if (isMissed)
    return shell.deadlines[programmeOf(programme)?.missed ?? 'expired'](
      format.dayShort(last, today) + ends,
    );
  const day = format.day(last, today) + ends;
  // Whose late action has a last day of its own is not over on the first: that is the anniversary.
  const { on, lost } = deadline;
  if (lost !== undefined && lost.after > on)
    return today > on ? shell.deadlines.lastDay(day) : shell.deadlines.anniversary(day);
  return compact ? day : shell.deadlines.by(day);
};
