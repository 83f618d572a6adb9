import {
  CFB,
  parse_zip,
  read,
  SSF,
  type CellObject,
  type ParsingOptions,
  type WorkBook,
  type WorkSheet,
} from 'xlsx';
import { ok, refuse, type Result } from '#core/result.ts';
import type { Sheet, SheetRow } from '#core/import/sheet.ts';
import { currencyInFormat } from './currency-in-format.ts';
import { hiddenInXlsx, NOTHING_HIDDEN, type HiddenParts } from './hidden-in-xlsx.ts';
import { numberText } from './number-text.ts';
import { MOST_COLUMNS, MOST_ROWS, rowOfCells, type ReadCell } from './read-cell.ts';
import type { ReadProblem, ReadRefusal } from './read-problem.ts';
import { countRow, newTally, type Tally } from './tally.ts';
import type { WorkbookParts } from './workbook-parts.ts';
import type { MergedCells, SheetParts } from './xls/xls-sheet-parts.ts';
import type { XlsStream } from './xls/xls-stream.ts';

type Sheets = Result<readonly Sheet[], ReadProblem>;

/** Values and number formats; nothing is calculated, and macros and pictures are ignored. */
const OPTIONS: ParsingOptions = {
  dense: true,
  cellFormula: true,
  cellNF: true,
  cellHTML: false,
  cellText: false,
};

/** The sheets of an .xlsx or .xlsm whose parts have been unpacked and checked. */
export const readXlsx = (parts: WorkbookParts): Sheets => {
  const container = CFB.utils.cfb_new();
  for (const [name, content] of parts)
    CFB.utils.cfb_add(container, name, content, { unsafe: true });
  return sheetsOf(() => parse_zip(container, { ...OPTIONS }), hiddenInXlsx(parts));
};

/** The sheets of an .xls, from its checked workbook stream. */
export const readXls = ({ values, parts }: XlsStream): Sheets =>
  sheetsOf(() => read(values, { ...OPTIONS, type: 'array' }), parts);

/** The sheets of an Excel 2003 XML file. */
export const readExcelXml = (text: string): Sheets =>
  sheetsOf(() => read(text, { ...OPTIONS, type: 'string', raw: true }));

/** What is hidden in a sheet, and what is merged where the package does not say it. */
type SaidOfSheet = HiddenParts & Partial<SheetParts>;

/**
 * What the package throws means a damaged file; a password is refused before it gets here, or named
 * by it.
 */
const sheetsOf = (parse: () => WorkBook, parts: readonly SaidOfSheet[] = []): Sheets => {
  let book: WorkBook;
  try {
    book = silently(parse);
  } catch (error) {
    return refuse(/password/i.test(String(error)) ? 'password-protected' : 'damaged-file');
  }
  const tally = newTally();
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  const sheets: Sheet[] = [];
  for (const [at, name] of book.SheetNames.entries()) {
    const sheet = book.Sheets[name];
    // The package silently leaves out a sheet that it could not read.
    if (sheet === undefined) return refuse('damaged-file');
    const said: SaidOfSheet = parts[at] ?? NOTHING_HIDDEN;
    const { merged = sheet['!merges'] ?? [], ...hidden } = said;
    fillMerged(sheet['!data'] ?? [], merged);
    const read = rowsOf(sheet, date1904, tally);
    if ('ok' in read) return read;
    const shown = withHidden({ name, rows: read }, hidden);
    sheets.push(isHidden(book, name) ? { ...shown, isHidden: true } : shown);
  }
  return ok(sheets);
};

const withHidden = ({ name, rows }: Sheet, hidden: HiddenParts): Sheet => {
  const marked = rows.map((row) =>
    hidden.rows.has(row.number) ? ({ ...row, isHidden: true } as const) : row,
  );
  const sheet = { name, rows: hidden.rows.size === 0 ? rows : marked };
  return hidden.columns.length === 0 ? sheet : { ...sheet, hiddenColumns: hidden.columns };
};

