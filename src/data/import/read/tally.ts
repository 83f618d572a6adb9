import { refuse } from '#core/result.ts';
import type { SheetRow } from '#core/import/sheet.ts';
import { isShort, MOST_CHARACTERS } from '#core/text/short-text.ts';
import { LIMITS } from './limits.ts';
import type { ReadRefusal } from './read-problem.ts';

/** How much of a file has been read so far, over all its sheets. */
export type Tally = { rows: number; cells: number; characters: number };

/** A tally at zero. */
export const newTally = (): Tally => ({ rows: 0, cells: 0, characters: 0 });

/**
 * The most letters that one character is read as: a character for a whole phrase is read as its
 * letters (NFKC).
 */
const MOST_OF_ONE = 18;

/** Whether a cell is within the limit, and a record can hold the text it is read as. */
const isCell = (cell: string): boolean =>
  cell.length <= LIMITS.cell &&
  (cell.length * MOST_OF_ONE <= MOST_CHARACTERS || isShort(cell.normalize('NFKC')));

/** Counts a row in, and refuses when the file then holds more than it may. */
export const countRow = (tally: Tally, { number, cells }: SheetRow): ReadRefusal | undefined => {
  tally.rows += 1;
  tally.cells += cells.length;
  for (const cell of cells) {
    if (!isCell(cell))
      return refuse('endless-cell', undefined, { row: number, limit: LIMITS.cell });
    tally.characters += cell.length;
  }
  if (tally.rows > LIMITS.rows) return refuse('too-many-rows', undefined, { limit: LIMITS.rows });
  if (tally.cells > LIMITS.cells)
    return refuse('too-many-cells', undefined, { limit: LIMITS.cells });
  return tally.characters > LIMITS.characters
    ? refuse('unpacks-too-large', undefined, { limitMb: LIMITS.unpackedMb })
    : undefined;
};

/** Cells without the empty ones at the end; none when the row is blank. */
export const withoutTail = (cells: readonly string[]): readonly string[] =>
  cells.slice(0, cells.findLastIndex((cell) => cell.trim() !== '') + 1);
