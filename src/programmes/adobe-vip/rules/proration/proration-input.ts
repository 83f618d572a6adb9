import { isDay, type Day } from '#core/day/day.ts';
import { ok, refuse, type Problem, type Result } from '#core/result.ts';
import { readExact, type Exact } from './exact.ts';
import { dateOf, monthDate } from '../anniversary/month-date.ts';

/** Why a line or its time to the anniversary cannot be reckoned. */
export type ProrationProblem = Problem<
  'price-not-understood' | 'quantity-not-whole' | 'not-a-day' | 'months-outside-term'
>;

/**
 * The day of an order, and an anniversary of the customer's: the one that comes next or any other.
 */
export type OrderInTerm = {
  readonly orderDate: Day;
  readonly anniversary: Day;
  /**
   * The number of the day that the anniversary is counted from, where its own month was too short
   * for it.
   */
  readonly date?: number | undefined;
  /**
   * Where the term before the anniversary is longer than a year: its first day, or '' where nobody
   * knows it (`longTermSince`).
   */
  readonly since?: Day | undefined;
};

/** A term of the licences: its first day, and the anniversary that it ends before. */
export type Term = { readonly termStart: Day; readonly termEnd: Day };

/** Reads the yearly price per licence (decimal text with a point) and the quantity. */
export const readPricedLine = (line: {
  readonly unitPrice: string;
  readonly quantity: number;
}): Result<{ readonly price: Exact; readonly quantity: bigint }, ProrationProblem> => {
  const price = readExact(line.unitPrice);
  if (price === undefined || price.units < 0n) return refuse('price-not-understood', 'unitPrice');
  if (!Number.isSafeInteger(line.quantity) || line.quantity < 1)
    return refuse('quantity-not-whole', 'quantity');
  return ok({ price, quantity: BigInt(line.quantity) });
};

/**
 * The term that the day of an order is in. With the anniversary the next one begins, so that
 * there is always at least one day left (adobe.md §8.33); after a renewal that was closed early,
 * the running one is still that before the next anniversary.
 */
export const termOf = ({
  orderDate,
  anniversary,
  date = dateOf(anniversary),
  since,
}: OrderInTerm): Result<Term, ProrationProblem> => {
  if (!isDay(orderDate)) return refuse('not-a-day', 'orderDate');
  if (!isDay(anniversary)) return refuse('not-a-day', 'anniversary');
  const years = yearOf(orderDate) - yearOf(anniversary);
  const inYears = (count: number): Day =>
    count === 0 ? anniversary : monthDate(anniversary, count * 12, date);
  if (since !== undefined && since <= orderDate && orderDate < anniversary) {
    const yearBefore = inYears(-1);
    return ok({
      termStart: since || (orderDate < yearBefore ? orderDate : yearBefore),
      termEnd: anniversary,
    });
  }
  const last = inYears(years) > orderDate ? years : years + 1;
  return ok({ termStart: inYears(last - 1), termEnd: inYears(last) });
};

const yearOf = (day: Day): number => Number(day.slice(0, 4));
