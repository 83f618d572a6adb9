import { headingKey } from '../heading-key.ts';
import type { SheetRow } from '../sheet.ts';
import { filledRows, HEADINGS_WITHIN } from './table-columns.ts';

/** The columns of one table: from the first, up to the one that begins the next. */
type Part = { readonly from: number; readonly to: number };

/** What a row of headings is asked; `below` are the rows that it would head. */
type Heads = (row: SheetRow, below: readonly SheetRow[]) => boolean;

type Written<Row> = { -readonly [Field in keyof Row]: Row[Field] };

/** More than anybody puts beside each other. */
const MOST = 20;

/**
 * The tables that are side by side under one row of headings, from left to right: the same headings
 * come once more, after an empty column or at once. Each keeps its cells where they are in the sheet.
 * The lines above the headings belong to the table that they are above, or to all where only the first
 * has any. One table where no headings are repeated.
 */
export const tablesBeside = (
  rows: readonly SheetRow[],
  heads: Heads,
): readonly (readonly SheetRow[])[] => {
  for (const [at, header] of rows.slice(0, HEADINGS_WITHIN).entries()) {
    const parts = partsOf(header);
    if (parts.length < 2 || parts.length > MOST) continue;
    const below = rows.slice(at + 1);
    const sample = below.slice(0, HEADINGS_WITHIN);
    const isHeaded = (part: Part): boolean =>
      heads(
        within(header, part),
        sample.map((row) => within(row, part)),
      );
    if (!parts.every(isHeaded)) continue;
    const above = rows.slice(0, at);
    const second = parts[1]?.from ?? 0;
    const areOfAll = above.every(({ cells }) =>
      cells.slice(second).every((cell) => cell.trim() === ''),
    );
    return parts.map((part) => [
      ...(areOfAll ? above : filledRows(above.map((row) => within(row, part)))),
      within(header, part),
      ...filledRows(below.map((row) => within(row, part))),
    ]);
  }
  return [rows];
};

/** The parts of a row that repeat each other: those between empty cells, else those of one length. */
const partsOf = ({ cells }: SheetRow): readonly Part[] => {
  const keys = cells.map(headingKey);
  const runs = runsIn(keys);
  const [first, second] = runs;
  if (first === undefined) return [];
  const starts =
    second === undefined
      ? repeatsIn(first.keys).map((start) => first.from + start)
      : runs.every((run) => areAlike(run.keys, first.keys))
        ? runs.map(({ from }) => from)
        : [];
  return starts.map((start, at) => ({
    from: at === 0 ? 0 : start,
    to: starts[at + 1] ?? Number.POSITIVE_INFINITY,
  }));
};

type Run = { readonly from: number; readonly keys: string[] };

/** The headings that are beside each other without an empty cell between them. */
const runsIn = (keys: readonly string[]): readonly Run[] => {
  const runs: Run[] = [];
  for (const [at, key] of keys.entries()) {
    const run = runs.at(-1);
    if (key === '') continue;
    if (run !== undefined && run.from + run.keys.length === at) run.keys.push(key);
    else runs.push({ from: at, keys: [key] });
  }
  return runs;
};

/**
 * Whether one has no heading but those of the other, and most of them: a column may be left out the
 * second time. A single one beside several is a column more of the same rows.
 */
const areAlike = (a: readonly string[], b: readonly string[]): boolean => {
  const [few, many] = a.length < b.length ? [a, b] : [b, a];
  return few.length * 2 > many.length && few.every((key) => many.includes(key));
};

/** Where headings begin that are the same ones again and again; the shortest that are so. */
const repeatsIn = (keys: readonly string[]): readonly number[] => {
  for (let length = 1; length <= keys.length / 2; length += 1) {
    if (keys.length % length !== 0) continue;
    if (keys.every((key, at) => key === keys[at % length]))
      return Array.from({ length: keys.length / length }, (_, at) => at * length);
  }
  return [];
};

/** A row with nothing in it but what is in some of its columns; they keep their places. */
const within = (row: SheetRow, { from, to }: Part): SheetRow => {
  const isIn = (index: number): boolean => index >= from && index < to;
  const { formulas, numbers, errors, links, ...rest } = row;
  const cells = row.cells.slice(0, to).map((cell, index) => (isIn(index) ? cell : ''));
  const part: Written<SheetRow> = { ...rest, cells };
  if (formulas !== undefined) part.formulas = formulas.filter(isIn);
  if (numbers !== undefined) part.numbers = numbers.filter(isIn);
  if (errors !== undefined) part.errors = errors.filter(isIn);
  if (links !== undefined)
    part.links = Object.fromEntries(Object.entries(links).filter(([index]) => isIn(Number(index))));
  return part;
};