/** Whether the program that shows the workbook leaves a sheet out, at its owner's wish or a macro's. */
const isHidden = ({ Workbook }: WorkBook, name: string): boolean =>
  (Workbook?.Sheets?.find((sheet) => sheet.name === name)?.Hidden ?? 0) > 0;

/**
 * The package logs names and numbers that it does not know to the console; the content of a sheet
 * belongs in no log.
 */
const silently = <T>(work: () => T): T => {
  const { log, warn, error } = console;
  const nothing = (): void => undefined;
  Object.assign(console, { log: nothing, warn: nothing, error: nothing });
  try {
    return work();
  } finally {
    Object.assign(console, { log, warn, error });
  }
};

const rowsOf = (sheet: WorkSheet, date1904: boolean, tally: Tally): SheetRow[] | ReadRefusal => {
  const data: (CellObject | undefined)[][] = sheet['!data'] ?? [];
  const rows: SheetRow[] = [];
  // Rows are sparse: only those that are there are visited.
  for (const key of Object.keys(data)) {
    const cells = data[Number(key)] ?? [];
    if (Number(key) >= MOST_ROWS || cells.length > MOST_COLUMNS) return refuse('damaged-file');
    const read = Array.from(cells, (cell) => cell && cellOf(cell, date1904));
    const row = rowOfCells(Number(key) + 1, read);
    if (row === undefined) continue;
    const refusal = countRow(tally, row);
    if (refusal !== undefined) return refusal;
    rows.push(row);
  }
  return rows;
};

/** Steps that filling may take: merged cells may lie over each other. */
const MOST_FILLED = 1_000_000;

/**
 * A cell that is merged over several rows says the same of each of them; to the right it says no more
 * than in the first column.
 */
const fillMerged = (data: (CellObject | undefined)[][], merged: readonly MergedCells[]): void => {
  let left = MOST_FILLED;
  for (const { s: first, e: last } of merged) {
    const cell = data[first.r]?.[first.c];
    if (cell?.v === undefined) continue;
    for (let r = first.r + 1; r <= last.r && r < data.length && left > 0; r += 1) {
      left -= 1;
      const row = data[r];
      if (row !== undefined && row[first.c]?.v === undefined) row[first.c] = cell;
    }
  }
};

/** A formula that an array covers (`F`) is written in its first cell alone. */
const cellOf = (cell: CellObject, date1904: boolean): ReadCell => {
  const day = isDate(cell) ? dayOf(cell, date1904) : undefined;
  return {
    text: day ?? textOf(cell),
    isNumber: cell.t === 'n' && day === undefined,
    currency: cell.t === 'n' && day === undefined ? currencyInFormat(String(cell.z ?? '')) : '',
    isError: cell.t === 'e',
    formula: cell.f ?? (cell.F === undefined ? undefined : ''),
  };
};

const textOf = (cell: CellObject): string => {
  if (cell.v === undefined || cell.v === null) return '';
  if (cell.t === 'b') return cell.v === true ? 'TRUE' : 'FALSE';
  // A format of noughts (`0000000000`) shows leading noughts that belong to a number people read.
  const width = /^0{2,20}$/.exec(String(cell.z ?? ''))?.[0].length ?? 0;
  return typeof cell.v === 'number' ? numberText(cell.v, width) : String(cell.v);
};

const isDate = (cell: CellObject): boolean =>
  cell.t === 'n' && cell.z !== undefined && SSF.is_date(String(cell.z));

/** The day as `YYYY-MM-DD`, whatever the zone; undefined for a time alone. */
const dayOf = ({ v: value }: CellObject, date1904: boolean): string | undefined => {
  const day = typeof value === 'number' ? SSF.parse_date_code(value, { date1904 }) : undefined;
  return day && day.y > 1900
    ? `${day.y}-${String(day.m).padStart(2, '0')}-${String(day.d).padStart(2, '0')}`
    : undefined;
};
