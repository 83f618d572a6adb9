import {
  codeTextOfLink,
  isOfferLink,
  looksLikeCode,
  mayHoldCode,
  readCode,
  seenText,
} from './code-text.ts';
import { codesAmongWords } from './among-words.ts';
import { headingKey } from '#core/import/heading-key.ts';
import { meaningOf } from './headings.ts';
import type { HeadingMeaning } from './words/credit-words.ts';
import type { RecognisedFile, RecognisedSheet } from './values.ts';
import { codeColumnByContent, columnsOf, kindOf, mapColumn, twiceIn } from './columns.ts';
import { habitsOf } from './habits.ts';
import { metadataBy, preambleOf } from './metadata.ts';
import { numberLines, type NumberLines } from './numbers-among-codes.ts';
import { saysShop } from '#core/import/shop-orders.ts';
import { ok, refuse, type Problem, type Result } from '#core/result.ts';
import type { Sheet, SheetFile, SheetRow } from '#core/import/sheet.ts';
import { filledRows, HEADINGS_WITHIN } from '#core/import/tables/table-columns.ts';

/**
 * Finds the sheets of a file that hold codes or credit orders, each on its own. Refuses a file
 * without any: `no-codes`, or `offer-codes` for App Store Connect offer codes, which are another
 * thing than volume codes.
 */
export const recogniseFile = (
  file: SheetFile,
): Result<RecognisedFile, Problem<'no-codes' | 'offer-codes'>> => {
  const found = fileOf(file, recogniseSheet);
  if (found.sheets.length > 0) return ok(found);
  return refuse(
    found.skipped.some(({ reason }) => reason === 'offer-codes') ? 'offer-codes' : 'no-codes',
  );
};

type Tried = RecognisedSheet | RecognisedFile['skipped'][number]['reason'];

const fileOf = (file: SheetFile, read: (sheet: Sheet) => Tried): RecognisedFile => {
  const tried = file.sheets
    .filter(({ rows }) => filledRows(rows).length > 0)
    .map((sheet) => ({ name: sheet.name, found: read(sheet) }));
  const sheets = tried.flatMap(({ found }) => (typeof found === 'string' ? [] : [found]));
  const skipped = tried.flatMap(({ name, found }) =>
    typeof found === 'string' ? [{ name, reason: found }] : [],
  );
  const habits = habitsOf(sheets, {});
  return {
    name: file.name,
    sheets: sheets.map((sheet) => ({ ...sheet, metadata: metadataBy(sheet, habits) })),
    skipped,
  };
};

/**
 * The sheets of a file in which the user says that one holds codes: as recognized, or else that
 * sheet's columns under its first line, to be mapped by hand. Offer codes stay what they are.
 */
export const readAsCodes = (file: SheetFile, name: string): RecognisedFile =>
  fileOf(file, (sheet) => {
    const found = recogniseSheet(sheet);
    return found === 'no-codes' && sheet.name === name ? underFirstLine(sheet) : found;
  });

const underFirstLine = (sheet: Sheet): Tried => {
  const filled = sheet.rows.slice(0, HEADINGS_WITHIN).map(filledIn);
  const several = filled.findIndex((cells) => cells > 1);
  const at = several < 0 ? filled.findIndex((cells) => cells > 0) : several;
  const found = at < 0 ? undefined : underHeadings(sheet, at);
  return found === undefined || found.rowCount === 0 ? 'no-codes' : found;
};

const recogniseSheet = (sheet: Sheet): Tried => {
  if (holdsOfferCodes(sheet)) return 'offer-codes';
  const at = headingsAt(sheet.rows);
  const found = at < 0 ? (withoutHeadings(sheet) ?? inSentences(sheet)) : underHeadings(sheet, at);
  return found === undefined || found.rowCount === 0 ? 'no-codes' : found;
};

/** Codes among words, in the first column of what is made of them. */
const inSentences = (sheet: Sheet): RecognisedSheet | undefined => {
  const codes = codesAmongWords(sheet);
  if (codes === undefined) return undefined;
  const first = codes.rows.findIndex(({ cells }) => looksLikeCode(cells[0] ?? ''));
  const [head, rows] = [codes.rows.slice(0, first), codes.rows.slice(first)];
  const read = sheetOf(sheet.name, 0, columnsOf([], rows), head, rows);
  return { ...mapColumn(read, 0, 'code'), needsMapping: true };
};

const underHeadings = ({ name, rows: all }: Sheet, at: number): RecognisedSheet => {
  const header = all[at];
  const headings = header?.cells ?? [];
  // Sheets that were joined by hand repeat their headings.
  const rows = all
    .slice(at + 1)
    .filter(({ cells }) => !headings.every((cell, index) => cell === cells[index]));
  const columns = columnsOf(headings, rows);
  const sheet = {
    ...sheetOf(name, header?.number ?? 0, columns, all.slice(0, at), rows),
    twice: twiceIn(columns, rows),
  };
  const hasCodes = columns.some(({ field }) => field === 'code' || field === 'link');
  const guess = codeColumnByContent(columns, rows);
  if (guess === undefined)
    return sheet.kind === 'credit' && mayBeShop(headings.map(seenText)) === 'perhaps'
      ? { ...sheet, needsMapping: true }
      : sheet;
  // A second column of codes beside the first cannot be read with it: someone has to see that.
  const isSecond = columns.some(({ field, index }) => field === 'code' && holdsCodes(rows, index));
  if (isSecond) return { ...sheet, needsMapping: true };
  return hasCodes ? sheet : { ...mapColumn(sheet, guess, 'code'), needsMapping: true };
};

