import { isDay, NOTHING_DUE, type Day } from '#core/day/day.ts';
import type { Doing } from '#core/record/kind.ts';
import { isDayOrNone } from '#core/day/likely-day.ts';
import { inLikelyYear, isOlderRecord } from '#core/record/older-record.ts';
import type { VolymRecord } from '#core/record/record.ts';
import { isPlausibleDay } from '#core/day/plausible-day.ts';
import { stored } from './envelope.ts';
import { parsed } from './read-record.ts';

/**
 * The days that alone make a record unreadable: the forms of older versions accepted any year, even
 * a half-typed one (`0202`). Empty if something else is wrong, or nothing. A text that only looks
 * like such a day does not count.
 */
export const oddDaysIn = (now: VolymRecord): Day[] => daysAt(now, oddPlaces(now));

const daysAt = (now: VolymRecord, at: ReadonlySet<string>): Day[] => {
  const found = new Set<Day>();
  withEach(now, (day, place) => (at.has(place) && found.add(day), day));
  return [...found].sort();
};

/**
 * The record with those days as a person corrects them; the history records each field. Undefined
 * if one is left uncorrected, or is not a plausible day.
 */
export const withDaysRight = (
  now: VolymRecord,
  right: ReadonlyMap<Day, Day>,
  doing: Doing,
): VolymRecord | undefined => {
  const at = oddPlaces(now);
  if (!daysAt(now, at).every((day) => isPlausibleDay(right.get(day) ?? ''))) return undefined;
  const before = { ...now, dueOn: NOTHING_DUE };
  return stored(
    withEach(before, (day, place) => (at.has(place) ? (right.get(day) ?? day) : day)),
    before,
    doing,
  );
};

/**
 * Marks the day of a step; a day in the record's own fields is identified by its field and the last
 * name on the path to it.
 */
const ON_A_STEP = 'on a step';

/** No record of an app has as many; each is tried. */
const MOST_PLACES = 200;

/**
 * The places of the days that make it unreadable: with all the others corrected, it is still
 * unreadable. A name or a note that looks like a day is in a place where any text is allowed, and
 * is left alone.
 */
const oddPlaces = (now: VolymRecord): ReadonlySet<string> => {
  if (parsed(now)[1] !== 'unreadable' || !isOlderRecord(now)) return new Set();
  const places = new Set<string>();
  withEach(now, (day, place) => (places.add(place), day));
  if (places.size > MOST_PLACES || parsed(withEach(now, inLikelyYear))[1] !== 'fine')
    return new Set();
  const fields: VolymRecord = { ...now, steps: [], history: [], clashes: [] };
  // What a step carries is looked at with the steps: of some kinds it is a day.
  const isOdd = (place: string): boolean =>
    place === ON_A_STEP ||
    parsed(
      withEach(place.startsWith(ON_A_STEP) ? now : fields, (day, at) =>
        at === place ? day : inLikelyYear(day),
      ),
    )[1] !== 'fine';
  return new Set([...places].filter(isOdd));
};

type Change = (day: Day, place: string) => Day;

/**
 * The same record with each such day replaced, in its fields and on its steps.
 */
const withEach = (record: VolymRecord, change: Change): VolymRecord => ({
  ...record,
  dueOn: NOTHING_DUE,
  data: Object.fromEntries(
    Object.entries(record.data).map(([field, value]) => [
      field,
      changed(value, change, [field, '']),
    ]),
  ) as VolymRecord['data'],
  steps: record.steps.map((step) => {
    const on = changed(step.on, change, [ON_A_STEP, '']) as Day;
    const { kind, data } = step;
    return data === undefined
      ? { ...step, on }
      : { ...step, on, data: changed(data, change, [`${ON_A_STEP} ${kind}`, '']) as typeof data };
  }),
});

const changed = (
  given: unknown,
  change: Change,
  [field, name]: readonly [string, string],
): unknown => {
  if (typeof given === 'string')
    return isDay(given) && !isDayOrNone(given)
      ? change(given, name === '' ? field : `${field} ${name}`)
      : given;
  if (Array.isArray(given))
    return given.map((part: unknown) => changed(part, change, [field, name]));
  if (typeof given !== 'object' || given === null) return given;
  return Object.fromEntries(
    Object.entries(given).map(([key, part]) => [key, changed(part, change, [field, key])]),
  );
};
