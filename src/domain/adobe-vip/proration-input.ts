import { isDay, type Day } from '../day.ts';
import { ok, refuse, type Problem, type Result } from '../result.ts';
import { readExact, type Exact } from './exact.ts';
import { dateOf, monthDate } from './month-date.ts';

/** Why a line or its time to the anniversary cannot be reckoned. */
export type ProrationProblem = Problem<
  | 'price-not-understood'
  | 'quantity-not-whole'
  | 'not-a-day'
  | 'order-in-next-term'
  | 'order-before-term'
  | 'months-outside-term'
>;

/** Reads the yearly price of one licence (decimal text with a point) and how many there are. */
export const readPricedLine = (line: {
  readonly unitPrice: string;
  readonly quantity: number;
}): Result<{ readonly price: Exact; readonly quantity: bigint }, ProrationProblem> => {
  const price = readExact(line.unitPrice);
  if (price === undefined || price.units < 0n) return refuse('price-not-understood', 'unitPrice');
  if (!Number.isSafeInteger(line.quantity) || line.quantity < 1) return refuse('quantity-not-whole', 'quantity');
  return ok({ price, quantity: BigInt(line.quantity) });
};

/**
 * The first day of the term that an order falls in: one year before the anniversary. An order on the anniversary belongs to
 * the next term, so that there is always at least one day left (adobe.md §8.33).
 */
export const termStartOf = (order: {
  readonly orderDate: Day;
  readonly anniversary: Day;
  /** The number of the day that the anniversary is counted from, where its own month was too short for it. */
  readonly date?: number;
}): Result<Day, ProrationProblem> => {
  const { orderDate, anniversary, date = dateOf(anniversary) } = order;
  if (!isDay(orderDate)) return refuse('not-a-day', 'orderDate');
  if (!isDay(anniversary)) return refuse('not-a-day', 'anniversary');
  if (orderDate >= anniversary) return refuse('order-in-next-term', 'orderDate', { anniversary });
  const termStart = monthDate(anniversary, -12, date);
  if (orderDate < termStart) return refuse('order-before-term', 'orderDate', { termStart });
  return ok(termStart);
};
