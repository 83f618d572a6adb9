import type { SheetRow } from '../sheet.ts';
import { filledIn, mayBeHeadings } from './heading-row.ts';
import { headingsIn, mayHead, MOST_ABOVE } from './headings-in.ts';
import type { RowsAre, RowsUnder } from './knows-headings.ts';
import { inParts, within, type Part } from './part-of-row.ts';
import { filledRows, HEADINGS_WITHIN, widthOf } from './table-columns.ts';

/** More than anybody puts beside each other. */
const MOST = 20;

/** A list among columns: where its headings are, what its rows are, and those that have something. */
type List = {
  readonly headings: number;
  readonly are: RowsAre;
  readonly rows: readonly SheetRow[];
  /** Whether a row among them heads another table below the first. */
  heads(row: SheetRow, below: readonly SheetRow[]): boolean;
};

/**
 * Lists of different things that are side by side, from left to right, with an empty column between
 * them: each has headings that make it a list of its own, and goes on by itself. What stands between
 * two without being a list goes with the one to its left. One table where that is not certain: an
 * empty column may as well part what belongs together.
 */
export const listsBeside = (
  rows: readonly SheetRow[],
  rowsUnder: RowsUnder,
): readonly (readonly SheetRow[])[] => {
  const top = rows.slice(0, HEADINGS_WITHIN);
  const starts = top
    .slice(0, MOST_ABOVE + 1)
    .flatMap((row, at) => (mayBeHeadings(row) ? [at] : []));
  for (const start of starts) {
    if (partsOf(top.slice(start), rowsUnder) === undefined) continue;
    const parts = partsOf(rows.slice(start), rowsUnder);
    if (parts !== undefined) return inParts(rows, start, parts);
  }
  return [rows];
};

/** The columns of each list; undefined where there are not several that go on by themselves. */
const partsOf = (rows: readonly SheetRow[], rowsUnder: RowsUnder): readonly Part[] | undefined => {
  const bands = bandsIn(rows);
  if (bands.length < 2 || bands.length > MOST) return undefined;
  const found = bands.map((band) => ({ band, list: listIn(rows, band, rowsUnder) }));
  const lists = found.flatMap(({ list }) => list ?? []);
  if (lists.length < 2 || !areApart(lists)) return undefined;
  const headed = rows.filter(({ number }) => lists.some(({ headings }) => headings === number));
  const isBlock = (band: Part): boolean => headed.some((row) => filledIn(within(row, band)) > 1);
  // Several headings that nobody knows are a block of a list that is one with those beside it.
  if (found.some(({ band, list }) => list === undefined && isBlock(band))) return undefined;
  const begin = found.flatMap(({ band, list }) => (list === undefined ? [] : [band.from]));
  return begin.map((from, at) => ({
    from: at === 0 ? 0 : from,
    to: begin[at + 1] ?? Number.POSITIVE_INFINITY,
  }));
};

/** The columns that are beside each other with no empty one between them. */
const bandsIn = (rows: readonly SheetRow[]): readonly Part[] => {
  const isFilled = Array.from({ length: widthOf(rows) }, () => false);
  for (const { cells } of rows)
    for (const [at, cell] of cells.entries())
      if (isFilled[at] === false && cell.trim() !== '') isFilled[at] = true;
  return isFilled.flatMap((filled, from) => {
    if (!filled || isFilled[from - 1] === true) return [];
    const empty = isFilled.indexOf(false, from);
    return [{ from, to: empty < 0 ? isFilled.length : empty }];
  });
};

const listIn = (rows: readonly SheetRow[], band: Part, rowsUnder: RowsUnder): List | undefined => {
  const beside = rows
    .slice(0, MOST_ABOVE + 1)
    .flatMap(({ cells }) => cells.filter((_, at) => at < band.from || at >= band.to));
  const own = filledRows(rows.map((row) => within(row, band)));
  const areUnder = (row: SheetRow, below: readonly SheetRow[]): RowsAre | undefined =>
    mayBeHeadings(row) && mayHead(row) && below.length > 0
      ? rowsUnder(row, below.slice(0, HEADINGS_WITHIN), beside)
      : undefined;
  const heads = (row: SheetRow, below: readonly SheetRow[]): boolean =>
    areUnder(row, below) !== undefined;
  const at = headingsIn(own, heads);
  const header = own[at];
  if (header === undefined) return undefined;
  const below = own.slice(at + 1);
  const are = areUnder(header, below);
  return are && { headings: header.number, are, rows: below, heads };
};

/**
 * Whether lists go on by themselves: their headings are in different rows, and none of them has holes
 * where another one goes on. Under one row of headings they may as well be one table, whatever is below:
 * who has which, or a customer and its price. Beside what is given away stands to whom: that is a list
 * of its own only where it goes on when there is no more to give.
 */
const areApart = (lists: readonly List[]): boolean => {
  const rowsOfHeadings = new Set(lists.map(({ headings }) => headings));
  if (rowsOfHeadings.size < lists.length) return false;
  const all = new Set(lists.flatMap(({ rows }) => rows.map(({ number }) => number)));
  const inOrder = [...all].toSorted((a, b) => a - b);
  if (lists.some((list) => hasHoles(list, inOrder))) return false;
  const ends = lists.map(({ rows }) => rows.at(-1)?.number ?? 0);
  const goesOnBeside = (at: number): boolean =>
    ends.every((end, other) => other === at || end > (ends[at] ?? 0));
  return lists.every(({ are }, at) => are !== 'given-away' || goesOnBeside(at));
};

/** Whether a list pauses where another one goes on, and goes on itself without headings. */
const hasHoles = ({ headings, rows, heads }: List, all: readonly number[]): boolean => {
  let next = all.findIndex((number) => number > headings);
  for (const [at, row] of rows.entries()) {
    if (all[next] !== row.number) {
      if (!heads(row, rows.slice(at + 1))) return true;
      next = all.indexOf(row.number);
    }
    next += 1;
  }
  return false;
};
