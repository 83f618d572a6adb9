/** A line of an order: what was ordered, and what of it went back, return by return. */
export type LineWithReturns = { readonly quantity: number; readonly returned: readonly number[] };

/** What is left of a line (Adobe's `remainingQuantity`, adobe.md §8.19); never below 0, whatever was noted. */
export const remainingOf = ({ quantity, returned }: LineWithReturns): number =>
  Math.max(
    0,
    returned.reduce((left, one) => left - one, quantity),
  );

/** Whether nothing is left of any line, so that Adobe calls the order cancelled (1008; adobe.md §8.24). */
export const isReturnedInFull = (lines: readonly LineWithReturns[]): boolean =>
  lines.length > 0 && lines.every((line) => remainingOf(line) === 0);
