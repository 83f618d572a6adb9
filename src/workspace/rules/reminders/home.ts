import { addDays, daysBetween, NEEDS_A_HAND, type Day } from '#core/day/day.ts';
import {
  actionOn,
  lastDayOn,
  localDeadline,
  urgencyOf,
  type Deadline,
  type Urgency,
} from '#core/reminder/deadline.ts';
import type { DeadlineAction, NoAction } from '#core/reminder/deadline-action.ts';
import { todayOf, type AsOf } from '#core/day/local-time.ts';
import { NOW_DAYS } from '#core/day/now-days.ts';
import { openDeadlines } from '../questions/question.ts';
import { textIn } from '#core/record/fields.ts';
import type { Programme, VolymRecord } from '#core/record/record.ts';

/** One deadline as home shows it (X1). */
export type HomeRow = {
  /** The record's id and the rule: a record may have several deadlines. */
  readonly id: string;
  readonly record: VolymRecord;
  readonly programme: Programme;
  /** Person id, or '' when nobody was named. */
  readonly owner: string;
  /** Person id of who steps in for the owner, or ''. */
  readonly deputy: string;
  /** As it is in the user's calendar. */
  readonly deadline: Deadline;
  readonly urgency: Urgency;
  /**
   * Days left to the last day of what to do now, negative since; undefined when it needs attention
   * without a date.
   */
  readonly days: number | undefined;
  /** What to do now. */
  readonly action: DeadlineAction | NoAction;
};

/** Home's three sections: *do now*, *within 30 days*, *later*. */
export type HomeGroups = {
  readonly now: readonly HomeRow[];
  readonly soon: readonly HomeRow[];
  readonly later: readonly HomeRow[];
};

/**
 * Which rows are shown: all, the user's own, another person's (as owner or deputy), or a
 * programme's.
 */
export type HomeFilter = 'all' | 'mine' | `person:${string}` | Programme;

/** Days ahead that count as near. */
export const NEAR_DAYS = 30;

/**
 * Every open deadline of the records, the earliest first. Records of kinds this app does not know
 * have none.
 */
export const homeRows = (records: readonly VolymRecord[], asOf: AsOf): HomeRow[] =>
  records
    .flatMap((record) =>
      openDeadlines(record, todayOf(asOf)).map((deadline) => rowOf(record, deadline, asOf)),
    )
    .sort((a, b) => daysOf(a) - daysOf(b) || (a.id < b.id ? -1 : 1));

// What has no day comes first.
const daysOf = ({ days }: HomeRow): number => days ?? -Infinity;

/**
 * Whether a row is under *do now*: late, its last day today or tomorrow, or in need of attention.
 * Home's badge counts these.
 */
export const isNow = ({ urgency, days }: HomeRow): boolean =>
  urgency === 'late' || days === undefined || days <= NOW_DAYS;

/** The rows in home's sections. */
export const groupDeadlines = (rows: readonly HomeRow[], today: Day): HomeGroups => {
  const near = addDays(today, NEAR_DAYS);
  return {
    now: rows.filter(isNow),
    soon: rows.filter((row) => !isNow(row) && row.deadline.on <= near),
    later: rows.filter((row) => !isNow(row) && row.deadline.on > near),
  };
};

/** The rows that a filter lets through; `me` is the person id of the one who looks. */
export const filterRows = (
  rows: readonly HomeRow[],
  filter: HomeFilter,
  me: string,
): readonly HomeRow[] => {
  if (filter === 'all') return rows;
  const wanted = filter === 'mine' ? `person:${me}` : filter;
  return rows.filter(({ owner, deputy, programme }) =>
    [`person:${owner}`, `person:${deputy}`, programme].includes(wanted),
  );
};

/**
 * The filters that lead somewhere, with how many rows each shows: all, mine, programmes, other
 * owners.
 */
export const filtersOf = (
  rows: readonly HomeRow[],
  me: string,
): readonly { readonly filter: HomeFilter; readonly count: number }[] => {
  const owners = [...new Set(rows.map(({ owner }) => owner))].filter(
    (owner) => owner !== '' && owner !== me,
  );
  const programmes = [...new Set(rows.map(({ programme }) => programme))];
  const filters: HomeFilter[] = [
    'all',
    ...(me === '' ? [] : (['mine'] as const)),
    ...programmes,
    ...owners.map((owner) => `person:${owner}` as const),
  ];
  return filters
    .map((filter) => ({ filter, count: filterRows(rows, filter, me).length }))
    .filter(({ filter, count }) => filter === 'all' || count > 0);
};

/** The filter that holds: what the chosen one showed may be done by now, and then all are shown. */
export const filterNow = (known: ReturnType<typeof filtersOf>, chosen: HomeFilter): HomeFilter =>
  known.some(({ filter }) => filter === chosen) ? chosen : 'all';

/** The rows that home's list shows with a filter chosen. */
export const rowsShown = (
  rows: readonly HomeRow[],
  chosen: HomeFilter,
  me: string,
): readonly HomeRow[] => filterRows(rows, filterNow(filtersOf(rows, me), chosen), me);

const rowOf = (record: VolymRecord, stored: Deadline, asOf: AsOf): HomeRow => {
  const deadline = localDeadline(stored, asOf);
  const today = todayOf(asOf);
  const needsHand = deadline.on === NEEDS_A_HAND;
  return {
    id: `${record.id}.${deadline.rule}`,
    record,
    programme: record.programme,
    owner: personIn(record, 'owner'),
    deputy: personIn(record, 'deputy'),
    deadline,
    // Nothing was missed: someone is only asked.
    urgency: needsHand ? 'soon' : urgencyOf(deadline, asOf),
    days: needsHand ? undefined : daysBetween(today, lastDayOn(deadline, today)),
    action: actionOn(deadline, asOf),
  };
};

const personIn = ({ data }: VolymRecord, field: string): string => textIn(data, field);
