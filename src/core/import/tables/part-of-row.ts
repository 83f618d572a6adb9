import type { SheetRow } from '../sheet.ts';
import { filledRows } from './table-columns.ts';

/** The columns of one table: from the first, up to the one that begins the next. */
export type Part = { readonly from: number; readonly to: number };

type Written<Row> = { -readonly [Field in keyof Row]: Row[Field] };

/** A row with nothing in it but what is in some of its columns; they keep their places. */
export const within = (row: SheetRow, { from, to }: Part): SheetRow => {
  const isIn = (index: number): boolean => index >= from && index < to;
  const { formulas, numbers, errors, links, currencies, ...rest } = row;
  const cells = row.cells.slice(0, to).map((cell, index) => (isIn(index) ? cell : ''));
  const part: Written<SheetRow> = { ...rest, cells };
  if (formulas !== undefined) part.formulas = formulas.filter(isIn);
  if (numbers !== undefined) part.numbers = numbers.filter(isIn);
  if (errors !== undefined) part.errors = errors.filter(isIn);
  const inPart = (all: Readonly<Record<number, string>>): Record<number, string> =>
    Object.fromEntries(Object.entries(all).filter(([index]) => isIn(Number(index))));
  if (links !== undefined) part.links = inPart(links);
  if (currencies !== undefined) part.currencies = inPart(currencies);
  return part;
};

/**
 * The rows of a sheet in the parts that they have from the row `at` on. The lines above it belong to
 * the part that they are above, or to all where only the first has any.
 */
export const inParts = (
  rows: readonly SheetRow[],
  at: number,
  parts: readonly Part[],
): readonly (readonly SheetRow[])[] => {
  const above = rows.slice(0, at);
  const below = rows.slice(at);
  const second = parts[1]?.from ?? 0;
  const areOfAll = above.every(({ cells }) =>
    cells.slice(second).every((cell) => cell.trim() === ''),
  );
  return parts.map((part) => [
    ...(areOfAll ? above : filledRows(above.map((row) => within(row, part)))),
    ...filledRows(below.map((row) => within(row, part))),
  ]);
};
