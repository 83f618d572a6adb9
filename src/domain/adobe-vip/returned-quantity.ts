/** A line of an order: what was ordered, and what of it went back, return by return. */
export type LineWithReturns = { readonly quantity: number; readonly returned: readonly number[] };

/** What is left of a line (Adobe's `remainingQuantity`, adobe.md §8.19); never below 0, whatever was noted. */
export const remainingOf = ({ quantity, returned }: LineWithReturns): number =>
  Math.max(
    0,
    returned.reduce((left, one) => left - one, quantity),
  );
