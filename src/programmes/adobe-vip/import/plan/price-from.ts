import type { Day } from '#core/day/day.ts';
import {
  priceOn,
  pricesIn,
  type PriceFrom,
  type PriceOfDays,
} from '#programmes/adobe-vip/rules/product/price-days.ts';

/**
 * The same with what a list says: a price holds from its list's day on, so that the list of next
 * year leaves the price of today alone. A list without a day speaks of today. Kept are the price of
 * today, those that come and the one before (an order of last week still costs that); the history
 * has the older ones. Undefined where the list is older than all that is kept.
 */
export const withPriceFrom = (
  price: PriceOfDays,
  written: PriceFrom,
  today: Day,
): PriceOfDays | undefined => {
  const from = written.from || (priceOn(price, today)?.from ?? '');
  const others = pricesIn(price).filter((dated) => dated.from !== from);
  const all = [...others, { ...written, from }].sort((a, b) => (a.from < b.from ? -1 : 1));
  const begun = all.findLastIndex((dated) => dated.from <= today);
  const holds = all[Math.max(begun, 0)];
  const kept = all.slice(Math.max(begun - 1, 0));
  if (holds === undefined || !kept.some((dated) => dated.from === from)) return undefined;
  const beside = kept.filter((dated) => dated !== holds).map((dated) => [dated.from, dated.price]);
  const isAlone = beside.length === 0 && price.datedPrices === undefined;
  return {
    yearlyPrice: holds.price,
    validFrom: holds.from,
    ...(isAlone
      ? {}
      : { datedPrices: Object.fromEntries(beside) as Readonly<Record<Day, string>> }),
  };
};
