import type { SheetRow } from '../sheet.ts';
import { filledIn } from './heading-row.ts';
import type { IsHeadings } from './knows-headings.ts';

/** The most lines that stand above the headings of a table and speak of it alone. */
export const MOST_ABOVE = 10;

/** Headings are words: no number, day or address is among them. */
export const mayHead = ({ cells }: SheetRow): boolean =>
  !cells.some((cell) => cell.includes('@') || /^\s*[-+]?\d[\d\s.,:/-]*$/.test(cell));

/** Where the headings of a table are among its rows, with at most a few lines above them; or -1. */
export const headingsIn = (rows: readonly SheetRow[], isHeadings: IsHeadings): number => {
  for (const [at, row] of rows.slice(0, MOST_ABOVE + 1).entries()) {
    if (isHeadings(row, rows.slice(at + 1))) return at;
    if (filledIn(row) > 2) return -1;
  }
  return -1;
};
