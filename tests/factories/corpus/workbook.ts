import { utils, write, type BookType, type CellObject, type WorkbookProperties } from 'xlsx';
import type { Shape, Told } from './shape.ts';

/** A cell: a text, a number, nothing, or one that is told in full. */
export type Cell = string | number | null | CellObject;

/** A sheet to be written. */
export type MadeSheet = {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
  readonly isHidden?: boolean;
  /** Ranges that are one cell to the eye: `A1:B1`. */
  readonly merged?: readonly string[];
  /** Rows (from 1) and columns (from 0) that whoever opens it does not see. */
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly number[];
};

/** A cell that holds a day. */
export const dayCell = (day: string): CellObject => ({
  t: 'n',
  v: Math.round((Date.parse(`${day}T00:00:00Z`) - Date.parse('1899-12-30T00:00:00Z')) / 86_400_000),
  z: 'yyyy-mm-dd',
});

/** A number as it is shown: leading noughts, a currency, an exponent. */
export const formatted = (value: number, format: string): CellObject => ({
  t: 'n',
  v: value,
  z: format,
});

/** A formula with the value that the sheet last had for it. */
export const formula = (written: string, value: string | number): CellObject => ({
  t: typeof value === 'number' ? 'n' : 's',
  f: written,
  v: value,
});

/** A workbook with its sheets: `.xlsx`, `.xls` as Excel 97 wrote it, or Excel 2003's XML. */
export const bookFile = (
  file: string,
  sheets: readonly MadeSheet[],
  told: Told,
  type: BookType = file.endsWith('.xls') ? 'biff8' : 'xlsx',
  properties: WorkbookProperties = {},
): Shape => {
  const book = utils.book_new();
  for (const { name, rows, merged = [], hiddenRows = [], hiddenColumns = [] } of sheets) {
    const sheet = utils.aoa_to_sheet(rows as Cell[][]);
    sheet['!merges'] = merged.map((range) => utils.decode_range(range));
    for (const row of hiddenRows) (sheet['!rows'] ??= [])[row - 1] = { hidden: true };
    for (const column of hiddenColumns) (sheet['!cols'] ??= [])[column] = { hidden: true };
    utils.book_append_sheet(book, sheet, name);
  }
  book.Workbook = {
    WBProps: properties,
    Sheets: sheets.map(({ name, isHidden }) => ({ name, Hidden: isHidden === true ? 1 : 0 })),
  };
  const content = write(book, { type: 'array', bookType: type, compression: true }) as ArrayBuffer;
  return { file, bytes: new Uint8Array(content), ...told };
};
