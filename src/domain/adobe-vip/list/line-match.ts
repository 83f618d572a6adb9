import { productKey } from '../product-name.ts';
import { anyLevelKey } from '../reconcile/sku-likeness.ts';
import { isNameless } from '../type-of-product.ts';
import type { OnDesk } from './vip-desk.ts';

/** A product as a row names it. */
export type SaidLine = { readonly product: string; readonly sku: string; readonly quantity: number };

type SaidProduct = Omit<SaidLine, 'quantity'>;

/** A line of an authorization or order; `left` where less of it stands than it once had, `otherwise` as other devices wrote it. */
export type KnownLine = SaidLine & { readonly left?: number; readonly otherwise?: readonly SaidLine[] };

/** Whether a line is named as a row names its product; a SKU tells where one has no name. */
export const isNamedAs = (line: SaidProduct, said: SaidProduct): boolean =>
  !isNameless(line) && !isNameless(said)
    ? productKey(line.product) === productKey(said.product)
    : line.sku !== '' && line.sku === said.sku;

/** Whether a line is of the product that a row means: as it is named, or by its SKU, whatever the name and the level. */
export const isOfProduct = (line: SaidProduct, said: SaidProduct): boolean =>
  isNamedAs(line, said) ||
  (line.sku !== '' &&
    said.sku !== '' &&
    anyLevelKey(line.sku) !== '' &&
    anyLevelKey(line.sku) === anyLevelKey(said.sku));

type Lines = Readonly<Record<string, KnownLine>>;

const allOf = (line: KnownLine): readonly SaidLine[] => [line, ...(line.otherwise ?? [])];

/**
 * Which line a row means by the name of its product, among those that no row of the file meant before: the one with its quantity
 * first. Undefined where none is named so.
 */
export const lineMeant = (lines: Lines, one: Pick<OnDesk, 'lines'>, said: SaidLine): string | undefined =>
  firstFree(lines, one, said, (line) => allOf(line).some((own) => isNamedAs(own, said)));

/**
 * Which line a row means by the SKU of its product, where it is named otherwise: nobody names products alike. Not one that another of
 * the `rows` names.
 */
export const lineOfSku = (
  lines: Lines,
  one: Pick<OnDesk, 'lines'>,
  said: SaidLine,
  rows: () => readonly SaidLine[],
): string | undefined =>
  firstFree(lines, one, said, (line) => {
    const all = allOf(line);
    const isMeant = all.some((own) => isOfProduct(own, said));
    return isMeant && !rows().some((row) => all.some((own) => isNamedAs(own, row)));
  });

/** The first line that no row of the file meant before, whatever its product: one with a row's quantity before others. */
export const lineFree = (lines: Lines, one: Pick<OnDesk, 'lines'>, said: SaidLine): string | undefined =>
  firstFree(lines, one, said, () => true);

const firstFree = (
  lines: Lines,
  { lines: spoken }: Pick<OnDesk, 'lines'>,
  said: SaidLine,
  is: (line: KnownLine) => boolean,
): string | undefined => {
  const free = Object.entries(lines)
    .filter(([id, line]) => !spoken.has(id) && is(line))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const exact = free.find(
    ([, line]) => line.left === said.quantity || allOf(line).some(({ quantity }) => quantity === said.quantity),
  );
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
