/**
 * More than anybody counts in this trade (Apple says 2,147,483,647 for "as many as you like"), and
 * few enough to reckon with exactly.
 */
const MOST_COUNTED = 1_000_000_000_000;

/**
 * Whether someone can mean this count: a whole number, negative where something was taken back.
 */
export const isLikelyCount = (given: number): boolean =>
  Number.isInteger(given) && Math.abs(given) <= MOST_COUNTED;
