import { LIMITS } from '../limits.ts';

/** A line of separated text: its cells, and where the next line begins. */
export type CsvLine = {
  readonly cells: readonly string[];
  readonly end: number;
  /** All of it is one cell in quotes. */
  readonly isOneQuoted: boolean;
};

/**
 * A line as its quotes say. `doubt`: a quote in it is never closed (`open`), or over several lines
 * by one that seems to begin another cell (`odd`).
 */
export type QuotedLine = CsvLine & { readonly doubt?: 'open' | 'odd' };

/** The cells of the line at `at`; one in quotes may go on over several lines (RFC 4180). */
export const readLine = (
  text: string,
  at: number,
  separator: string,
): QuotedLine | 'too-many-cells' => {
  const cells: string[] = [];
  let doubt: QuotedLine['doubt'];
  for (let from = at; ;) {
    const isQuoted = text[from] === '"';
    const cell = isQuoted ? readQuoted(text, from, separator) : readPlain(text, from, separator);
    if (cell === undefined) return { cells, end: text.length, isOneQuoted: false, doubt: 'open' };
    if (cell.isOdd === true) doubt = 'odd';
    if (cells.length >= LIMITS.cells) return 'too-many-cells';
    cells.push(cell.text);
    if (text[cell.end] !== separator) {
      const isOneQuoted = isQuoted && cells.length === 1 && cell.isWhole === true;
      const line = { cells, end: afterLineEnd(text, cell.end), isOneQuoted };
      return doubt === undefined ? line : { ...line, doubt };
    }
    from = cell.end + 1;
  }
};

/**
 * The cells of the line at `at` up to where it ends, whatever its quotes say: one that is not closed
 * before the next separator or the end of the line is a character like others.
 */
export const readLineAsItStands = (
  text: string,
  at: number,
  separator: string,
): CsvLine | 'too-many-cells' => {
  const cells: string[] = [];
  const lineEnd = readPlain(text, at, '').end;
  const line = text.slice(at, lineEnd);
  for (let from = 0; ;) {
    const quoted = line[from] === '"' ? readQuoted(line, from, separator) : undefined;
    const cell = quoted?.isWhole === true ? quoted : readPlain(line, from, separator);
    if (cells.length >= LIMITS.cells) return 'too-many-cells';
    cells.push(cell.text);
    if (line[cell.end] !== separator)
      return { cells, end: afterLineEnd(text, lineEnd), isOneQuoted: false };
    from = cell.end + 1;
  }
};

const afterLineEnd = (text: string, at: number): number =>
  at + (text.startsWith('\r\n', at) ? 2 : 1);

type Cell = {
  readonly text: string;
  readonly end: number;
  /** Nothing follows the closing quote. */
  readonly isWhole?: boolean;
  /** It goes on over several lines, and something follows the quote that closes it. */
  readonly isOdd?: boolean;
};

const readPlain = (text: string, from: number, separator: string): Cell => {
  let end = from;
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r')
    end += 1;
  return { text: text.slice(from, end), end };
};

/**
 * A cell in quotes; `""` stands for one. What follows the closing quote is kept unchanged. Undefined
 * where the quote is not closed within the length of a cell.
 */
const readQuoted = (text: string, from: number, separator: string): Cell | undefined => {
  let close = text.indexOf('"', from + 1);
  while (close >= 0 && text[close + 1] === '"' && close - from <= LIMITS.cell * 2)
    close = text.indexOf('"', close + 2);
  if (close < 0 || close - from > LIMITS.cell * 2) return undefined;
  const rest = readPlain(text, close + 1, separator);
  const inside = text.slice(from + 1, close);
  const isWhole = rest.text === '';
  return {
    text: inside.replaceAll('""', '"') + rest.text,
    end: rest.end,
    isWhole,
    isOdd: rest.text.trim() !== '' && /[\r\n]/.test(inside),
  };
};
