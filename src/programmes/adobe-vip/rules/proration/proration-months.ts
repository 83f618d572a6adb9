import type { Day } from '#core/day/day.ts';
import { ok, refuse, type Result } from '#core/result.ts';
import { dividedBy, exactText, times } from './exact.ts';
import { dateOf, monthDate } from '../anniversary/month-date.ts';
import {
  readPricedLine,
  termOf,
  type OrderInTerm,
  type ProrationProblem,
  type Term,
} from './proration-input.ts';

/**
 * The whole months between an order and the anniversary, both ways: Adobe does not say how a broken
 * month is rounded (adobe.md §3), so that neither is chosen here. `down` is 0 within the last
 * month.
 */
export type WholeMonths = Term & {
  readonly down: number;
  readonly up: number;
  /** The first proration date on or after the order. */
  readonly nextProrationDate: Day;
  /** The proration dates from that one to the anniversary, both included. */
  readonly dates: readonly Day[];
};

const YEAR_MONTHS = 12;

/** The longest term there is (adobe.md §1, S17). */
const LONGEST_MONTHS = 48;

/**
 * The months from an order to the anniversary by the monthly proration dates, which have the
 * anniversary's number (adobe.md §3, S5). `date` is the number it is counted from, where its own
 * month was too short for it.
 */
export const wholeMonths = (order: OrderInTerm): Result<WholeMonths, ProrationProblem> => {
  const term = termOf(order);
  if (!term.ok) return term;
  const { termEnd } = term.value;
  const { orderDate, date = dateOf(order.anniversary) } = order;
  const earlier = Array.from({ length: LONGEST_MONTHS }, (_, i) =>
    monthDate(termEnd, i - LONGEST_MONTHS, date),
  );
  const ahead = earlier.filter((day) => day >= orderDate);
  const nextProrationDate = ahead[0] ?? termEnd;
  const down = ahead.length;
  const up = nextProrationDate === orderDate ? down : down + 1;
  return ok({ ...term.value, down, up, nextProrationDate, dates: [...ahead, termEnd] });
};

/**
 * What licences cost for a number of months that the user chose: yearly × months × quantity ÷ 12,
 * to the cent. `most` is how many the term has where it is longer than a year.
 */
export const priceForMonths = (line: {
  readonly unitPrice: string;
  readonly quantity: number;
  readonly months: number;
  readonly most?: number;
}): Result<string, ProrationProblem> => {
  const priced = readPricedLine(line);
  if (!priced.ok) return priced;
  const { months } = line;
  const most = Math.max(YEAR_MONTHS, line.most ?? 0);
  if (!Number.isInteger(months) || months < 1 || months > most)
    return refuse('months-outside-term', 'months', { least: 1, most });
  const { price, quantity } = priced.value;
  return ok(exactText(dividedBy(times(price, BigInt(months) * quantity), BigInt(YEAR_MONTHS), 2)));
};