const holdsCodes = (rows: readonly SheetRow[], index: number): boolean =>
  rows.some(({ cells }) => looksLikeCode(cells[index] ?? ''));

/**
 * Without known headings: uses the column in which most cells look like codes, and the line above
 * its first code as headings.
 */
const withoutHeadings = ({ name, rows: all }: Sheet): RecognisedSheet | undefined => {
  const code = codeColumnByContent(columnsOf([], all), all);
  if (code === undefined) return undefined;
  const numbers = numbersIn(all, code);
  const holdsCode = holdsCodeIn(code, all);
  const first = all.findIndex((row) => row !== numbers.order && holdsCode(row));
  const above = all[first - 1];
  const hasHeadings =
    above !== undefined && seenText(above.cells[code] ?? '') !== '' && filledIn(above) > 1;
  const rows = all.slice(first);
  const columns = columnsOf(hasHeadings ? above.cells : [], rows);
  const head = all.slice(0, hasHeadings ? first - 1 : first);
  const read = sheetOf(name, hasHeadings ? above.number : 0, columns, head, rows);
  const sheet = withNumbers(read, numbers, code);
  const link = columns.find(({ field, index }) => field === '' && mostlyLinks(rows, index))?.index;
  const mapped = mapColumn(sheet, code, 'code');
  return { ...(link === undefined ? mapped : mapColumn(mapped, link, 'link')), needsMapping: true };
};

/** Where the lines above name the order, a number beside that is another's. */
const numbersIn = (rows: readonly SheetRow[], column: number): NumberLines => {
  const lines = numberLines(rows, column);
  const { order } = lines;
  const above = order === undefined ? [] : preambleOf(rows.slice(0, rows.indexOf(order)));
  return order !== undefined && above.some(({ field }) => field === 'orderNumber')
    ? { others: [order.number] }
    : lines;
};

/** The order number above the codes as a line that says so; the other numbers are no codes. */
const withNumbers = (
  sheet: RecognisedSheet,
  { order, others }: NumberLines,
  column: number,
): RecognisedSheet => {
  const read = others.length === 0 ? sheet : { ...sheet, numberRows: others };
  if (order === undefined) return read;
  const written = seenText(order.cells[column] ?? '');
  const line = {
    row: order.number,
    key: '',
    written,
    field: 'orderNumber',
    isNumber: false,
  } as const;
  return { ...read, preamble: [...sheet.preamble, line] };
};

/**
 * Distinguishes rows with a code or a redemption link in a column from what can appear above them.
 * A cell that reads as a code is one, even in small letters or odd groups; if its length is unusual
 * it must have letters and digits, so that a word (`Presentkort`), a day or a title (`Koder 2026`)
 * does not count.
 */
const holdsCodeIn = (column: number, rows: readonly SheetRow[]): ((row: SheetRow) => boolean) => {
  const lengthOf = (cell: string): number => {
    const found = readCode(cell);
    return 'code' in found ? found.code.length : 0;
  };
  const cellOf = ({ cells }: SheetRow): string => seenText(cells[column] ?? '');
  const lengths = new Set(rows.map(cellOf).filter(looksLikeCode).map(lengthOf));
  const isMixed = (cell: string): boolean =>
    /\d/.test(cell) && /[a-z]/i.test(cell) && !(cell.includes(' ') && /[a-z]/.test(cell));
  // A heading may be as long as the codes below it (`Presentkoder`), but nobody writes a code so.
  const isAlike = (cell: string, length: number): boolean =>
    lengths.has(length) && !/^\p{Lu}\p{Ll}+$/u.test(cell);
  return (row) => {
    const [cell, length] = [cellOf(row), lengthOf(cellOf(row))];
    const isCode = looksLikeCode(cell) || (length > 0 && (isAlike(cell, length) || isMixed(cell)));
    return isCode || row.cells.some((text) => codeTextOfLink(text) !== '');
  };
};

const sheetOf = (
  name: string,
  headerRow: number,
  columns: RecognisedSheet['columns'],
  head: readonly SheetRow[],
  rows: readonly SheetRow[],
): RecognisedSheet => {
  const preamble = preambleOf(head);
  const kind = kindOf(columns, preamble);
  return {
    name,
    kind,
    headerRow,
    columns,
    preamble,
    rows,
    needsMapping: false,
    metadata: {},
    rowCount: rows.length,
  };
};

/**
 * The place of the headings among the rows: the line with most known headings, with codes or orders
 * among them; or -1.
 */
