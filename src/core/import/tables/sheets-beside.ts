import type { SkippedSheet } from '../shelf.ts';
import type { Sheet } from '../sheet.ts';
import { filledRows } from './table-columns.ts';

/** The sheets with something in them that are not read with the others: none goes unnamed. */
export const sheetsBeside = (
  sheets: readonly Sheet[],
  isRead: (name: string) => boolean,
): SkippedSheet[] =>
  sheets
    .filter(({ name, rows }) => !isRead(name) && filledRows(rows).length > 0)
    .map(({ name }) => ({ name, reason: 'nothing-here' }));
