import type { InvoiceLine } from '../product/invoice-line.ts';
import { numberKey } from '../number-key.ts';
import { productKey } from '../product/product-name.ts';
import { answeredPair } from './answers.ts';
import type { WhoseLine } from './line-customer.ts';
import { grouped } from '#core/grouped.ts';
import { pairByKey, type Keys, type Paired } from './pair-by-key.ts';
import { ourKey, type OurLine } from './sides.ts';
import { skuText } from '../product/sku.ts';
import { anyLevelKey } from './sku-likeness.ts';

const joined = (...parts: readonly string[]): string => (parts.includes('') ? '' : parts.join('|'));

/** Both sides by order number and something of the product. */
const byNumberAnd = (
  of: (product: { readonly sku: string; readonly product: string }) => string,
): Keys => ({
  ours: (line) => joined(numberKey(line.orderNumber), of(line)),
  theirs: ({ data }) => joined(numberKey(data.orderNumber), of(data)),
});

/** Order number with the SKU, with the product whatever its level, with the product's name. */
const STEPS: readonly Keys[] = [
  byNumberAnd(({ sku }) => skuText(sku)),
  byNumberAnd(({ sku }) => anyLevelKey(sku)),
  byNumberAnd(({ product }) => productKey(product)),
];

/** Our line that someone said an invoice line belongs to, if it still exists. */
export const answeredLine = (
  mine: ReadonlyMap<string, OurLine>,
  line: InvoiceLine,
): OurLine | undefined => {
  const answered = answeredPair(line);
  return answered === undefined ? undefined : mine.get(ourKey(answered.order, answered.line));
};

/**
 * Pairs what is invoiced with the lines of our orders: what someone answered, by order number and
 * product, then what is alone in its order on both sides, then by purchase order number, customer
 * and SKU.
 */
export const pairInvoices = (
  mine: ReadonlyMap<string, OurLine>,
  theirs: readonly InvoiceLine[],
  whose: WhoseLine,
  to: Paired,
): void => {
  for (const line of theirs) {
    const answered = answeredLine(mine, line);
    if (answered !== undefined) to.put(answered.key, line);
  }
  const numbers = new Set(theirs.map(({ data }) => numberKey(data.orderNumber)));
  const ours = [...mine.values()];
  const numbered = ours.filter(
    ({ orderNumber }) => orderNumber !== '' && numbers.has(numberKey(orderNumber)),
  );
  const isFree = ({ key }: OurLine): boolean => to.of(key).length === 0;
  for (const keys of STEPS) pairByKey(numbered.filter(isFree), theirs, keys, to);
  // A product that is billed in parts, one of them under another level.
  for (const keys of STEPS) pairByKey(numbered, theirs, keys, to);
  pairTheOnesLeft(numbered.filter(isFree), theirs, to);
  pairByPurchaseOrder(ours, theirs, whose, to);
};

const pairTheOnesLeft = (
  free: readonly OurLine[],
  theirs: readonly InvoiceLine[],
  to: Paired,
): void => {
  const mine = grouped(free, ({ orderNumber }) => numberKey(orderNumber));
  const left = grouped(
    theirs.filter((line) => !to.has(line)),
    ({ data }) => numberKey(data.orderNumber),
  );
  for (const [number, lines] of left) {
    const [only, ...more] = mine.get(number) ?? [];
    const isSameProduct = new Set(lines.map(({ data }) => skuText(data.sku))).size === 1;
    if (only !== undefined && more.length === 0 && isSameProduct)
      for (const line of lines) to.put(only.key, line);
  }
};

/**
 * A purchase order number is not unique (adobe.md §3): where both sides have an order number, the
 * quantity must agree too.
 */
const pairByPurchaseOrder = (
  ours: readonly OurLine[],
  theirs: readonly InvoiceLine[],
  whose: WhoseLine,
  to: Paired,
): void => {
  const unpaired = theirs.filter((line) => !to.has(line) && line.data.purchaseOrderNumber !== '');
  if (unpaired.length === 0) return;
  const known = new Set(ours.map(({ orderNumber }) => numberKey(orderNumber)));
  known.delete('');
  const left = unpaired.filter(({ data }) => !known.has(numberKey(data.orderNumber)));
  const free = (): OurLine[] =>
    ours.filter(
      ({ key, purchaseOrderNumber }) => purchaseOrderNumber !== '' && to.of(key).length === 0,
    );
  pairByKey(
    free(),
    left,
    byPurchaseOrder(whose, (quantity) => String(quantity)),
    to,
  );
  const whatever = byPurchaseOrder(whose, () => 'any');
  const unnumbered = free().filter(({ orderNumber }) => orderNumber === '');
  pairByKey(unnumbered, left, whatever, to);
  const nameless = left.filter(({ data }) => data.orderNumber === '');
  pairByKey(free(), nameless, whatever, to);
};

const byPurchaseOrder = (whose: WhoseLine, counted: (quantity: number) => string): Keys => ({
  ours: ({ purchaseOrderNumber, customer, sku, quantity }) =>
    joined(numberKey(purchaseOrderNumber), customer, skuText(sku), counted(quantity)),
  theirs: ({ data }) => {
    const [customer = '', ...others] = whose(data);
    const isOnlyCustomer = others.length === 0;
    return joined(
      numberKey(data.purchaseOrderNumber),
      isOnlyCustomer ? customer : '',
      skuText(data.sku),
      counted(data.quantity),
    );
  },
});
