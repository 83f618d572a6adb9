import type { Habits } from '#core/import/written-habits.ts';
import type { SheetRow } from '#core/import/sheet.ts';
import { cellText } from '#core/import/tables/table-columns.ts';
import type { VipField } from './fields.ts';
import type { VipTable } from './table.ts';
import { saysNoCount, type CountMark } from './written-count.ts';

type Mark = '.' | ',';

/** What it is in each column of counts of a list. */
export type CountMarks = ReadonlyMap<VipField | '', CountMark>;

const COUNTS: readonly (VipField | '')[] = ['licences', 'used', 'quantity'];

/**
 * How a list writes its counts. Licences are whole: `12,500` has thousands, and `0,000` beside
 * `5,000` has decimals, as programs for accounts write them. Where a column says neither, the other
 * columns of counts do, and the sums of the file.
 */
export const countMarksIn = (
  { columns }: VipTable,
  rows: readonly SheetRow[],
  habits: Habits,
): CountMarks => {
  const counted = columns
    .filter(({ field }) => COUNTS.includes(field))
    .map(({ field, index }) => {
      const cells = countsUnder(rows, index);
      const mark = onlyMarkIn(cells);
      return { field, mark, cells, shows: mark === undefined ? undefined : showsIn(cells) };
    });
  return new Map(
    counted.map(({ field, mark, cells, shows }) => {
      if (shows !== undefined) return [field, shows];
      if (mark === undefined) return [field, groupsIn(cells) ? 'thousands' : 'unclear'];
      const beside = counted.some((other) => other.mark === mark && other.shows === 'decimals');
      return [field, beside ? 'decimals' : markOfSums(mark, habits)];
    }),
  );
};

/** Counts that are text: a cell stored as a number has no mark of anybody's. */
const countsUnder = (rows: readonly SheetRow[], index: number): string[] =>
  rows
    .filter(({ numbers }) => !(numbers?.includes(index) ?? false))
    .map((row) => cellText(row, index))
    .filter((text) => !saysNoCount(text));

/** The mark that each of them has, and no other. */
const onlyMarkIn = (cells: readonly string[]): Mark | undefined => {
  const marks = new Set(cells.map((text) => /^-?\d+([.,])\d+$/.exec(text)?.[1]));
  const [mark] = marks;
  return marks.size === 1 && (mark === '.' || mark === ',') ? mark : undefined;
};

/** What the mark must be by one of them at least: `0,000` and `12,00` have decimals. */
const showsIn = (cells: readonly string[]): 'thousands' | 'decimals' | undefined => {
  if (!cells.every((text) => /^-?[1-9]\d{0,2}[.,]\d{3}$/.test(text))) return 'decimals';
  return groupsIn(cells) ? 'thousands' : undefined;
};

/** Whether one of them has thousands for sure: `12,500`, `1,000,000`. */
const groupsIn = (cells: readonly string[]): boolean =>
  cells.some(
    (text) =>
      /^-?[1-9]\d{0,2}(?:[.,]\d{3})+(?:[.,]0+)?$/.test(text) && !/^-?\d+[.,]000$/.test(text),
  );

/** What the sums of the file say of the mark, or what was answered about it. */
const markOfSums = (mark: Mark, habits: Habits): CountMark => {
  const read = habits.amount(`1${mark}250`);
  if (typeof read === 'string') return 'unclear';
  return read.value === '1250.00' ? 'thousands' : 'decimals';
};
