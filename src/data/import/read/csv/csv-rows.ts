import { ok, refuse, type Result } from '#core/result.ts';
import type { SheetRow } from '#core/import/sheet.ts';
import { LIMITS } from '../limits.ts';
import type { ReadProblem } from '../read-problem.ts';
import { rowOfTexts } from '../read-cell.ts';
import { countRow, newTally } from '../tally.ts';
import { readLine, readLineAsItStands, type CsvLine, type QuotedLine } from './csv-line.ts';
import { separatorOf } from './csv-separator.ts';
import { readLinesInQuotes } from './lines-in-quotes.ts';

/**
 * Rows of separated text. A cell is exactly its text: `00123` stays `00123`, `=1+1` is not run.
 */
export type CsvRows = {
  readonly separator: string;
  readonly rows: readonly SheetRow[];
  /** The row of a quote that is never closed: it is left out with all that follows. */
  readonly openQuote?: number;
};

/**
 * Reads separated text (RFC 4180, any of `,` `;` tab `|`). A quote that is plainly a stray mark is
 * read as one; one that is never closed ends the rows, and is an `endless-cell` before the first.
 */
export const readCsv = (text: string): Result<CsvRows, ReadProblem> => {
  const given = /^sep=([^\r\n])\r?\n/i.exec(text);
  const separator = given?.[1] ?? separatorOf(text);
  const tally = newTally();
  const rows: SheetRow[] = [];
  const before = { width: 0, areAllQuoted: true };
  // Excel does not show the line `sep=;`, but people who count lines do.
  let number = given === null ? 1 : 2;
  for (let at = given?.[0].length ?? 0; at < text.length; number += 1) {
    const line = lineAt(text, at, separator, before.width);
    if (line === 'too-many-cells')
      return refuse('too-many-cells', undefined, { limit: LIMITS.cells });
    if (line.doubt === 'open')
      return rows.length > 0
        ? ok({ separator, rows, openQuote: number })
        : refuse('endless-cell', undefined, { row: number, limit: LIMITS.cell });
    at = line.end;
    const row = rowOfTexts(number, line.cells);
    if (row === undefined) continue;
    const refusal = countRow(tally, row);
    if (refusal !== undefined) return refusal;
    before.width = line.cells.length;
    before.areAllQuoted &&= line.isOneQuoted;
    rows.push(row);
  }
  return ok((before.areAllQuoted ? readLinesInQuotes(rows) : undefined) ?? { separator, rows });
};

/** The line at `at`; as it stands where its quotes say something else and it is whole without. */
const lineAt = (
  text: string,
  at: number,
  separator: string,
  width: number,
): QuotedLine | 'too-many-cells' => {
  const line = readLine(text, at, separator);
  if (line === 'too-many-cells' || line.doubt === undefined) return line;
  const plain = readLineAsItStands(text, at, separator);
  if (plain === 'too-many-cells') return plain;
  return isLikeOthers(text, separator, plain, width) ? plain : line;
};

/** So many of the lines that follow are looked at. */
const FOLLOWING = 3;

/**
 * Whether a line has as many cells as the one above it and the next ones; without any below, it must
 * at least have an end of its own: a text that was cut off has none.
 */
const isLikeOthers = (text: string, separator: string, line: CsvLine, above: number): boolean => {
  const width = line.cells.length;
  if (above > 0 && above !== width) return false;
  const below: number[] = [];
  for (let at = line.end, left = FOLLOWING; at < text.length && left > 0; left -= 1) {
    const next = readLineAsItStands(text, at, separator);
    if (next === 'too-many-cells') return false;
    if (next.cells.some((cell) => cell.trim() !== '')) below.push(next.cells.length);
    at = next.end;
  }
  if (below.length === 0) return above > 0 && line.end <= text.length;
  return below.every((cells) => cells === width);
};
