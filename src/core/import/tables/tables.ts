import { headingKey } from '../heading-key.ts';
import { filledIn } from './heading-row.ts';
import { headingsIn, mayHead } from './headings-in.ts';
import type { IsHeadings, KnowsHeadings } from './knows-headings.ts';
import { listsBeside } from './lists-beside.ts';
import type { Sheet, SheetRow } from '../sheet.ts';
import { tablesBeside } from './tables-beside.ts';

/** More tables than a person puts on one sheet: it is data that only looks like headings. */
const MOST = 50;

/** Rows that are looked at: a long list with a blank line after each row has no tables below it. */
const MOST_LOOKED_AT = 1000;

/** Rows without a blank line between them, and where in them the headings are; -1 for none. */
type Block = { readonly rows: readonly SheetRow[]; readonly headings: number };

/**
 * The tables on the sheets of a file. One begins after a blank line, with headings that are known and
 * perhaps a few lines above them that speak of it alone; the same headings again only go on with the
 * table. So does one that is beside another, under the same headings once more, or under those of
 * another list after an empty column. Each table is a sheet of its own, with a name that no other
 * sheet of the file has.
 */
export const tablesOf = (sheets: readonly Sheet[], known: Known): readonly Sheet[] => {
  const taken = new Set(sheets.map(({ name }) => name));
  return sheets.flatMap((sheet) => {
    const tables = tablesOn(sheet.rows, known.heads).flatMap((rows) => besideIn(rows, known));
    if (tables.length < 2) return [sheet];
    return tables.map((rows, at) => ({ ...sheet, name: nameOf(sheet.name, at, taken), rows }));
  });
};

type Known = Pick<KnowsHeadings, 'heads' | 'rowsUnder'>;

/** The tables that are side by side among rows; below one there may be another where the next goes on. */
const besideIn = (
  rows: readonly SheetRow[],
  { heads, rowsUnder }: Known,
): readonly (readonly SheetRow[])[] => {
  const alike = tablesBeside(rows, (row, below) => mayHead(row) && heads(row, below));
  if (alike.length > 1) return alike;
  const lists = listsBeside(rows, rowsUnder);
  if (lists.length < 2) return [rows];
  return lists.flatMap((list) => {
    const tables = tablesOn(list, heads);
    return tables.length === 0 ? [list] : tables;
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
  all: readonly SheetRow[],
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
