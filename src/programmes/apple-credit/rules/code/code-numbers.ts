import type { RedemptionCode } from './redemption-code.ts';

/** More codes than lie under anything. */
const MOST_CODES = 1_000_000;

/**
 * The highest number of some codes, 0 for none: the next one gets the one after it. What a newer
 * version or nobody has there counts for nothing, and neither does a number that no code gets by
 * counting.
 */
export const highestNumber = (codes: readonly Pick<RedemptionCode, 'data'>[]): number =>
  codes.reduce(
    (highest, { data }) => (isPlace(data.number) ? Math.max(highest, data.number) : highest),
    0,
  );

const isPlace = (given: unknown): boolean =>
  Number.isInteger(given) && (given as number) <= MOST_CODES;
