import { productKey } from '#programmes/adobe-vip/rules/product/product-name.ts';
import { anyLevelKey } from '#programmes/adobe-vip/rules/reconcile/sku-likeness.ts';
import { isNameless } from '#programmes/adobe-vip/rules/order/type-of-product.ts';
import type { OnDesk } from './desk.ts';

/** A product as a row names it. */
export type ListedLine = {
  readonly product: string;
  readonly sku: string;
  readonly quantity: number;
};

type ListedProduct = Omit<ListedLine, 'quantity'>;

/**
 * A line of an authorization or order; `left` if less of it remains than it once had, `otherwise`
 * as other devices wrote it.
 */
export type KnownLine = ListedLine & {
  readonly left?: number;
  readonly otherwise?: readonly ListedLine[];
};

/** Whether a line is named as a row names its product; a SKU tells where one has no name. */
export const isNamedAs = (line: ListedProduct, product: ListedProduct): boolean =>
  !isNameless(line) && !isNameless(product)
    ? productKey(line.product) === productKey(product.product)
    : line.sku !== '' && line.sku === product.sku;

/**
 * Whether a line is of the product that a row means: as it is named, or by its SKU, whatever the
 * name and the level.
 */
export const isOfProduct = (line: ListedProduct, product: ListedProduct): boolean =>
  isNamedAs(line, product) ||
  (line.sku !== '' &&
    product.sku !== '' &&
    anyLevelKey(line.sku) !== '' &&
    anyLevelKey(line.sku) === anyLevelKey(product.sku));

type Lines = Readonly<Record<string, KnownLine>>;

const allOf = (line: KnownLine): readonly ListedLine[] => [line, ...(line.otherwise ?? [])];

type Free = Pick<OnDesk, 'lines'>;

/**
 * Which line a row means by the name of its product, among those that no row of the file meant
 * before.
 */
export const lineNamed = (lines: Lines, free: Free, line: ListedLine): string | undefined =>
  firstOf(namedIn(lines, free, line), line);

/**
 * Which line a row means: one with its quantity, by name before SKU, else one with another. Nobody
 * names products alike; by its SKU none is meant that another of the `rows` names. Undefined where
 * the row brings a line of its own.
 */
export const lineMeant = (
  lines: Lines,
  free: Free,
  wanted: ListedLine,
  rows: () => readonly ListedLine[],
): string | undefined => {
  const named = namedIn(lines, free, wanted);
  if (exactIn(named, wanted) !== undefined) return exactIn(named, wanted);
  const isOthers = (all: readonly ListedLine[]): boolean =>
    rows().some((row) => all.some((own) => isNamedAs(own, row)));
  const bySku = freeIn(lines, free, (line) => {
    const all = allOf(line);
    return all.some((own) => isOfProduct(own, wanted)) && !isOthers(all);
  });
  return exactIn(bySku, wanted) ?? firstOf(named, wanted) ?? firstOf(bySku, wanted);
};

/**
 * The first line that no row of the file meant before, whatever its product: one with a row's
 * quantity before others.
 */
export const lineFree = (lines: Lines, free: Free, line: ListedLine): string | undefined =>
  firstOf(
    freeIn(lines, free, () => true),
    line,
  );

type Entry = readonly [id: string, line: KnownLine];

const namedIn = (lines: Lines, free: Free, named: ListedLine): readonly Entry[] =>
  freeIn(lines, free, (line) => allOf(line).some((own) => isNamedAs(own, named)));

const freeIn = (
  lines: Lines,
  { lines: spoken }: Free,
  isMatch: (line: KnownLine) => boolean,
): readonly Entry[] =>
  Object.entries(lines)
    .filter(([id, line]) => !spoken.has(id) && isMatch(line))
    .sort(([a], [b]) => (a < b ? -1 : 1));

const exactIn = (all: readonly Entry[], { quantity }: ListedLine): string | undefined =>
  all.find(
    ([, line]) => line.left === quantity || allOf(line).some((own) => own.quantity === quantity),
  )?.[0];

const firstOf = (all: readonly Entry[], line: ListedLine): string | undefined =>
  exactIn(all, line) ?? all[0]?.[0];

/** The id of a line that comes next: the same on every device that reads the same list. */
export const nextLine = (lines: Readonly<Record<string, unknown>>): string => {
  let at = Object.keys(lines).length + 1;
  while (Object.hasOwn(lines, lineId(at))) at += 1;
  return lineId(at);
};

const lineId = (number: number): string => `line-${String(number).padStart(3, '0')}`;

/**
 * A draft whose lines are named as a list names them: where it meets what a list made of it, they
 * are the same lines.
 */
export const withListedLines = <
  One extends { readonly data: { readonly lines: Readonly<Record<string, unknown>> } },
>(
  draft: One,
): One => {
  const lines = Object.values(draft.data.lines).map((line, at) => [lineId(at + 1), line] as const);
  return { ...draft, data: { ...draft.data, lines: Object.fromEntries(lines) } };
};

/** What distinguishes two rows of the same record. */
export const lineKey = ({ product, sku, quantity }: ListedLine): string =>
  `${product === '' ? '' : productKey(product)}|${sku}|${quantity}`;
