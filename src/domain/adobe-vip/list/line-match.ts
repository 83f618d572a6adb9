import { productKey } from '../product-name.ts';
import { isNameless } from '../type-of-product.ts';
import type { OnDesk } from './vip-desk.ts';

/** A product as a row names it. */
export type SaidLine = { readonly product: string; readonly sku: string; readonly quantity: number };

/** A line of an authorization or order; `left` where less of it stands than it once had. */
export type KnownLine = SaidLine & { readonly left?: number };

/** Whether a line is of the product that a row names; a SKU tells where one has no name. */
export const isOfProduct = (line: Omit<SaidLine, 'quantity'>, said: Omit<SaidLine, 'quantity'>): boolean =>
  !isNameless(line) && !isNameless(said)
    ? productKey(line.product) === productKey(said.product)
    : line.sku !== '' && line.sku === said.sku;

/**
 * Which line a row means, among those that no row of the file meant before: the one with its quantity first. Undefined where the row
 * brings a line of its own.
 */
export const lineMeant = (
  lines: Readonly<Record<string, KnownLine>>,
  { lines: spoken }: Pick<OnDesk, 'lines'>,
  said: SaidLine,
): string | undefined => {
  const free = Object.entries(lines)
    .filter(([id, line]) => !spoken.has(id) && isOfProduct(line, said))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const exact = free.find(([, { quantity, left }]) => quantity === said.quantity || left === said.quantity);
  return (exact ?? free[0])?.[0];
};

/** The id of a line that comes next: the same on every device that reads the same list. */
export const nextLine = (lines: Readonly<Record<string, unknown>>): string => {
  let at = Object.keys(lines).length + 1;
  const idOf = (number: number): string => `line-${String(number).padStart(3, '0')}`;
  while (idOf(at) in lines) at += 1;
  return idOf(at);
};

/** A draft whose lines are named as a list names them: where it meets what a list made of it, they are the same lines. */
export const withListedLines = <One extends { readonly data: { readonly lines: Readonly<Record<string, unknown>> } }>(
  draft: One,
): One => {
  const lines: Record<string, unknown> = {};
  for (const line of Object.values(draft.data.lines)) lines[nextLine(lines)] = line;
  return { ...draft, data: { ...draft.data, lines } };
};

/** What tells two rows of one record apart. */
export const lineKey = ({ product, sku, quantity }: SaidLine): string =>
  `${product === '' ? '' : productKey(product)}|${sku}|${quantity}`;
