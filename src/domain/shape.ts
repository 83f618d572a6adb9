import * as s from 'valibot';
import { isDay } from './day.ts';
import { instantOf } from './instant.ts';
import { isMoment } from './moment.ts';

/** A number that JSON can carry on: `1e999` is read as one that it cannot. */
export const number = s.pipe(s.number(), s.finite());

/** More than anybody counts in this trade, and few enough to reckon with exactly. */
const MOST_COUNTED = 1_000_000_000;

/** A whole number of things, also less than none: what was taken back. */
export const count = s.pipe(
  s.number(),
  s.check((given) => Number.isInteger(given) && Math.abs(given) <= MOST_COUNTED),
);

/** Milliseconds since 1970, up to the end of the years that are taken for true (`moment.ts`). */
export const moment = s.pipe(s.number(), s.check(isMoment));

/** More than a cell of a sheet holds (32,767 characters): what is longer is no name, and would hold up each list that shows it. */
export const MOST_CHARACTERS = 40_000;

/** A text of names, numbers and notes. */
export const words = s.pipe(s.string(), s.maxLength(MOST_CHARACTERS));

/** The same; where it is missing it is empty. */
export const text = s.optional(words, '');

/** Years outside of these are no days of any order, and the calendar's own limits are not far. */
const [FIRST_DAY, LAST_DAY] = ['1900-01-01', '2200-12-31'];

/** Whether the calendar has the day, in a year that can be meant. */
export const isLikelyDay = (given: string): boolean => given >= FIRST_DAY && given <= LAST_DAY && isDay(given);

/** A day that the calendar has, or '' for none. */
export const dayGiven = s.pipe(
  s.string(),
  s.check((given) => given === '' || isLikelyDay(given)),
);

/** The same; where it is missing there is none. */
export const day = s.optional(dayGiven, '');

const isInstant = (given: string): boolean => isLikelyDay(given.slice(0, 10)) && instantOf(given) === given;

/** A moment as `YYYY-MM-DDTHH:mm:ssZ`, or a day where no more is known, or '' for none. */
export const instant = s.optional(
  s.pipe(
    s.string(),
    s.check((given) => given === '' || isLikelyDay(given) || isInstant(given)),
  ),
  '',
);

const DECIMAL = /^-?\d{1,15}(?:\.\d{1,12})?$/;

/** Exact decimal text, as prices have it, or '' for none. */
export const decimal = s.optional(
  s.pipe(
    s.string(),
    s.check((given) => given === '' || DECIMAL.test(given)),
  ),
  '',
);

const CENTS = /^-?\d{1,15}\.\d{2}$/;

/** An amount as `Money` has it (`25000.00`), or '' for none. */
export const amount = s.optional(
  s.pipe(
    s.string(),
    s.check((given) => given === '' || CENTS.test(given)),
  ),
  '',
);

/** What is stored under names that are known; fields that are not known survive. */
export const fieldsOf = <const Entries extends s.ObjectEntries>(
  entries: Entries,
): s.LooseObjectSchema<Entries, undefined> => noList(s.looseObject(entries));

/** What is stored under ids or words, each a `value`. */
export const mapOf = <const Value extends s.GenericSchema>(
  value: Value,
): s.RecordSchema<s.StringSchema<undefined>, Value, undefined> => noList(s.record(s.string(), value));

// valibot takes a list for an object, and would make one of it.
const noList = <Schema extends s.GenericSchema>(schema: Schema): Schema => ({
  ...schema,
  '~run': (dataset, config) => schema['~run'](Array.isArray(dataset.value) ? { value: null } : dataset, config),
});
