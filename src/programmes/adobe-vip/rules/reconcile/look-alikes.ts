import { daysBetween, isDay } from '#core/day/day.ts';
import type { InvoiceLine } from '../product/invoice-line.ts';
import { numberKey } from '../number-key.ts';
import type { Guess } from './guesses.ts';
import type { WhoseLine } from './line-customer.ts';
import { grouped } from '#core/grouped.ts';
import { compared, type OurLine } from './sides.ts';
import { isSameProduct } from './sku-likeness.ts';
import { skuText } from '../product/sku.ts';

/** How far apart the days of what may be one order lie at most. */
const NEAR = 14;

type Alike = { readonly ours: OurLine; readonly days: number; readonly isSameSku: boolean };

/**
 * What lines without an order may be of: an order of the same customer that nothing was invoiced
 * of.
 */
export type LookAlikes = {
  readonly of: (line: InvoiceLine) => Guess;
  /** The line that an order without one looks like. */
  readonly back: (ours: OurLine) => Guess | undefined;
};

/**
 * Guesses about the lines that are left; `free` are the lines of orders that nothing was invoiced
 * of, whatever their day.
 */
export const lookAlikes = (
  left: readonly InvoiceLine[],
  { ours, free }: { readonly ours: readonly OurLine[]; readonly free: readonly OurLine[] },
  whose: WhoseLine,
): LookAlikes => {
  const wanted = new Set(left.flatMap(({ data }) => whose(data)));
  const byCustomer = grouped(free, ({ customer }) => (wanted.has(customer) ? customer : ''));
  const asked = new Set(
    left.map(({ data }) => numberKey(data.orderNumber)).filter((number) => number !== ''),
  );
  const numbers = new Set(
    ours.map(({ orderNumber }) => numberKey(orderNumber)).filter((number) => asked.has(number)),
  );
  const back = new Map<string, Guess>();
  const of = (line: InvoiceLine): Guess => {
    const { customerNumber, customerName, orderNumber } = line.data;
    const customers = whose(line.data);
    if (customers.length === 0)
      return { code: 'no-customer', params: { number: customerNumber, name: customerName } };
    const best = customers
      .flatMap((customer) => byCustomer.get(customer) ?? [])
      .flatMap((ours) => alike(ours, line))
      .sort(nearest)[0];
    if (best !== undefined) {
      const { ours, days, isSameSku } = best;
      const place = { line: line.data.line, invoice: line.data.invoiceNumber };
      if (!back.has(ours.key)) back.set(ours.key, { code: 'looks-like-line', params: place });
      const params = { number: ours.orderNumber, days, sku: isSameSku ? 'same' : 'product' };
      return { code: 'looks-like-order', params, pairWith: ours };
    }
    if (customers.length > 1) return { code: 'several-customers', params: { name: customerName } };
    const code = numbers.has(numberKey(orderNumber)) ? 'not-in-order' : 'no-order';
    return { code, params: { number: orderNumber } };
  };
  return { of, back: ({ key }) => back.get(key) };
};

/** Same SKU, or the same product, and the same quantity, a few days apart. */
const alike = (ours: OurLine, { data }: InvoiceLine): Alike[] => {
  if (ours.quantity !== data.quantity || !isDay(ours.orderDate) || !isDay(data.orderDate))
    return [];
  const days = Math.abs(daysBetween(ours.orderDate, data.orderDate));
  if (days > NEAR) return [];
  const isSameSku = ours.sku !== '' && skuText(ours.sku) === skuText(data.sku);
  return isSameSku || isSameProduct(ours, data) ? [{ ours, days, isSameSku }] : [];
};

const nearest = (a: Alike, b: Alike): number =>
  Number(b.isSameSku) - Number(a.isSameSku) || a.days - b.days || compared(a.ours.key, b.ours.key);
