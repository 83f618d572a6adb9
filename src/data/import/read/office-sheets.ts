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
import type { ReadProblem, ReadRefusal } from './read-problem.ts';
import { countRow, newTally, withoutTail, type Tally } from './tally.ts';
import type { WorkbookParts } from './workbook-parts.ts';

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
  return sheetsOf(() => parse_zip(container, { ...OPTIONS }));
};

/** The sheets of an .xls, from its checked workbook stream. */
export const readXls = (stream: Uint8Array): Sheets =>
  sheetsOf(() => read(stream, { ...OPTIONS, type: 'array' }));

/** The sheets of an Excel 2003 XML file. */
export const readExcelXml = (text: string): Sheets =>
  sheetsOf(() => read(text, { ...OPTIONS, type: 'string', raw: true }));

/**
 * What the package throws means a damaged file; a password is refused before it gets here, or named
 * by it.
 */
const sheetsOf = (parse: () => WorkBook): Sheets => {
  let book: WorkBook;
  try {
    book = silently(parse);
  } catch (error) {
    return refuse(/password/i.test(String(error)) ? 'password-protected' : 'damaged-file');
  }
  const tally = newTally();
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  const sheets: Sheet[] = [];
  for (const name of book.SheetNames) {
    const sheet = book.Sheets[name];
    // The package silently leaves out a sheet that it could not read.
    if (sheet === undefined) return refuse('damaged-file');
    const rows = rowsOf(sheet, date1904, tally);
    if ('ok' in rows) return rows;
    sheets.push(isHidden(book, name) ? { name, rows, isHidden: true } : { name, rows });
  }
  return ok(sheets);
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

const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 16_384;

const rowsOf = (sheet: WorkSheet, date1904: boolean, tally: Tally): SheetRow[] | ReadRefusal => {
  const data: (CellObject | undefined)[][] = sheet['!data'] ?? [];
  const rows: SheetRow[] = [];
  // Rows are sparse: only those that are there are visited.
  for (const key of Object.keys(data)) {
    const cells = data[Number(key)] ?? [];
    if (Number(key) >= MOST_ROWS || cells.length > MOST_COLUMNS) return refuse('damaged-file');
    const row = rowOf(Number(key) + 1, cells, date1904);
    if (row.cells.length === 0) continue;
    const refusal = countRow(tally, row);
    if (refusal !== undefined) return refusal;
    rows.push(row);
  }
  return rows;
};

const rowOf = (
  number: number,
  cells: readonly (CellObject | undefined)[],
  date1904: boolean,
): SheetRow => {
  const texts = withoutTail(
    Array.from(cells, (cell) => (cell === undefined ? '' : textOf(cell, date1904))),
  );
  const places = cells.map((_, index) => index).filter((index) => index < texts.length);
  const formulas = places.filter(
    (index) => cells[index]?.f !== undefined || cells[index]?.F !== undefined,
  );
  const numbers = places.filter((index) => cells[index]?.t === 'n' && !isDate(cells[index]));
  const links = formulas.flatMap((index) => {
    const address = addressIn(cells[index]?.f ?? '');
    return address === undefined ? [] : [[index, address] as const];
  });
  return {
    number,
    cells: texts,
    ...(formulas.length > 0 ? { formulas } : {}),
    ...(numbers.length > 0 ? { numbers } : {}),
    ...(links.length > 0 ? { links: Object.fromEntries(links) } : {}),
  };
};

/**
 * The address that a `HYPERLINK` formula spells out; one that is put together is not worked out.
 */
const addressIn = (formula: string): string | undefined =>
  /^HYPERLINK\(\s*"(https:\/\/[^"]{1,2000})"\s*(?:[,;]|\))/i.exec(formula)?.[1];

const textOf = (cell: CellObject, date1904: boolean): string => {
  if (cell.v === undefined || cell.v === null) return '';
  if (cell.t === 'e') return '#ERROR';
  if (cell.t === 'b') return cell.v === true ? 'TRUE' : 'FALSE';
  return typeof cell.v === 'number' ? numberText(cell.v, cell, date1904) : String(cell.v);
};

/**
 * A number with all its figures: `4503599627370497`, never `4.5E+15`. Dates as `YYYY-MM-DD`,
 * whatever the zone.
 */
const numberText = (value: number, cell: CellObject, date1904: boolean): string => {
  if (isDate(cell)) {
    const day = SSF.parse_date_code(value, { date1904 });
    if (day && day.y > 1900)
      return `${day.y}-${String(day.m).padStart(2, '0')}-${String(day.d).padStart(2, '0')}`;
  }
  if (!Number.isFinite(value)) return '';
  // A format of noughts (`0000000000`) shows leading noughts that belong to a number people read.
  const width = /^0{2,20}$/.exec(String(cell.z ?? ''))?.[0].length ?? 0;
  if (Number.isInteger(value)) return BigInt(value).toString().padStart(width, '0');
  // Spreadsheets keep fifteen digits; the rest is floating-point noise.
  return String(Number(value.toPrecision(15)));
};

const isDate = (cell: CellObject | undefined): boolean =>
  cell?.t === 'n' && cell.z !== undefined && SSF.is_date(String(cell.z));
