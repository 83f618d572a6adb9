import type { Instant } from '../day/instant.ts';

/**
 * One row of a sheet as read: its 1-based number in the file or sheet and its cells as text. Blank
 * rows are left out.
 */
export type SheetRow = {
  readonly number: number;
  readonly cells: readonly string[];
  /** Indexes of cells that hold a formula; their text is the formula's stored value. */
  readonly formulas?: readonly number[];
  /**
   * Indexes of cells that are stored as numbers: their text shows nobody's way of writing, and `.`
   * is the decimal mark.
   */
  readonly numbers?: readonly number[];
  /**
   * Indexes of cells in which the sheet has an error (`#REF!`) in the place of a value; their text
   * is empty.
   */
  readonly errors?: readonly number[];
  /** https addresses that lie behind cells (`HYPERLINK`), by index of the cell. */
  readonly links?: Readonly<Record<number, string>>;
  /** The currency that the sheet shows beside a number, as its format has it, by index of the cell. */
  readonly currencies?: Readonly<Record<number, string>>;
  /** Whoever has the sheet open does not see it: it is hidden, or a filter leaves it out. */
  readonly isHidden?: true;
};

/** One sheet of a file; a csv file has one, named ''. */
export type Sheet = {
  readonly name: string;
  readonly rows: readonly SheetRow[];
  /** Whoever has the file open does not see it. */
  readonly isHidden?: true;
  /** Indexes of columns that are hidden in it. */
  readonly hiddenColumns?: readonly number[];
};

/** A saved answer of a service, parsed. */
export type SavedDocument = {
  readonly name: string;
  readonly body: unknown;
  /** When the service gave it, where it was saved with its headers. */
  readonly given?: Instant | undefined;
};

/** A file as read in the worker: values only, nothing run, dates as `YYYY-MM-DD`. */
export type SheetFile = {
  readonly name: string;
  /**
   * SHA-256 of the bytes in hex; knows the same file under another name. Key it before it is
   * stored.
   */
  readonly digest: string;
  /** When it was last written (ms): what is in it is no newer. Absent where nothing says so. */
  readonly writtenAt?: number;
  readonly encoding?: string;
  readonly separator?: string;
  readonly sheets: readonly Sheet[];
  /** JSON instead of sheets; a file has one or the other. */
  readonly documents?: readonly SavedDocument[];
  /** Names of the files whose last saved answer is not whole and was left out. */
  readonly cut?: readonly string[];
  /** The row of a quote that is never closed: it was left out with all that follows. */
  readonly openQuote?: number;
};

/**
 * A cell's text as it is safe in an exported sheet: what a spreadsheet would run as a formula
 * gets a `'` in front. The first characters are those of OWASP's "CSV Injection". A negative number
 * stays as it is; anything else that begins with a sign gets the `'`, even a list (`- bread`):
 * spreadsheets skip a space after a sign (`- 2+3`, `- cmd|…`), and each has its own names,
 * functions and programs. Volym reads the cell without the `'` again (`cellText`).
 */
export const neutralCell = (text: string): string =>
  /^[=+\-@\t\r\n]/.test(text) && !/^-\d+([.,]\d+)?$/.test(text) ? `'${text}` : text;

/**
 * A spreadsheet in another language splits cells at another character, and takes a quote in the
 * middle of what it then sees as a cell for an ordinary character: what follows such a character,
 * or starts the next line, begins a cell there.
 */
const BEGINS_ANOTHER = /([;,\t\r\n])(?=[=+@]|-(?!(?:\d+(?:[.,]\d+)?)?(?:[;,\t\r\n]|$)))/g;

/**
 * At the end of a line's first cell, or after a character that separates cells elsewhere: the comma
 * that comes next may be read as a decimal mark.
 */
const [FIRST_BEGINS_NUMBER, BEGINS_NUMBER] = [/(?:^|[;\t\r\n])-\d*$/, /[;\t\r\n]-\d*$/];

/** What is between two lines of such a text. */
export const LINE_END = '\r\n';

/**
 * Rows as text with separators (RFC 4180). No cell is run as a formula by the program that opens
 * it.
 */
export const separatedText = (
  rows: readonly (readonly string[])[],
  separator: ';' | ',',
): string => {
  // In quotes it makes no formula of the number before it, and is the same where the comma parts
  // cells.
  const goesOn = (cell: string, at: number, before = ''): boolean =>
    separator === ',' &&
    !/^\d*$/.test(cell) &&
    (at === 1 ? FIRST_BEGINS_NUMBER : BEGINS_NUMBER).test(before);
  const line = (row: readonly string[]): string =>
    row.map((cell, at) => quoted(cell, separator, goesOn(cell, at, row[at - 1]))).join(separator);
  return rows.map(line).join(LINE_END);
};

const quoted = (cell: string, separator: string, inQuotes: boolean): string => {
  const text = neutralCell(cell);
  const neutral = text.replace(BEGINS_ANOTHER, "$1'");
  const needsQuotes =
    inQuotes || neutral !== text || neutral.includes(separator) || /["\r\n]/.test(neutral);
  return needsQuotes ? `"${neutral.replaceAll('"', '""')}"` : neutral;
};
