/** A line of an order: what was ordered, and what of it went back, return by return. */
export type LineWithReturns = { readonly quantity: number; readonly returned: readonly number[] };

/**
 * What is left of a line (Adobe's `remainingQuantity`, adobe.md §8.19); never below 0, whatever was
 * noted.
 */
export const remainingOf = ({ quantity, returned }: LineWithReturns): number =>
  Math.max(
    0,
    returned.reduce((left, back) => left - back, quantity),
  );

/**
 * How many of a line a return asks for, under whichever of the line's names. Two devices may have
 * called the line differently in one return that both brought: it is asked for once.
 */
export const askedOf = (
  lines: Readonly<Record<string, number>>,
  names: readonly string[],
): number => Math.max(0, ...names.map((name) => lines[name] ?? 0));
