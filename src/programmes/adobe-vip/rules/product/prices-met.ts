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
 * One price of two devices that each read another list: every day's price of both, and as the one
 * that holds the later of theirs. Field by field the price of one list would stand beside the day
 * of the other. What only one of them changed of `base`, which both know, stands as that one says
 * it, corrected or taken back; of two new prices of one day the greater stands. Undefined where
 * neither has a price.
 */
export const pricesMet = (
  one: PriceOfDays,
  other: PriceOfDays,
  base?: PriceOfDays,
): PriceOfDays | undefined => {
  const [a, b, was] = [one, other, base].map(byDayOf) as [ByDay, ByDay, ByDay];
  const met = new Map<Day, string>();
  for (const day of new Set([...Object.keys(a), ...Object.keys(b)])) {
    const price = changed(a[day], b[day], was[day]);
    if (price !== undefined) met.set(day, price);
  }
  if (met.size === 0) return theLater([one, other]);
  const start = changed(one.validFrom, other.validFrom, base?.validFrom, laterOf) ?? '';
  const validFrom = met.has(start) ? start : [...met.keys()].toSorted().at(-1)!;
  const { [validFrom]: yearlyPrice = '', ...datedPrices } = Object.fromEntries(met);
  return asItStands({ yearlyPrice, validFrom, datedPrices }, [one, other]);
};

/**
 * Where each took away what the other left, the side with the later price stands, whoever meets it;
 * undefined where neither has any.
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

const laterOf = (one: Day, other: Day): Day => (one > other ? one : other);

/**
 * What one side alone changed, or of what both did the one that is not taken away and by `choose`.
 */
const changed = (
  one: string | undefined,
  other: string | undefined,
  was: string | undefined,
  choose: (one: string, other: string) => string = greaterOf,
): string | undefined => {
  if (one === other || other === was) return one;
  if (one === was) return other;
  return one === undefined || other === undefined ? (one ?? other) : choose(one, other);
};

const greaterOf = (one: string, other: string): string => {
  const [a, b] = [readExact(one), readExact(other)];
  if (a === undefined || b === undefined)
    return a === undefined && (b !== undefined || one < other) ? other : one;
  const [left, right] = [a.units * 10n ** BigInt(b.decimals), b.units * 10n ** BigInt(a.decimals)];
  return left === right ? (one > other ? one : other) : left > right ? one : other;
};
