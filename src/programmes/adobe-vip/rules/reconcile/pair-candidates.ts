import { daysBetween, isDay } from '#core/day/day.ts';
import { foldedText, foundBy } from '#core/text/found-text.ts';
import type { InvoiceLine } from '../product/invoice-line.ts';
import type { WhoseLine } from './line-customer.ts';
import type { ReconcileRow } from './row.ts';
import { compared, type OurLine } from './sides.ts';
import { anyLevelKey } from './sku-likeness.ts';

/**
 * A line of ours that a line of an invoice may be of; `isInvoiced` where another line is already.
 */
export type PairCandidate = { readonly ours: OurLine; readonly isInvoiced: boolean };

/** So many are offered. */
const OFFERED = 30;

/**
 * The order lines that an invoice line may belong to: those of its customer, or of all customers if
 * the user searches or it has none. The same product first, then lines not invoiced yet, then the
 * nearest day.
 */
export const pairCandidates = (
  line: InvoiceLine,
  ours: readonly OurLine[],
  rows: readonly ReconcileRow[],
  { whose, typed }: { readonly whose: WhoseLine; readonly typed: string },
): PairCandidate[] => {
  const customers = new Set(whose(line.data));
  const invoiced = new Set(
    rows.flatMap((row) => (row.ours !== undefined && row.theirs.length > 0 ? [row.ours.key] : [])),
  );
  const matches = foundBy(typed);
  const isMeant = (line: OurLine): boolean =>
    typed.trim() === ''
      ? customers.size === 0 || customers.has(line.customer)
      : matches(
          foldedText([line.orderNumber, line.customerName, line.product, line.sku].join(' ')),
        );
  const product = anyLevelKey(line.data.sku);
  const ranked = ours.filter(isMeant).map((ours) => ({
    ours,
    isInvoiced: invoiced.has(ours.key),
    isOther: product === '' || anyLevelKey(ours.sku) !== product,
    days: apart(ours.orderDate, line.data.orderDate),
  }));
  ranked.sort(
    (a, b) =>
      Number(a.isOther) - Number(b.isOther) ||
      Number(a.isInvoiced) - Number(b.isInvoiced) ||
      a.days - b.days ||
      compared(a.ours.key, b.ours.key),
  );
  return ranked.slice(0, OFFERED).map(({ ours: line, isInvoiced }) => ({ ours: line, isInvoiced }));
};

const apart = (a: string, b: string): number =>
  isDay(a) && isDay(b) ? Math.abs(daysBetween(a, b)) : 100_000;
