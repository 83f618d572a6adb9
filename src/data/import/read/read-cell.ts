import type { SheetRow } from '#core/import/sheet.ts';
import { withoutTail } from './tally.ts';

/** A cell of a workbook as read. */
export type ReadCell = {
  readonly text: string;
  readonly isNumber?: boolean;
  /** The program that wrote it had an error in the place of its value. */
  readonly isError?: boolean;
  /** '' where the formula is not known. */
  readonly formula?: string | undefined;
  /** What its number format shows beside it, where that is a currency. */
  readonly currency?: string;
  /** The address behind the cell. */
  readonly link?: string | undefined;
};

/**
 * A row of such cells; those that are not there are empty, and so are dashes and errors, which are
 * marked. Undefined for a blank row.
 */
export const rowOfCells = (
  number: number,
  cells: readonly (ReadCell | undefined)[],
): SheetRow | undefined => {
  const [numbers, formulas, errors]: [number[], number[], number[]] = [[], [], []];
  const links: [number, string][] = [];
  const currencies: [number, string][] = [];
  const texts = withoutTail(Array.from(cells, textOf));
  for (const [at, cell] of cells.entries()) {
    if (cell === undefined) continue;
    if (isError(cell)) errors.push(at);
    if (at >= texts.length) continue;
    if (cell.isNumber === true) numbers.push(at);
    if (cell.formula !== undefined) formulas.push(at);
    if (cell.currency) currencies.push([at, cell.currency]);
    const link = cell.link ?? addressIn(cell.formula ?? '');
    if (link !== undefined) links.push([at, link]);
  }
  if (texts.length === 0 && errors.length === 0) return undefined;
  const row: { -readonly [Part in keyof SheetRow]: SheetRow[Part] } = { number, cells: texts };
  if (formulas.length > 0) row.formulas = formulas;
  if (numbers.length > 0) row.numbers = numbers;
  if (errors.length > 0) row.errors = errors;
  if (links.length > 0) row.links = Object.fromEntries(links);
  if (currencies.length > 0) row.currencies = Object.fromEntries(currencies);
  return row;
};

/** A row of texts, as a file without types has them; undefined for a blank one. */
export const rowOfTexts = (number: number, texts: readonly string[]): SheetRow | undefined =>
  texts.some((text) => isErrorText(text) || isDash(text))
    ? rowOfCells(
        number,
        texts.map((text) => ({ text })),
      )
    : plainRow(number, withoutTail(texts));

const plainRow = (number: number, cells: readonly string[]): SheetRow | undefined =>
  cells.length === 0 ? undefined : { number, cells };

const textOf = (cell: ReadCell | undefined): string =>
  cell === undefined || isError(cell) || isDash(cell.text) ? '' : cell.text;

/** A dash alone stands for nothing, as Excel shows a nought in its accounting format. */
const isDash = (text: string): boolean => text.length <= 3 && /^ ?[-–—] ?$/.test(text);

const isError = ({ isError: isSaid = false, isNumber, text }: ReadCell): boolean =>
  isSaid || (isNumber !== true && isErrorText(text));

/**
 * What spreadsheets show in the place of a value that they cannot give, in any language: `#REF!`,
 * `#NAME?`, `#DIV/0!`, `#VÄRDEFEL!`, `#N/A`, `#NV`; LibreOffice also `Err:502`.
 */
const isErrorText = (text: string): boolean =>
  (text.startsWith('#') && /^#(?:[\p{Lu}_]{2,16}(?:\/0)?[!?]|N\/A|NV)$/u.test(text)) ||
  (text.startsWith('Err:') && /^Err:\d{3}$/.test(text));

/**
 * The address that a `HYPERLINK` formula spells out; one that is put together is not worked out.
 */
const addressIn = (formula: string): string | undefined =>
  /^HYPERLINK\(\s*"(https:\/\/[^"]{1,2000})"\s*(?:[,;]|\))/i.exec(formula)?.[1];

/** The rows that a sheet of any spreadsheet program has at most. */
export const MOST_ROWS = 1_048_576;

/** The columns that it has at most. */
export const MOST_COLUMNS = 16_384;
