import type { SheetRow } from '#core/import/sheet.ts';
import { rowOfTexts } from '../read-cell.ts';
import { readLine } from './csv-line.ts';
import { separatorOf } from './csv-separator.ts';

/**
 * Rows that are each one cell in quotes with a line of separated text in it (`"a;b;c"`), read once
 * more; undefined where one of them is anything else.
 */
export const readLinesInQuotes = (
  rows: readonly SheetRow[],
): { readonly separator: string; readonly rows: readonly SheetRow[] } | undefined => {
  if (rows.length < 2) return undefined;
  const lineOf = ({ cells }: SheetRow): string => cells[0] ?? '';
  const separator = separatorOf(rows.slice(0, 50).map(lineOf).join('\n'));
  const read: SheetRow[] = [];
  for (const row of rows) {
    const text = lineOf(row);
    const line = readLine(text, 0, separator);
    if (line === 'too-many-cells' || line.doubt !== undefined) return undefined;
    if (line.cells.length < 2 || line.end < text.length) return undefined;
    const cells = rowOfTexts(row.number, line.cells);
    if (cells !== undefined) read.push(cells);
  }
  return { separator, rows: read };
};
