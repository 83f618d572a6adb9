import type { Day } from '../day.ts';
import { pricesIn, type PriceOfDays } from './price-days.ts';

/**
 * One price of two devices that each read another list: every day's price of both, and as the one that holds the later of theirs. Field by
 * field the price of one list would stand beside the day of the other. Of two prices of one day the greater stands.
 */
export const pricesMet = (one: PriceOfDays, other: PriceOfDays): PriceOfDays => {
  const byDay: Record<Day, string> = {};
  for (const { from, price } of [...pricesIn(one), ...pricesIn(other)])
    if (byDay[from] === undefined || byDay[from] < price) byDay[from] = price;
  const validFrom = one.validFrom > other.validFrom ? one.validFrom : other.validFrom;
  const { [validFrom]: yearlyPrice = '', ...datedPrices } = byDay;
  return { yearlyPrice, validFrom, datedPrices };
};
