import type { SheetRow } from '../sheet.ts';
import { HEADINGS_WITHIN } from './table-columns.ts';

/** How many cells of a row have something in them. */
export const filledIn = ({ cells }: SheetRow): number =>
  cells.filter((cell) => cell.trim() !== '').length;

/** Whether a row can be one of headings: it has several cells. */
export const mayBeHeadings = (row: SheetRow): boolean => filledIn(row) > 1;

/**
 * Which of the first rows are the headings of a list that someone says it is, and how many of them
 * it knows: the row with most, else the first that may be one. Undefined where all are empty.
 */
export const likelyHeadings = (
  rows: readonly SheetRow[],
  knownIn: (row: SheetRow) => number,
): { readonly at: number; readonly known: number } | undefined => {
  const top = rows.slice(0, HEADINGS_WITHIN);
  const isLine = top.some(mayBeHeadings)
    ? mayBeHeadings
    : (row: SheetRow): boolean => filledIn(row) > 0;
  const known = top.map((row) => (isLine(row) ? knownIn(row) : -1));
  const most = Math.max(-1, ...known);
  return most < 0 ? undefined : { at: known.indexOf(most), known: most };
};

/**
 * Whether a row on top is no heading at all, but a code like those below it. `hidden` are the columns
 * that may hold codes.
 */
export const isCodeOnTop = (row: SheetRow, hidden: readonly number[]): boolean =>
  hidden.some((index) => /\d/.test(row.cells[index] ?? ''));

/**
 * The columns without what may be a code in the place of a heading: headings are shown, and
 * remembered.
 */
export const withoutCodes = <Column extends { readonly index: number; readonly heading: string }>(
  columns: readonly Column[],
  hidden: readonly number[],
): Column[] =>
  columns.map((column) =>
    hidden.includes(column.index) && /\d/.test(column.heading)
      ? { ...column, heading: '' }
      : column,
  );
