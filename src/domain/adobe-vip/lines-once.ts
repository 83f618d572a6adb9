import { isSameProduct } from './reconcile/sku-likeness.ts';
import type { OrderLine } from './vip-order.ts';

/** A line of an order with every name that it has: what is asked back or answered may speak of it by any. */
export type NamedLine = { readonly id: string; readonly line: OrderLine; readonly names: readonly string[] };

/** As lists and invoices name lines; one that a person notes has another name (`orderedName`). */
export const isListed = (id: string): boolean => /^line-\d+$/.test(id);

/** Whether two sides may say the same of something: one of them may not say it. */
export const agree = (one: string, other: string): boolean => one === other || one === '' || other === '';

/** Whether two are one line, noted by hand on one device and from a list or an invoice on another that had not heard of it. */
const areOne = ([id, a]: readonly [string, OrderLine], [other, b]: readonly [string, OrderLine]): boolean => {
  const isOneCovered = (a.authorizationLine === '') !== (b.authorizationLine === '');
  const isOneListed = a.authorizationLine === b.authorizationLine && isListed(id) !== isListed(other);
  const isCovered = a.authorizationLine !== '';
  return (
    // An authorization has the SKU of its day: of another level it is the same line.
    (isOneCovered || (isOneListed && (isCovered || agree(a.sku, b.sku)))) &&
    a.quantity === b.quantity &&
    agree(a.licenceType, b.licenceType) &&
    isSameProduct(a, b)
  );
};

/** What both say; of two that differ it is the same field by field, but for what only one of them knows. */
const joined = (a: OrderLine, b: OrderLine): OrderLine => ({
  ...a,
  licenceType: a.licenceType || b.licenceType,
  ...{ sku: a.sku || b.sku, unitPrice: a.unitPrice || b.unitPrice },
});

const LISTED = 2;

/** That of an authorization first, then what a person noted: their names are kept. */
const rank = ([id, line]: readonly [string, OrderLine]): number =>
  line.authorizationLine === '' ? (isListed(id) ? LISTED : 1) : 0;

/** The lines of an order, each once. Two devices may have noted one order, and named its lines differently (C4, C13). */
export const linesOnce = (lines: Readonly<Record<string, OrderLine>>): NamedLine[] => {
  const all = Object.entries(lines);
  const found = new Map<string, NamedLine>();
  // What lists brought may be hundreds of lines, of which none is another's.
  const isAlone = all.length < 2 || all.every((entry) => rank(entry) === LISTED);
  for (const [id, line] of isAlone ? all : all.toSorted((a, b) => rank(a) - rank(b) || (a[0] < b[0] ? -1 : 1))) {
    const isTwin = (one: NamedLine): boolean => one.names.length < 2 && areOne([one.id, one.line], [id, line]);
    const twin = isAlone ? undefined : [...found.values()].find(isTwin);
    if (twin === undefined) found.set(id, { id, line, names: [id] });
    else found.set(twin.id, { id: twin.id, line: joined(twin.line, line), names: [twin.id, id] });
  }
  return all.flatMap(([id]) => found.get(id) ?? []);
};
