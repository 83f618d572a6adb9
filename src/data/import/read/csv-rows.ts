import { ok, refuse, type Result } from '#core/result.ts';
import type { SheetRow } from '#core/import/sheet.ts';
import { LIMITS } from './limits.ts';
import type { ReadProblem } from './read-problem.ts';
import { countRow, newTally, withoutTail } from './tally.ts';

/**
 * Rows of separated text. A cell is exactly its text: `00123` stays `00123`, `=1+1` is not run.
 */
export type CsvRows = { readonly separator: string; readonly rows: readonly SheetRow[] };

const SEPARATORS = [',', ';', '\t', '|'];

/**
 * Reads separated text (RFC 4180, any of `,` `;` tab `|`). A quote that is never closed is an
 * `endless-cell`.
 */
export const readCsv = (text: string): Result<CsvRows, ReadProblem> => {
  const given = /^sep=([^\r\n])\r?\n/i.exec(text);
  const separator = given?.[1] ?? separatorOf(text);
  const tally = newTally();
  const rows: SheetRow[] = [];
  // Excel does not show the line `sep=;`, but people who count lines do.
  let number = given === null ? 1 : 2;
  for (let at = given?.[0].length ?? 0; at < text.length; number += 1) {
    const line = readLine(text, at, separator);
    if (line === 'endless-cell')
      return refuse('endless-cell', undefined, { row: number, limit: LIMITS.cell });
    if (line === 'too-many-cells')
      return refuse('too-many-cells', undefined, { limit: LIMITS.cells });
    at = line.end;
    const row = { number, cells: withoutTail(line.cells) };
    if (row.cells.length === 0) continue;
    const refusal = countRow(tally, row);
    if (refusal !== undefined) return refusal;
    rows.push(row);
  }
  return ok({ separator, rows });
};

type Cell = { readonly text: string; readonly end: number };

type Line = { readonly cells: readonly string[]; readonly end: number };

/** The cells from `at` to the end of the line, and where the next line begins. */
const readLine = (
  text: string,
  at: number,
  separator: string,
): Line | 'endless-cell' | 'too-many-cells' => {
  const cells: string[] = [];
  for (let from = at; ;) {
    const cell =
      text[from] === '"' ? readQuoted(text, from, separator) : readPlain(text, from, separator);
    if (cell === undefined) return 'endless-cell';
    if (cells.length >= LIMITS.cells) return 'too-many-cells';
    cells.push(cell.text);
    if (text[cell.end] !== separator)
      return { cells, end: cell.end + (text.startsWith('\r\n', cell.end) ? 2 : 1) };
    from = cell.end + 1;
  }
};

const readPlain = (text: string, from: number, separator: string): Cell => {
  let end = from;
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r')
    end += 1;
  return { text: text.slice(from, end), end };
};

/** A cell in quotes; `""` stands for one. What follows the closing quote is kept unchanged. */
const readQuoted = (text: string, from: number, separator: string): Cell | undefined => {
  let close = text.indexOf('"', from + 1);
  while (close >= 0 && text[close + 1] === '"' && close - from <= LIMITS.cell * 2)
    close = text.indexOf('"', close + 2);
  if (close < 0 || close - from > LIMITS.cell * 2) return undefined;
  const rest = readPlain(text, close + 1, separator);
  return { text: text.slice(from + 1, close).replaceAll('""', '"') + rest.text, end: rest.end };
};

/** The separator that occurs equally often in most of the first lines, outside quotes. */
const separatorOf = (text: string): string => {
  const lines = firstLines(text.slice(0, 65_536));
  const weights = SEPARATORS.map((separator) => {
    const counts = lines
      .map((line) => line.split(separator).length - 1)
      .filter((count) => count > 0);
    return Math.max(
      0,
      ...counts.map((count) => count * counts.filter((other) => other === count).length),
    );
  });
  return SEPARATORS[weights.indexOf(Math.max(...weights))] ?? ',';
};

const firstLines = (text: string): string[] =>
  text
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, 50);
