import { fieldsOf } from '#core/record/fields.ts';
import type { VolymRecord } from '#core/record/record.ts';

/** More codes than lie under anything. */
const MOST_CODES = 1_000_000;

/**
 * The highest number of some codes, 0 for none: the next one gets the one after it. What a newer
 * version or nobody has there counts for nothing, and neither does a number that no code gets by
 * counting.
 */
export const highestNumber = (codes: readonly Pick<VolymRecord, 'data'>[]): number =>
  codes.reduce((highest, { data }) => {
    const { number } = fieldsOf(data);
    return isPlace(number) ? Math.max(highest, number) : highest;
  }, 0);

const isPlace = (given: unknown): given is number =>
  typeof given === 'number' && Number.isInteger(given) && given <= MOST_CODES;
