import { headingKey } from './heading-key.ts';
import type { Sheet, SheetRow } from './sheet.ts';

/** Whether a row is one of headings; `below` are the rows that it would head. */
export type IsHeadings = (row: SheetRow, below: readonly SheetRow[]) => boolean;

/** The most lines that stand between a blank line and the headings of the table below it. */
const ABOVE = 10;

/** More tables than a person puts on one sheet: it is data that only looks like headings. */
const MOST = 50;

/** Rows without a blank line between them, and where in them the headings are; -1 for none. */
type Block = { readonly rows: readonly SheetRow[]; readonly headings: number };

/**
 * The tables on a sheet. One begins after a blank line, with headings that are known and perhaps a
 * few lines above them that speak of it alone; the same headings again only go on with the table.
 * Each table is a sheet of its own, with a name of its own.
 */
export const tablesOf = (sheet: Sheet, isHeadings: IsHeadings): readonly Sheet[] => {
  const tables: { rows: SheetRow[]; header: SheetRow | undefined }[] = [];
  for (const { rows, headings } of blocksOf(sheet.rows, isHeadings)) {
    const header = rows[headings];
    const table = tables.at(-1);
    const goesOn =
      table !== undefined &&
      (header === undefined ||
        table.header === undefined ||
        (headings === 0 && isSameRow(header, table.header)));
    if (!goesOn) tables.push({ rows: [...rows], header });
    else {
      for (const row of rows) table.rows.push(row);
      table.header ??= header;
    }
  }
  if (tables.length < 2 || tables.length > MOST) return [sheet];
  return tables.map(({ rows }, at) => ({ ...sheet, name: nameOf(sheet.name, at), rows }));
};

const nameOf = (name: string, at: number): string => {
  if (name === '') return `#${at + 1}`;
  return at === 0 ? name : `${name} (${at + 1})`;
};

const isSameRow = (a: SheetRow, b: SheetRow): boolean =>
  a.cells.map(headingKey).join('\n') === b.cells.map(headingKey).join('\n');

const blocksOf = (rows: readonly SheetRow[], isHeadings: IsHeadings): Block[] => {
  const starts = rows.flatMap(({ number }, at) => {
    const before = rows[at - 1];
    return before === undefined || number > before.number + 1 ? [at] : [];
  });
  return starts.map((start, at) => {
    const block = rows.slice(start, starts[at + 1]);
    return { rows: block, headings: headingsIn(block, isHeadings) };
  });
};

const headingsIn = (block: readonly SheetRow[], isHeadings: IsHeadings): number => {
  for (const [at, row] of block.slice(0, ABOVE + 1).entries()) {
    if (isHeadings(row, block.slice(at + 1))) return at;
    if (row.cells.filter((cell) => cell.trim() !== '').length > 2) return -1;
  }
  return -1;
};
