import { fieldsOf } from '#core/record/fields.ts';
import type { VolymRecord } from '#core/record/record.ts';

/** More codes than lie under anything. */
const MOST_CODES = 1_000_000;

/**
 * The highest number of some codes, 0 for none: the next code gets the number after it. Numbers
 * from newer versions or unreadable records do not count, nor does a number too high to be reached
 * by counting.
 */
export const highestNumber = (codes: readonly Pick<VolymRecord, 'data'>[]): number =>
  codes.reduce((highest, { data }) => {
    const { number } = fieldsOf(data);
    return isPlace(number) ? Math.max(highest, number) : highest;
  }, 0);

const isPlace = (given: unknown): given is number =>
  typeof given === 'number' && Number.isInteger(given) && given <= MOST_CODES;
