import { isSameProduct } from '../reconcile/sku-likeness.ts';
import type { OrderLine } from './vip-order.ts';

/**
 * A line of an order with every name that it has: what is asked back or answered may speak of it by
 * any.
 */
export type NamedLine = {
  readonly id: string;
  readonly line: OrderLine;
  readonly names: readonly string[];
};

/** As lists and invoices name lines; one that a person notes has another name (`orderedName`). */
export const isListed = (id: string): boolean => /^line-\d+$/.test(id);

/** Whether two sides may say the same of something: one of them may not say it. */
export const agree = (a: string, b: string): boolean => a === b || a === '' || b === '';

type Named = readonly [id: string, line: OrderLine];

/**
 * Whether two are one line, noted by hand on one device and from a list or an invoice on another
 * that had not heard of it.
 */
const isSameLine = (left: Named, right: Named): boolean => {
  const [[id, a], [otherId, b]] = [left, right];
  const isOneListed = isListed(id) !== isListed(otherId);
  const isOfSame = a.authorizationLine === b.authorizationLine;
  const isCovered = a.authorizationLine !== '';
  if (isOfSame && isCovered && a.authorization !== undefined && b.authorization !== undefined)
    // Whatever each calls its product, and however many it says.
    return a.authorization === b.authorization && isOneListed;
  return (
    // An authorization has the SKU of its day: of another level it is the same line.
    (isOneCovered(left, right) ||
      (isOfSame && isOneListed && (isCovered || agree(a.sku, b.sku)))) &&
    a.quantity === b.quantity &&
    agree(a.licenceType, b.licenceType) &&
    isSameProduct(a, b)
  );
};

/**
 * Whether one of two is of an authorization that the other does not know of. What older versions
 * noted by hand is named as lists do.
 */
const isOneCovered = ([id, a]: Named, [otherId, b]: Named): boolean =>
  (a.authorizationLine === '') !== (b.authorizationLine === '') &&
  (isListed(id) !== isListed(otherId) || (a.authorization ?? b.authorization) === undefined);

/**
 * Merges two lines field by field, with values that only one of them has. Of two quantities the
 * list's is used, as when the list is imported here: by hand a line only covers what the
 * authorization had left.
 */
const joined = (a: OrderLine, b: OrderLine, { quantity }: OrderLine): OrderLine => ({
  ...b,
  ...a,
  quantity,
  licenceType: a.licenceType || b.licenceType,
  sku: a.sku || b.sku,
  unitPrice: a.unitPrice || b.unitPrice,
});

const LISTED = 2;

/** A line of an authorization first, then one that a person entered: their names are kept. */
const rank = ([id, line]: Named): number =>
  line.authorizationLine === '' ? (isListed(id) ? LISTED : 1) : 0;

/**
 * The lines of an order, each once. Two devices may have noted one order, and named its lines
 * differently (C4, C13).
 */
export const linesOnce = (lines: Readonly<Record<string, OrderLine>>): NamedLine[] => {
  const all = Object.entries(lines);
  const found = new Map<string, NamedLine>();
  // Lists may bring hundreds of lines, none of which is the same as another.
  const isAlone = all.length < 2 || all.every((entry) => rank(entry) === LISTED);
  for (const [id, line] of isAlone
    ? all
    : all.toSorted((a, b) => rank(a) - rank(b) || (a[0] < b[0] ? -1 : 1))) {
    const isTwin = (known: NamedLine): boolean =>
      known.names.length < 2 && isSameLine([known.id, known.line], [id, line]);
    const twin = isAlone ? undefined : [...found.values()].find(isTwin);
    if (twin === undefined) found.set(id, { id, line, names: [id] });
    else {
      const listed = isListed(id) ? line : twin.line;
      found.set(twin.id, {
        id: twin.id,
        line: joined(twin.line, line, listed),
        names: [twin.id, id],
      });
    }
  }
  return all.flatMap(([id]) => found.get(id) ?? []);
};
