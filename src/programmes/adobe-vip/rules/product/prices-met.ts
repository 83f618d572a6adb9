import type { Day } from '#core/day/day.ts';
import { readExact } from '../proration/exact.ts';
import { pricesIn, type PriceOfDays } from './price-days.ts';

/** The price of each day that one has. */
type ByDay = Readonly<Record<Day, string>>;

const byDayOf = (prices: PriceOfDays | undefined): ByDay =>
  Object.fromEntries(
    (prices === undefined ? [] : pricesIn(prices)).map(({ from, price }) => [from, price]),
  );

/**
 * Merges a price on two devices that each imported a different list: every day's price of both,
 * with the later one as the current price. Merged field by field, one list's price could end up
 * with the other's day. A day that only one side changed from `base`, which both know, is as on
 * that side, corrected or removed; of two new prices for the same day the greater wins. Undefined
 * if neither has a price.
 */
export const pricesMet = (
  left: PriceOfDays,
  right: PriceOfDays,
  base?: PriceOfDays,
): PriceOfDays | undefined => {
  const [a, b, was] = [left, right, base].map(byDayOf) as [ByDay, ByDay, ByDay];
  const met = new Map<Day, string>();
  for (const day of new Set([...Object.keys(a), ...Object.keys(b)])) {
    const price = changed(a[day], b[day], was[day]);
    if (price !== undefined) met.set(day, price);
  }
  if (met.size === 0) return theLater([left, right]);
  const start = changed(left.validFrom, right.validFrom, base?.validFrom, laterOf) ?? '';
  const validFrom = met.has(start) ? start : [...met.keys()].toSorted().at(-1)!;
  const { [validFrom]: yearlyPrice = '', ...datedPrices } = Object.fromEntries(met);
  return asItStands({ yearlyPrice, validFrom, datedPrices }, [left, right]);
};

/**
 * If each removed what the other kept, the side with the later price wins, on every device;
 * undefined if neither has one.
 */
const theLater = (sides: readonly PriceOfDays[]): PriceOfDays | undefined => {
  const wordsOf = ({ validFrom, yearlyPrice }: PriceOfDays): string =>
    `${validFrom} ${yearlyPrice}`;
  const priced = sides.filter((side) =>
    Object.values(byDayOf(side)).some((price) => price !== undefined),
  );
  return priced.toSorted((a, b) => (wordsOf(a) < wordsOf(b) ? 1 : -1))[0];
};

/** As the side has it that says just this: nothing is written again without need. */
const asItStands = (price: PriceOfDays, sides: readonly PriceOfDays[]): PriceOfDays => {
  const wordsOf = (side: PriceOfDays): string => JSON.stringify([side.validFrom, pricesIn(side)]);
  // Of a newer version they may be anything.
  const isPlain = ({ validFrom, datedPrices }: PriceOfDays): boolean =>
    !Object.hasOwn(datedPrices ?? {}, validFrom);
  const same = sides.filter((side) => isPlain(side) && wordsOf(side) === wordsOf(price));
  return same.find(({ datedPrices }) => datedPrices !== undefined) ?? same[0] ?? price;
};

const laterOf = (a: Day, b: Day): Day => (a > b ? a : b);

/**
 * What one side alone changed, or of what both did the one that is not taken away and by `choose`.
 */
const changed = (
  left: string | undefined,
  right: string | undefined,
  was: string | undefined,
  choose: (a: string, b: string) => string = greaterOf,
): string | undefined => {
  if (left === right || right === was) return left;
  if (left === was) return right;
  return left === undefined || right === undefined ? (left ?? right) : choose(left, right);
};

const greaterOf = (first: string, second: string): string => {
  const [a, b] = [readExact(first), readExact(second)];
  if (a === undefined || b === undefined)
    return a === undefined && (b !== undefined || first < second) ? second : first;
  const [left, right] = [a.units * 10n ** BigInt(b.decimals), b.units * 10n ** BigInt(a.decimals)];
  return left === right ? (first > second ? first : second) : left > right ? first : second;
};
