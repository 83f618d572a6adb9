import { daysBetween, isDay, type Day } from '#core/day/day.ts';
import type { InvoiceLine } from '../product/invoice-line.ts';
import { compared } from './sides.ts';

/** An imported report: one billing cycle of one file. */
export type Report = {
  readonly key: string;
  readonly run: string;
  readonly billingCycle: string;
  readonly lines: number;
};

/** Tells of a day whether what was read says something of it. */
export type Covers = (day: Day) => boolean;

/** The report that a line came with. */
export const reportKey = ({ data }: InvoiceLine): string =>
  `${data.origin?.run ?? ''}|${data.billingCycle}`;

/** The reports that lines came with, the latest billing cycle first. */
export const reportsOf = (lines: readonly InvoiceLine[]): Report[] => {
  const found = new Map<string, Report>();
  for (const line of lines) {
    const key = reportKey(line);
    const { origin, billingCycle } = line.data;
    const count = (found.get(key)?.lines ?? 0) + 1;
    found.set(key, { key, run: origin?.run ?? '', billingCycle, lines: count });
  }
  return [...found.values()].sort(
    (a, b) => compared(b.billingCycle, a.billingCycle) || compared(a.run, b.run),
  );
};

/**
 * A month without an order between two that are invoiced: the earlier one was billed late, and says
 * nothing of the time between.
 */
const GAP = 31;

/**
 * Which days the lines cover: from the first to the last order that a report charges. An order more
 * than a month away from the others covers only its own day.
 */
export const coveredDays = (lines: readonly InvoiceLine[]): Covers => {
  const days = new Map<string, Set<Day>>();
  for (const line of lines) {
    if (line.data.charge !== 'invoice' || !isDay(line.data.orderDate)) continue;
    const key = reportKey(line);
    days.set(key, (days.get(key) ?? new Set()).add(line.data.orderDate));
  }
  const spans = [...days.values()].flatMap((of) => spansOf([...of].sort(compared)));
  return (day) => isDay(day) && spans.some(([from, to]) => from <= day && day <= to);
};

const spansOf = (days: readonly Day[]): (readonly [Day, Day])[] => {
  const spans: [Day, Day][] = [];
  for (const day of days) {
    const last = spans.at(-1);
    if (last !== undefined && daysBetween(last[1], day) <= GAP) last[1] = day;
    else spans.push([day, day]);
  }
  return spans;
};
