import { isDay, NOTHING_DUE, type Day } from '#domain/day.ts';
import type { Doing } from '#domain/kind.ts';
import { isDayOrNone } from '#domain/likely-day.ts';
import { inLikelyYear, isOlderRecord } from '#domain/older-record.ts';
import type { VolymRecord } from '#domain/record.ts';
import { isSaidDay } from '#domain/said-day.ts';
import { stored } from './envelope.ts';
import { parsed } from './read-record.ts';

/**
 * The days of a record that cannot be read for nothing but them: older versions' forms took each year, of one that was half typed
 * (`0202`) too. None where something else is wrong, or nothing.
 */
export const oddDaysIn = (now: VolymRecord): Day[] => {
  if (parsed(now)[1] !== 'unreadable' || !isOlderRecord(now)) return [];
  const found = new Set<Day>();
  withEach(now, (day) => (found.add(day), inLikelyYear(day)));
  const odd = [...found].sort();
  const isAllThatIsWrong = parsed(withEach(now, inLikelyYear))[1] === 'fine';
  return isAllThatIsWrong ? odd : [];
};

/** The record with those days as a person says them; the history tells of each field. Undefined where one is left, or is no day that can be meant. */
export const withDaysRight = (
  now: VolymRecord,
  right: ReadonlyMap<Day, Day>,
  doing: Doing,
): VolymRecord | undefined => {
  if (!oddDaysIn(now).every((day) => isSaidDay(right.get(day) ?? ''))) return undefined;
  const before = { ...now, dueOn: NOTHING_DUE };
  return stored(
    withEach(before, (day) => right.get(day) ?? day),
    before,
    doing,
  );
};

/** The same record with something else in the place of each such day, in its fields and in its steps. */
const withEach = (record: VolymRecord, change: (day: Day) => Day): VolymRecord => ({
  ...record,
  dueOn: NOTHING_DUE,
  data: changed(record.data, change) as VolymRecord['data'],
  steps: record.steps.map((step) => {
    const on = changed(step.on, change) as Day;
    return step.data === undefined ? { ...step, on } : { ...step, on, data: changed(step.data, change) as never };
  }),
});

const changed = (given: unknown, change: (day: Day) => Day): unknown => {
  if (typeof given === 'string') return isDay(given) && !isDayOrNone(given) ? change(given) : given;
  if (Array.isArray(given)) return given.map((part: unknown) => changed(part, change));
  if (typeof given !== 'object' || given === null) return given;
  return Object.fromEntries(Object.entries(given).map(([key, part]) => [key, changed(part, change)]));
};
