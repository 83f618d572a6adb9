import { headingKey } from '../heading-key.ts';
import { filledIn } from './heading-row.ts';
import type { Sheet, SheetRow } from '../sheet.ts';
import { tablesBeside } from './tables-beside.ts';

/** Whether a row is one of headings; `below` are the rows that it would head. */
export type IsHeadings = (row: SheetRow, below: readonly SheetRow[]) => boolean;

/** The most lines that stand between a blank line and the headings of the table below it. */
const ABOVE = 10;

/** More tables than a person puts on one sheet: it is data that only looks like headings. */
const MOST = 50;

/** Rows that are looked at: a long list with a blank line after each row has no tables below it. */
const MOST_LOOKED_AT = 1000;

/** Rows without a blank line between them, and where in them the headings are; -1 for none. */
type Block = { readonly rows: readonly SheetRow[]; readonly headings: number };

/**
 * The tables on the sheets of a file. One begins after a blank line, with headings that are known and
 * perhaps a few lines above them that speak of it alone; the same headings again only go on with the
 * table. So does one that is beside another, under the same headings once more. Each table is a sheet
 * of its own, with a name that no other sheet of the file has.
 */
export const tablesOf = (sheets: readonly Sheet[], isHeadings: IsHeadings): readonly Sheet[] => {
  const taken = new Set(sheets.map(({ name }) => name));
  return sheets.flatMap((sheet) => {
    const tables = tablesOn(sheet, isHeadings).flatMap((rows) =>
      tablesBeside(rows, (row, below) => mayHead(row) && isHeadings(row, below)),
    );
    if (tables.length < 2) return [sheet];
    return tables.map((rows, at) => ({ ...sheet, name: nameOf(sheet.name, at, taken), rows }));
  });
};

const nameOf = (name: string, at: number, taken: Set<string>): string => {
  if (name === '') return `#${at + 1}`;
  if (at === 0) return name;
  let nth = at + 1;
  while (taken.has(`${name} (${nth})`)) nth += 1;
  taken.add(`${name} (${nth})`);
  return `${name} (${nth})`;
};

const tablesOn = (
  { rows: all }: Sheet,
  isHeadings: IsHeadings,
): readonly (readonly SheetRow[])[] => {
  const tables: { rows: SheetRow[]; header: SheetRow | undefined }[] = [];
  for (const { rows, headings } of blocksOf(all, isHeadings)) {
    const header = rows[headings];
    const table = tables.at(-1);
    if (table === undefined || (header !== undefined && begins(table, header, headings))) {
      tables.push({ rows: [...rows], header });
      if (tables.length > MOST) return [];
      continue;
    }
    for (const row of rows) table.rows.push(row);
    table.header ??= header;
  }
  return tables.map(({ rows }) => rows);
};

/**
 * Whether headings begin another table than the one above: not where they are its own once more, or
 * where nothing but lines of text is above them.
 */
const begins = (
  table: { readonly rows: readonly SheetRow[]; readonly header: SheetRow | undefined },
  header: SheetRow,
  at: number,
): boolean => {
  if (table.header === undefined) return table.rows.some((row) => filledIn(row) > 2);
  return at > 0 || !isSameRow(header, table.header);
};

const isSameRow = (a: SheetRow, b: SheetRow): boolean =>
  a.cells.map(headingKey).join('\n') === b.cells.map(headingKey).join('\n');

const blocksOf = (rows: readonly SheetRow[], isHeadings: IsHeadings): Block[] => {
  const starts = rows.flatMap(({ number }, at) => {
    const before = rows[at - 1];
    return before === undefined || number > before.number + 1 ? [at] : [];
  });
  let lookedAt = 0;
  const isAsked: IsHeadings = (row, below) => {
    if (lookedAt >= MOST_LOOKED_AT || !mayHead(row)) return false;
    lookedAt += 1;
    return isHeadings(row, below);
  };
  return starts.map((start, at) => {
    const block = rows.slice(start, starts[at + 1]);
    return { rows: block, headings: headingsIn(block, isAsked) };
  });
};

/** Headings are words: no number, day or address is among them. */
export const mayHead = ({ cells }: SheetRow): boolean =>
  !cells.some((cell) => cell.includes('@') || /^\s*[-+]?\d[\d\s.,:/-]*$/.test(cell));

const headingsIn = (block: readonly SheetRow[], isHeadings: IsHeadings): number => {
  for (const [at, row] of block.slice(0, ABOVE + 1).entries()) {
    if (isHeadings(row, block.slice(at + 1))) return at;
    if (filledIn(row) > 2) return -1;
  }
  return -1;
};
