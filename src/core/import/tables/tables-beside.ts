import { headingKey } from '../heading-key.ts';
import type { SheetRow } from '../sheet.ts';
import type { IsHeadings } from './knows-headings.ts';
import { inParts, within, type Part } from './part-of-row.ts';
import { HEADINGS_WITHIN } from './table-columns.ts';

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
  heads: IsHeadings,
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
    return inParts(rows, at, parts);
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
