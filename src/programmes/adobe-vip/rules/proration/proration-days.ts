import { dayOf, daysBetween, type Day } from '#core/day/day.ts';
import { ok, type Result } from '#core/result.ts';
import { dividedBy, exactText, shortText, times, toTheCent } from './exact.ts';
import { dateOf, monthDate } from '../anniversary/month-date.ts';
import {
  readPricedLine,
  termOf,
  type OrderInTerm,
  type ProrationProblem,
  type Term,
} from './proration-input.ts';

/**
 * A line by days, with every step of its reckoning (adobe.md §3, C12). Sums are exact decimal text.
 */
export type LineByDays = Term & {
  /** From the order to the day before the anniversary, both counted. */
  readonly days: number;
  /**
   * The first day of the year before the anniversary: the first day of the term, unless the term
   * is longer.
   */
  readonly yearStart: Day;
  /**
   * The days of that year, 365 or 366: beside an anniversary on 29 February not always as the
   * calendar has them.
   */
  readonly yearDays: number;
  /** The 29 February within that year, or ''. */
  readonly leapDay: Day;
  /** The price per licence and day, rounded to nine decimals. */
  readonly daily: string;
  /** `daily` × days × quantity before the one rounding; of a whole year the price × quantity. */
  readonly exactLine: string;
  /** What the line costs, to the cent: the price of a year where `days` are those of the year. */
  readonly line: string;
};

const DAILY_DECIMALS = 9;

/** The leap day from `start` up to the day before `end`. */
const leapDayIn = (start: Day, end: Day): Day =>
  [start, end]
    .map((day) => dayOf(Number(day.slice(0, 4)), 2, 29))
    .find((leapDay) => leapDay !== '' && leapDay >= start && leapDay < end) ?? '';

/**
 * What licences cost from the order to the anniversary by days, as the Marketplace reckons
 * (adobe.md §3, A8): the daily price to nine decimals, then the whole line to the cent, half up;
 * nothing else is rounded. A whole year costs the price of a year: the ninth decimal of a day would
 * make cents of it for tens of thousands of licences.
 */
export const prorateByDays = (
  order: OrderInTerm & { readonly unitPrice: string; readonly quantity: number },
): Result<LineByDays, ProrationProblem> => {
  const priced = readPricedLine(order);
  if (!priced.ok) return priced;
  const term = termOf(order);
  if (!term.ok) return term;
  const { price, quantity } = priced.value;
  const { termStart, termEnd } = term.value;
  const days = daysBetween(order.orderDate, termEnd);
  const yearStart = monthDate(termEnd, -12, order.date ?? dateOf(order.anniversary));
  const yearDays = daysBetween(yearStart, termEnd);
  const daily = dividedBy(price, BigInt(yearDays), DAILY_DECIMALS);
  const exactLine =
    days === yearDays ? times(price, quantity) : times(daily, BigInt(days) * quantity);
  return ok({
    termStart,
    termEnd,
    days,
    yearStart,
    yearDays,
    leapDay: leapDayIn(yearStart, termEnd),
    daily: exactText(daily),
    exactLine: shortText(exactLine),
    line: exactText(toTheCent(exactLine)),
  });
};
