import { CAUGHT_UP_AT_ONCE, caughtUpBy, withoutOvertaken } from '#core/reminder/caught-up.ts';
import type { Day } from '#core/day/day.ts';
import { homeRows, type HomeRow } from '#workspace/rules/reminders/home.ts';
import { todayOf, type AsOf } from '#core/day/local-time.ts';
import {
  countedDay,
  knownSince,
  namedDay,
  type CaughtUp,
  type PlannedItem,
} from '#core/reminder/planned-reminder.ts';
import { TRASHED_ON } from '#core/record/trash.ts';
import { reminderStepsOf, type ReminderStep } from '#core/reminder/reminder.ts';
import type { VolymRecord } from '#core/record/record.ts';
import { conditionOf } from '#data/records/read-record.ts';
import { dayOfMoment } from '#platform/clock.ts';
import { addressOf } from '../record-address.ts';
import { plannedReminder, type ReminderTexts } from './planned-words.ts';

/**
 * What the records are reminded of, made from what the plan held of them before; `knownRecords` are
 * the ids of those it has held.
 */
export const plannedItems = (
  records: readonly VolymRecord[],
  before: readonly PlannedItem[],
  asOf: AsOf,
  text: ReminderTexts,
  knownRecords: ReadonlySet<string> = new Set(),
): PlannedItem[] => {
  const known = new Map(before.map((item) => [item.id, item]));
  const readable = records.filter((record) => conditionOf(record) === 'fine');
  const judged = homeRows(readable, asOf).map((row) =>
    judgedRow(
      row,
      { item: known.get(row.id), isKnown: knownRecords.has(row.record.id) },
      todayOf(asOf),
    ),
  );
  const news = judged.filter(
    ({ caughtUp, before }) => caughtUp !== undefined && caughtUp !== before?.caughtUp,
  );
  const tooMany = new Set(news.sort(byLastDay).slice(CAUGHT_UP_AT_ONCE));
  return judged.map((row) =>
    plannedItem(tooMany.has(row) ? { ...row, caughtUp: undefined } : row, todayOf(asOf), text),
  );
};

/** A row of home, since when its deadline is known here, and what a change made due of it. */
type JudgedRow = {
  readonly row: HomeRow;
  readonly before: PlannedItem | undefined;
  readonly knownOn: Day;
  readonly caughtUp: CaughtUp | undefined;
};

const byLastDay = (a: JudgedRow, b: JudgedRow): number =>
  a.row.deadline.on < b.row.deadline.on ? -1 : 1;

/** What the plan held of a deadline, and whether it has held anything of its record. */
type Held = { readonly item: PlannedItem | undefined; readonly isKnown: boolean };

const judgedRow = (row: HomeRow, { item: before, isKnown }: Held, today: Day): JudgedRow => {
  const { record, deadline } = row;
  const { on, countedTo = on, reminders: steps = { before: [] } } = deadline;
  // A deadline not known here before may have come with the record's last change.
  const knownOn = knownSince(before, countedTo, dayOfMoment(record.updatedAt));
  const caughtUp = caughtUpBy({
    on,
    countedTo,
    steps,
    today,
    knownOn,
    restoredOn: restoredOn(record),
    isKnown,
    before,
  });
  return { row, before, knownOn, caughtUp };
};

/** The day on which a record was restored from the trash last; '' where it never lay there. */
const restoredOn = ({ history }: VolymRecord): Day => {
  const moved = history.findLast(({ field }) => field === TRASHED_ON);
  return moved?.to === '' ? dayOfMoment(moved.at) : '';
};

const plannedItem = (
  { row, before, knownOn, caughtUp }: JudgedRow,
  today: Day,
  text: ReminderTexts,
): PlannedItem => {
  const { id, record, deadline } = row;
  const { rule, on, until, countedTo = on, reminders: steps = { before: [] } } = deadline;
  const all = reminderStepsOf({ on, countedTo, steps });
  // What was caught up is shown along with them.
  const planned =
    before?.reminders.filter((reminder) => reminder.caughtUp === undefined).map(namedDay) ?? [];
  const isSame = before !== undefined && countedDay(before) === countedTo;
  const days = isSame
    ? withoutOvertaken(all, planned, { today, knownOn })
    : all.filter(({ day }) => day >= knownOn);
  const reminderOf = ({ step, day }: ReminderStep) => ({
    ...plannedReminder(record, deadline, day, text),
    ...(step === day ? {} : { step }),
  });
  const first = all
    .filter(({ step }) => step === caughtUp?.day)
    .map((step) => ({ ...reminderOf(step), caughtUp }));
  return {
    id,
    rule,
    on,
    ...(countedTo === on ? {} : { countedTo }),
    ...(until === undefined ? {} : { until }),
    knownOn,
    address: addressOf(record),
    reminders: [...first, ...days.map(reminderOf)],
    ...(caughtUp === undefined ? {} : { caughtUp }),
  };
};

/**
 * What waits for someone and no record's deadline tells: it has a place in the number on the icon,
 * and nothing reminds of it.
 */
export const waitingItems = (rows: readonly HomeRow[], today: Day): PlannedItem[] =>
  rows.map(({ id, record, deadline: { rule, on } }) => ({
    id,
    rule,
    on,
    knownOn: today,
    address: addressOf(record),
    reminders: [],
  }));
