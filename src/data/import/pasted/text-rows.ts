import { withTabs } from './spaced-columns.ts';

/**
 * Pasted text as a sheet of separated text: without the marks of a mail that is answered, and with
 * tabs where columns are made of spaces. Every line stays where it is, so that rows are numbered
 * as they were pasted.
 */
export const textRows = (text: string): string => {
  if (NO_LINES.test(text)) return text;
  const lines = text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u00a0\u2007\u202f]/g, ' ')
    .split('\n');
  return withTabs(withoutQuoteMarks(lines).map(withoutRule)).join('\n');
};

/** A saved answer or a page: spaces in it part nothing. */
const NO_LINES = /^\s*(?:[{[<]|HTTP\/)/;

/** What a mail program puts before each line of the mail that is answered. */
const QUOTE_MARKS = /^ ?(?:> ?)+/;

const withoutQuoteMarks = (lines: readonly string[]): readonly string[] => {
  const filled = lines.filter((line) => line.trim() !== '');
  // In a sheet, `>100` is a value: marks have a space behind them, or are before each line.
  const areMarked = filled.length > 1 && filled.every(isMarked);
  const marked = areMarked
    ? filled.length
    : filled.filter((line) => /^ ?>+(?: |$)/.test(line)).length;
  const isSheet = !areMarked && goesOnUnmarked(filled) && !isQuoted(filled);
  return marked < 2 || isSheet ? lines : lines.map((line) => line.replace(QUOTE_MARKS, ''));
};

/** Whether lines with a mark are rows of a table of which the line before or after them is, too. */
const goesOnUnmarked = (filled: readonly string[]): boolean =>
  filled.some((line, at) => {
    const next = filled[at + 1] ?? '';
    const width = widthOf(line);
    return width > 1 && width === widthOf(next) && isMarked(line) !== isMarked(next);
  });

/**
 * Whether the marks are a mail's all the same: no cell begins with two of them, and headings begin
 * with none, so that a table whose headings have one was quoted, whatever was added below it.
 */
const isQuoted = (filled: readonly string[]): boolean => {
  const [first] = filled.filter((line) => widthOf(line) > 1);
  const isHeading = first !== undefined && isMarked(first) && !/\d/.test(first);
  return isHeading || filled.some((line) => /^ ?> ?>/.test(line));
};

const isMarked = (line: string): boolean => /^ ?>/.test(line);

/** How many cells a line has, as sheets part them: there is a space after a comma in a sentence. */
const widthOf = (line: string): number => line.split(/\t|[;|]|,(?=[^\s,])| {3,}/).length;

/** A line of dashes that is drawn under the headings says nothing. */
const withoutRule = (line: string): string =>
  /^[\s|+]*[-=_\u2500\u2501]{3}[-=_\s|+\u2500\u2501]*$/.test(line) ? '' : line;
