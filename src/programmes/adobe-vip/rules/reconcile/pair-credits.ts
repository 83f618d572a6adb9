import type { InvoiceLine } from '../product/invoice-line.ts';
import { numberKey } from '../number-key.ts';
import { productKey } from '../product/product-name.ts';
import { grouped } from '#core/grouped.ts';
import { byOrder, type Paired } from './pair-by-key.ts';
import { answeredLine } from './pair-invoices.ts';
import { byInvoice, type OurLine, type OurReturn } from './sides.ts';
import { anyLevelKey } from './sku-likeness.ts';
import { skuText } from '../product/sku.ts';

/**
 * Credits by the return that they are of (`returnKey`), and those that correct what was invoiced of
 * an order's line.
 */
export type PairedCredits = {
  readonly ofReturn: ReadonlyMap<string, readonly InvoiceLine[]>;
  /** By the key of our line. */
  readonly ofLine: ReadonlyMap<string, readonly InvoiceLine[]>;
  readonly left: readonly InvoiceLine[];
};

/** One text for a return of an order's line. */
export const returnKey = ({ id, of }: Pick<OurReturn, 'id' | 'of'>): string => `${id} ${of}`;

/**
 * Pairs returns and credits. Of a line of ours the one with the quantity of a granted return is its
 * credit, any return that Adobe made goes to what was granted, and what is over corrects what was
 * invoiced; with neither it is left.
 */
export const pairCredits = (
  mine: ReadonlyMap<string, OurLine>,
  credits: readonly InvoiceLine[],
  paired: Paired,
): PairedCredits => {
  const ofReturn = new Map<string, InvoiceLine[]>();
  const ofLine = new Map<string, InvoiceLine[]>();
  const left: InvoiceLine[] = [];
  const candidatesOf = candidates(mine, credits, paired);
  const add = (to: Map<string, InvoiceLine[]>, key: string, line: InvoiceLine): void =>
    void to.set(key, [...(to.get(key) ?? []), line]);
  const isFree = (ourReturn: OurReturn): boolean => !ofReturn.has(returnKey(ourReturn));
  const sorted = credits.toSorted(byInvoice);
  // Exact quantities first, so that no other credit takes their return.
  const inexact = sorted.filter((line) => {
    const returns = candidatesOf(line).flatMap((ours) => ours.returns);
    const exact = returns.find(
      (ourReturn) => isFree(ourReturn) && ourReturn.quantity === -line.data.quantity,
    );
    if (exact === undefined) return true;
    add(ofReturn, returnKey(exact), line);
    return false;
  });
  for (const line of inexact) {
    const found = candidatesOf(line);
    const returns = found.flatMap((ours) => ours.returns);
    const taken = returns.find(isFree) ?? returns.at(-1);
    const billed = answeredLine(mine, line) ?? found.find(({ key }) => paired.of(key).length > 0);
    if (taken !== undefined && (line.data.charge === 'return' || billed === undefined))
      add(ofReturn, returnKey(taken), line);
    else if (billed !== undefined) add(ofLine, billed.key, line);
    else left.push(line);
  }
  return { ofReturn, ofLine, left };
};

/**
 * The lines of ours that a credit may be of: by the return's own number, else by order number and
 * product, else the order's only line.
 */
const candidates = (
  all: ReadonlyMap<string, OurLine>,
  credits: readonly InvoiceLine[],
  paired: Paired,
): ((line: InvoiceLine) => readonly OurLine[]) => {
  const numbers = new Set(credits.map(({ data }) => numberKey(data.orderNumber)));
  const ours = [...all.values()];
  const byReference = grouped(
    ours.filter(({ returns }) => returns.length > 0),
    ({ returns }) =>
      returns.map(({ reference }) => numberKey(reference)).find((number) => number !== '') ?? '',
  );
  const byNumber = grouped(ours, ({ orderNumber }) => {
    const number = numberKey(orderNumber);
    return numbers.has(number) ? number : '';
  });
  return (line) => {
    const answered = answeredLine(all, line);
    if (answered !== undefined) return [answered];
    const { data } = line;
    const number = numberKey(data.orderNumber);
    const referred = number === '' ? undefined : byReference.get(number);
    if (referred !== undefined) return referred.toSorted(byOrder);
    const inOrder = number === '' ? [] : (byNumber.get(number) ?? []);
    const by = (
      keyOf: (product: { readonly sku: string; readonly product: string }) => string,
    ): OurLine[] =>
      keyOf(data) === '' ? [] : inOrder.filter((line) => keyOf(line) === keyOf(data));
    const ways = [
      by(({ sku }) => skuText(sku)),
      by(({ sku }) => anyLevelKey(sku)),
      by(({ product }) => productKey(product)),
      inOrder.length === 1 ? inOrder : [],
      // What is billed under the same SKU, whatever ours says.
      inOrder.filter(({ key }) =>
        paired.of(key).some((line) => skuText(line.data.sku) === skuText(data.sku)),
      ),
    ];
    return (ways.find((found) => found.length > 0) ?? []).toSorted(byOrder);
  };
};