const headingsAt = (rows: readonly SheetRow[]): number => {
  const known = rows
    .slice(0, HEADINGS_WITHIN)
    .map((row, at) => knownHeadings(row, () => rows.slice(at + 1)));
  const most = Math.max(0, ...known);
  return most === 0 ? -1 : known.indexOf(most);
};

/** Whether a row is one of headings of codes or credit orders. */
export const isHeadings = (row: SheetRow, below: readonly SheetRow[]): boolean =>
  knownHeadings(row, () => below) > 0;

/** How many headings of a line are known; 0 when it can be no line of headings. */
const knownHeadings = (row: SheetRow, below: () => readonly SheetRow[]): number => {
  const texts = row.cells.map(seenText).filter((text) => text !== '');
  const meanings = new Set(texts.map(meaningOf).filter((meaning) => meaning !== undefined));
  const namesCodes = row.cells.some((cell, index) => namesCodesIn(cell, index, below));
  // What counts or names goods is somebody's order, but no credit unless it says so.
  const namesGoods =
    (meanings.has('product') || meanings.has('purchased')) &&
    !meanings.has('purchaser') &&
    !meanings.has('purchaserName') &&
    !below().slice(0, HEADINGS_WITHIN).some(speaksOfCredit);
  const isOfShop = namesGoods || mayBeShop(texts) === 'sure';
  const namesOrders =
    meanings.has('amount') &&
    (meanings.has('creditNumber') || (meanings.has('orderNumber') && !isOfShop));
  const others = texts.filter((text) => meaningOf(text) === undefined);
  const holdsData = others.some(
    (text) => text.includes('://') || (looksLikeCode(text) && /\d/.test(text)),
  );
  // `Order ID, MFX0000102` is a line above the headings: one known word and something with figures.
  const isLine = texts.length === 2 && others.some((text) => /\d/.test(text));
  return (namesCodes || namesOrders) && !holdsData && !isLine ? meanings.size : 0;
};

/** Whether headings of orders are a web shop's: one that names codes, credit or a purchaser is none. */
const mayBeShop = (headings: readonly string[]): ReturnType<typeof saysShop> =>
  headings.some((heading) => OF_CREDIT.includes(meaningOf(heading))) ? 'no' : saysShop(headings);

const OF_CREDIT: readonly (HeadingMeaning | undefined)[] = [
  'code',
  'link',
  'creditNumber',
  'purchaser',
  'purchaserName',
];

/** Whether goods of a row are Apple's credit, as a shop calls it. */
const speaksOfCredit = ({ cells }: SheetRow): boolean =>
  cells.some((cell) => /\bvpp\b|[ck]r[eé]dit|krediet|luotto|guthaben/i.test(cell));

/**
 * The longest heading (as `headingKey` writes it) that is one bare word, as `Code` or `Link`: any
 * list has such a column. Longer ones, as `Redemption code`, say by themselves what they are.
 */
const BARE_WORD = 7;

/** Whether a heading names codes or redemption links; a bare word only with one of them below. */
const namesCodesIn = (
  heading: string,
  index: number,
  below: () => readonly SheetRow[],
): boolean => {
  const meaning = meaningOf(heading);
  if (meaning !== 'code' && meaning !== 'link') return false;
  if (headingKey(heading).length > BARE_WORD) return true;
  return below().some(({ cells, links }) => {
    const text = seenText(cells[index] ?? '');
    if (codeTextOfLink(links?.[index] ?? text) !== '') return true;
    return meaning === 'code' && isCodeOrWasOne(text);
  });
};

/**
 * Whether a cell under a heading of codes is one, also where it is damaged: a formula, the number
 * that a spreadsheet made of it, or letters and figures that are too many or have something between
 * them.
 */
const isCodeOrWasOne = (text: string): boolean =>
  looksLikeCode(text) ||
  (/\d/.test(text) && mayHoldCode(text)) ||
  text.startsWith('=') ||
  /^\d[.,]\d+E\+\d+$/i.test(text) ||
  (/^[^\s:]{8,}$/.test(text) && /\d/.test(text) && /\p{L}/u.test(text));

const filledIn = ({ cells }: SheetRow): number =>
  cells.filter((cell) => seenText(cell) !== '').length;

const mostlyLinks = (rows: readonly SheetRow[], index: number): boolean => {
  const texts = rows.map(({ cells }) => cells[index] ?? '').filter((text) => text !== '');
  return (
    texts.length > 0 &&
    texts.filter((text) => codeTextOfLink(text) !== '').length * 2 > texts.length
  );
};

const holdsOfferCodes = ({ rows }: Sheet): boolean => {
  const isOfferHeading = (cell: string): boolean => meaningOf(cell) === 'offerCode';
  if (rows.slice(0, HEADINGS_WITHIN).some(({ cells }) => cells.some(isOfferHeading))) return true;
  const offers = rows.filter(({ cells }) => cells.some(isOfferLink)).length;
  return offers > 0 && offers * 2 >= rows.length;
};
