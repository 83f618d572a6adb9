import type { Day } from '../day.ts';

/** A price, from which day it holds (or ''), and what it is from other days on: of those that have begun the newest holds. */
export type PriceOfDays = {
  readonly yearlyPrice: string;
  readonly validFrom: Day;
  /** By the first day of each: those of lists that begin later, and the one before. */
  readonly datedPrices?: Readonly<Record<Day, string>> | undefined;
};

/** A price with the first day it holds on. */
export type PriceFrom = { readonly price: string; readonly from: Day };

const pricesIn = ({ yearlyPrice, validFrom, datedPrices = {} }: PriceOfDays): PriceFrom[] =>
  Object.entries({ ...datedPrices, [validFrom]: yearlyPrice })
    .map(([from, price]) => ({ from, price }))
    .sort((a, b) => (a.from < b.from ? -1 : 1));

/** What it costs on a day; undefined where every price that is known begins later. */
export const priceOn = (one: PriceOfDays, day: Day): PriceFrom | undefined => {
  const { yearlyPrice: price, validFrom: from, datedPrices } = one;
  if (datedPrices === undefined) return from > day ? undefined : { price, from };
  return pricesIn(one).findLast((dated) => dated.from <= day);
};

/**
 * The same with what a list says: a price holds from its list's day on, so that the list of next year leaves the price of today
 * alone. A list without a day speaks of today. Kept are the price of today, those that come and the one before (an order of last
 * week still costs that); the history has the older ones. Undefined where the list is older than all that is kept.
 */
export const withPriceFrom = (one: PriceOfDays, said: PriceFrom, today: Day): PriceOfDays | undefined => {
  const from = said.from || (priceOn(one, today)?.from ?? '');
  const others = pricesIn(one).filter((dated) => dated.from !== from);
  const all = [...others, { ...said, from }].sort((a, b) => (a.from < b.from ? -1 : 1));
  const begun = all.findLastIndex((dated) => dated.from <= today);
  const holds = all[Math.max(begun, 0)];
  const kept = all.slice(Math.max(begun - 1, 0));
  if (holds === undefined || !kept.some((dated) => dated.from === from)) return undefined;
  const beside = kept.filter((dated) => dated !== holds).map((dated) => [dated.from, dated.price]);
  const isAlone = beside.length === 0 && one.datedPrices === undefined;
  return {
    ...{ yearlyPrice: holds.price, validFrom: holds.from },
    ...(isAlone ? {} : { datedPrices: Object.fromEntries(beside) as Readonly<Record<Day, string>> }),
  };
};
