import type { Day } from '#core/day/day.ts';

/**
 * A price, from which day it holds (or ''), and what it is from other days on: of those that have
 * begun the newest holds.
 */
export type PriceOfDays = {
  readonly yearlyPrice: string;
  readonly validFrom: Day;
  /** By the first day of each: those of lists that begin later, and the one before. */
  readonly datedPrices?: Readonly<Record<Day, string>> | undefined;
};

/** A price with the first day it holds on. */
export type PriceFrom = { readonly price: string; readonly from: Day };

/** All prices of an item, the earliest first. */
export const pricesIn = ({ yearlyPrice, validFrom, datedPrices = {} }: PriceOfDays): PriceFrom[] =>
  Object.entries({ ...datedPrices, [validFrom]: yearlyPrice })
    .map(([from, price]) => ({ from, price }))
    .sort((a, b) => (a.from < b.from ? -1 : 1));

/** What it costs on a day; undefined where every price that is known begins later. */
export const priceOn = (prices: PriceOfDays, day: Day): PriceFrom | undefined => {
  const { yearlyPrice: price, validFrom: from, datedPrices } = prices;
  if (datedPrices === undefined) return from > day ? undefined : { price, from };
  return pricesIn(prices).findLast((dated) => dated.from <= day);
};
