import { codeTextOfLink, readCode } from './code-text.ts';
import { saidUnder, saysMore } from './status-words.ts';
import type {
  ReadableRow,
  ReadBeside,
  RecognisedSheet,
  RowNote,
  RowReason,
  RowValue,
  SheetMetadata,
  UnreadableRow,
} from './values.ts';
import type { Answers } from '#core/import/file-question.ts';
import { cellOf, columnsByField, readAmountCell, readDayCell, type Columns } from './cells.ts';
import type { Habits, Read } from '#core/import/written-habits.ts';
import { habitsOf } from './habits.ts';
import { areOrderNumbers } from './number-question.ts';
import { crownsOf, isInSweden, meantAbove, metadataBy } from './metadata.ts';
import type { SheetRow } from '#core/import/sheet.ts';
import { isRounded } from '#core/import/rounded-number.ts';
import { isTotalRow, namesTotal } from '#core/import/tables/total-row.ts';
import { shortened } from '#core/import/tables/table-columns.ts';
import { saysThousands } from '#core/text/written-amount.ts';
import {
  areBareCrowns,
  meantAlone,
  meantBeside,
  readCurrencyAs,
  type Crowns,
  type Meant,
} from '#core/text/written-currency.ts';

type Values = Omit<ReadableRow, 'outcome' | 'sheet' | 'row' | 'notes' | 'duplicateOf'>;
type Failure = { readonly reason: RowReason; readonly params?: UnreadableRow['params'] };
type Reading = { readonly values: Values; readonly notes: readonly RowNote[] };

/** What the rows of one sheet have in common. */
type Place = {
  readonly sheet: RecognisedSheet;
  readonly columns: Columns;
  readonly texts: readonly (typeof TEXTS)[number][];
  readonly habits: Habits;
  /** What is above the headings and applies to every order. */
  readonly whole: Values;
  readonly currencyAbove: readonly Meant[];
  readonly crowns: Crowns;
  /** A sum without a currency is in kronor. */
  readonly isSwedish: boolean;
  readonly sumAbove: boolean;
};

/**
 * Turns the rows of a file's sheets into values, in order. Rows with nothing in any mapped column
 * are left out. A code from an earlier row of the file carries `duplicateOf`.
 */
export const readRows = (sheets: readonly RecognisedSheet[], answers: Answers): RowValue[] => [
  ...rowValues(sheets, answers),
];

/** As `readRows`, one by one: a caller with many rows can pause between them. */
export function* rowValues(
  sheets: readonly RecognisedSheet[],
  answers: Answers,
): Generator<RowValue, void> {
  const habits = habitsOf(sheets, answers);
  const seen = new Map<string, { sheet: string; row: number }>();
  for (const sheet of sheets) {
    const place = placeOf(sheet, habits);
    const alone = new Set(sheet.numberRows);
    const numbers = areOrderNumbers(answers) ? numbersOver(sheet, place) : new Set<number>();
    let order = '';
    for (const row of sheet.rows) {
      if (alone.has(row.number)) order = '';
      if (numbers.has(row.number)) {
        // As in a line above the codes, it is no row of its own.
        order = cellOf(row, place.columns, 'code').text;
        continue;
      }
      const value = readRow(row, place, order);
      if (value !== undefined) yield markDuplicate(value, seen);
    }
  }
}

/** The rows with nothing but a number that have a code below them, before the next such number. */
const numbersOver = (
  { rows, numberRows = [] }: RecognisedSheet,
  place: Place,
): ReadonlySet<number> => {
  const alone = new Set(numberRows);
  const over = new Set<number>();
  let above: number | undefined;
  for (const row of rows)
    if (alone.has(row.number)) above = row.number;
    else if (above !== undefined && readRow(row, place, '')?.outcome === 'value') over.add(above);
  return over;
};

const placeOf = (sheet: RecognisedSheet, habits: Habits): Place => {
  const columns = columnsByField(sheet);
  const texts = TEXTS.filter((field) => columns.has(field));
  // What many rows say does not apply to a row that leaves it empty; what is above the headings
  // does.
  const above = { ...sheet, columns: [] };
  return {
    sheet,
    columns,
    texts,
    habits,
    whole: sheet.kind === 'credit' ? ofEveryOrder(metadataBy(above, habits)) : {},
    currencyAbove: meantAbove(sheet),
    crowns: crownsOf(sheet),
    isSwedish: isInSweden(sheet),
    sumAbove: sheet.kind === 'credit' && sheet.preamble.some(({ field }) => field === 'amount'),
  };
};

/** What a row says; `order` is the number that stands alone above it, or ''. */
const readRow = (row: SheetRow, place: Place, order: string): RowValue | undefined => {
  const { sheet, columns } = place;
  if (isBlank(row, columns)) return undefined;
  const at = { sheet: sheet.name, row: row.number };
  const own = textsOf(row, place);
  const texts = order === '' || own.orderNumber ? own : { ...own, orderNumber: order };
  const named = texts.orderNumber === undefined ? {} : { orderNumber: texts.orderNumber };
  const fail = ({ reason, params = {} }: Failure): UnreadableRow => ({
    outcome: 'unreadable',
    ...at,
    reason,
    params,
    ...named,
    read: readBeside(row, place, { ...texts, ...named }, params),
  });
  if (sheet.kind === 'credit' && isNote(row, columns)) return fail({ reason: 'note-row' });
  if (isTotalRow(row) && !isOwnRow(row, place)) return fail({ reason: 'total-row' });
  if (sheet.kind === 'credit' && texts.orderNumber === undefined)
    return fail({ reason: 'order-number-missing' });
  const rounded = ROUNDABLE.find((field) => isRoundedIn(row, place, field));
  if (rounded !== undefined)
    return fail({ reason: 'number-was-rounded', params: { field: rounded } });
  if (sheet.kind === 'credit' && isInThousands(row, columns))
    return fail({ reason: 'amount-in-thousands' });
  const wrong = NEEDED.find((field) => hasErrorIn(row, columns, field));
  if (sheet.kind === 'credit' && wrong !== undefined)
    return fail({ reason: 'error-in-cell', params: { field: wrong } });
  if (sheet.numberRows?.includes(row.number)) return fail({ reason: 'number-alone' });
  const code = readCodeOf(row, place);
  if ('reason' in code) return fail(code);
  const written = readWritten(row, place);
  if ('reason' in written) return fail(written);
  const currency = currencyOf(row, place);
  if ('reason' in currency) return fail(currency);
  const values = {
    ...place.whole,
    ...texts,
    ...written.values,
    ...currency.values,
    ...code.values,
  };
  return {
    outcome: 'value',
    ...at,
    ...values,
    notes: [...code.notes, ...written.notes, ...currency.notes, ...statusNotes(texts, columns)],
  };
};

/** What a status says of nothing that is kept is told, so that no word of it is lost in silence. */
const statusNotes = ({ status = '' }: Values, columns: Columns): readonly RowNote[] => {
  const said = status === '' ? undefined : saidUnder(headingOf(columns), status);
  if (said === 'unknown') return ['status-not-kept'];
  return said === 'redeemed' && saysMore(status) ? ['redeemed-beside'] : [];
};

/** What the column of the status is called. */
const headingOf = (columns: Columns): string => columns.get('status')?.heading ?? '';

/** A sentence in the first column, with nothing beside it. */
const isNote = (row: SheetRow, columns: Columns): boolean => {
  const number = cellOf(row, columns, 'orderNumber').text;
  const filled = row.cells.filter((cell) => cell.trim() !== '').length;
  return filled === 1 && number.split(' ').length > 2;
};

/** What names a code or an order: with a figure less it is another one. */
const ROUNDABLE = ['code', 'orderNumber', 'creditNumber'] as const;

const isRoundedIn = (
  row: SheetRow,
  { columns }: Place,
  field: (typeof ROUNDABLE)[number],
): boolean => {
  const index = columns.get(field)?.index;
  const { text } = cellOf(row, columns, field);
  return index !== undefined && isRounded(text, row.numbers?.includes(index) ?? false);
};

const isInThousands = (row: SheetRow, columns: Columns): boolean =>
  cellOf(row, columns, 'amount').text !== '' && saysThousands(columns.get('amount')?.heading ?? '');

/** What of an order is money or a date: without it the order would be another one. */
const NEEDED = ['amount', 'currency', 'orderDate', 'readyOn'] as const;

const hasErrorIn = (row: SheetRow, columns: Columns, field: (typeof NEEDED)[number]): boolean =>
  row.errors?.includes(columns.get(field)?.index ?? -1) ?? false;

/** Whether a row has a code or a number of its own. */
const isOwnRow = (row: SheetRow, { columns }: Place): boolean => {
  const number = cellOf(row, columns, 'orderNumber').text;
  return (
    'code' in readCode(cellOf(row, columns, 'code').text) ||
    (number !== '' && !namesTotal(number, 'money'))
  );
};

const isBlank = (row: SheetRow, columns: Columns): boolean => {
  for (const field of columns.keys()) if (cellOf(row, columns, field).text !== '') return false;
  return true;
};

const markDuplicate = (
  value: RowValue,
  seen: Map<string, { sheet: string; row: number }>,
): RowValue => {
  if (value.outcome !== 'value' || value.code === undefined) return value;
  const duplicateOf = seen.get(value.code);
  if (duplicateOf !== undefined) return { ...value, duplicateOf };
  seen.set(value.code, { sheet: value.sheet, row: value.row });
  return value;
};

/** The code of a row, from its cell or, when that is empty, from its link. */
const readCodeOf = (row: SheetRow, { sheet, columns }: Place): Reading | Failure => {
  const index = columns.get('code')?.index ?? -1;
  const link = linkOf(row, columns);
  const fromLink = readCode(codeTextOfLink(link));
  const linkCode = 'code' in fromLink ? fromLink.code : undefined;
  const given = cellOf(row, columns, 'code').text;
  const values = link === '' ? {} : { link };
  if (given === '') {
    if (linkCode !== undefined)
      return { values: { ...values, code: linkCode }, notes: ['code-from-link'] };
    return sheet.kind === 'credit' ? { values, notes: [] } : { reason: 'code-missing' };
  }
  const isFormula = row.formulas?.includes(index) ?? false;
  const found = readCode(given);
  // `Redeem` with the address behind it: the text is a word, and the code is in the address.
  if ('problem' in found && linkCode !== undefined)
    return { values: { ...values, code: linkCode }, notes: ['code-from-link'] };
  if ('problem' in found) return { reason: isFormula ? 'formula-instead-of-code' : found.problem };
  const differs = linkCode !== undefined && linkCode !== found.code;
  const notes: RowNote[] = [
    ...(isFormula ? (['formula'] as const) : []),
    ...(differs ? (['link-differs'] as const) : []),
  ];
  return { values: { ...values, code: found.code }, notes };
};

/** The redemption link: the cell's text, or the address behind it. */
const linkOf = (row: SheetRow, columns: Columns): string => {
  const { text } = cellOf(row, columns, 'link');
  const behind =
    row.links?.[columns.get('link')?.index ?? -1] ?? row.links?.[columns.get('code')?.index ?? -1];
  return /^https?:\/\//i.test(text) ? text : (behind ?? '');
};

const READERS = [
  { field: 'amount', read: readAmountCell, unclear: 'amount-unclear', none: 'not-an-amount' },
  { field: 'orderDate', read: readDayCell, unclear: 'date-unclear', none: 'not-a-day' },
  { field: 'readyOn', read: readDayCell, unclear: 'date-unclear', none: 'not-a-day' },
] as const;

/**
 * Sums and days. An invalid one stops an order; a code is imported all the same, with a note, so
 * that none is lost because of a date.
 */
const readWritten = (row: SheetRow, { sheet, columns, habits }: Place): Reading | Failure => {
  const values: Partial<Record<(typeof READERS)[number]['field'], string>> = {};
  const notes: RowNote[] = [];
  for (const { field, read, unclear, none } of READERS) {
    const cell = cellOf(row, columns, field);
    if (cell.text === '') continue;
    const found: Read = notNegative(read(cell, habits));
    if (typeof found !== 'string') values[field] = found.value;
    else if (sheet.kind === 'codes') notes.push(found === 'unclear' ? unclear : none);
    else {
      const params: UnreadableRow['params'] = columns.get(field)?.secret
        ? { field }
        : { field, written: shortened(cell.text) };
      return { reason: found === 'unclear' ? unclear : none, params };
    }
  }
  return { values, notes };
};

/** What can be read of a row beside what keeps it out. */
const readBeside = (
  row: SheetRow,
  place: Place,
  texts: Values,
  params: UnreadableRow['params'],
): ReadBeside => {
  const { columns, habits, whole } = place;
  const days: Partial<Record<(typeof READERS)[number]['field'], string>> = {};
  for (const { field, read } of READERS) {
    const cell = cellOf(row, columns, field);
    if (cell.text === '' || hasErrorIn(row, columns, field)) continue;
    const found = notNegative(read(cell, habits));
    if (typeof found !== 'string') days[field] = found.value;
  }
  const currency = currencyOf(row, place);
  // A sum of which nobody knows in what, or how many thousands, is none.
  const isSum = !('reason' in currency) && !isInThousands(row, columns);
  const fields = {
    ...whole,
    ...texts,
    ...days,
    ...(isSum ? currency.values : { amount: undefined, currency: undefined }),
  };
  const known = Object.entries(fields).filter(
    ([field, value]) => value !== undefined && field !== params['field'],
  );
  const hasCode = cellOf(row, columns, 'code').text !== '' || linkOf(row, columns) !== '';
  return { ...Object.fromEntries(known), hasCode };
};

const notNegative = (read: Read): Read =>
  typeof read !== 'string' && read.value.startsWith('-') ? 'none' : read;

const TEXTS = [
  'orderNumber',
  'creditNumber',
  'purchaseOrderNumber',
  'purchaserName',
  'purchaserAppleId',
  'buyer',
  'institution',
  'reseller',
  'product',
  'adamId',
  'status',
  'comment',
] as const;

/**
 * The plain texts of a row. The credit number is the order number unless another is given (A2), and
 * vice versa.
 */
const textsOf = (row: SheetRow, { columns, texts, whole }: Place): Values => {
  const own: { -readonly [Field in keyof Values]: Values[Field] } = {};
  for (const field of texts) {
    const { text } = cellOf(row, columns, field);
    // An address with a code in it is kept sealed, or not at all, whatever its column is said to be.
    if (text !== '' && codeTextOfLink(text) === '') own[field] = text;
  }
  const orderNumber =
    own.orderNumber ?? own.creditNumber ?? whole.orderNumber ?? whole.creditNumber;
  if (orderNumber !== undefined) own.orderNumber = orderNumber;
  if (own.status !== undefined && saidUnder(headingOf(columns), own.status) === 'redeemed')
    own.redeemed = true;
  return own;
};

/**
 * The currency of a row's sum: in its column, beside the sum (`25 000 SEK`), in the heading
 * (`Amount (SEK)`), in the format of its cell, or above. A sign that several countries have stops an order: what a sheet says
 * wrongly of money would be added up with the rest.
 */
const currencyOf = (
  row: SheetRow,
  { sheet, columns, currencyAbove, crowns, isSwedish, sumAbove }: Place,
): Reading | Failure => {
  const sum = cellOf(row, columns, 'amount').text;
  const named = cellOf(row, columns, 'currency').text;
  if (sum === '' && !sumAbove) return NOTHING;
  const own = [
    meantAlone(named),
    meantBeside(sum),
    meantBeside(sum === '' ? '' : (columns.get('amount')?.heading ?? '')),
  ];
  if (readCurrencyAs(crowns, ...own) === 'none')
    own.push(meantBeside(row.currencies?.[columns.get('amount')?.index ?? -1] ?? ''));
  const alone = readCurrencyAs(crowns, ...own);
  const places = typeof alone === 'string' ? [...own, ...currencyAbove] : own;
  const read = readCurrencyAs(crowns, ...places);
  // Of an order that is new: one that is here keeps its own.
  if (read === 'none')
    return sheet.kind === 'codes' || isSwedish
      ? NOTHING
      : { values: {}, notes: ['currency-missing'] };
  if (read !== 'unclear') {
    const isTaken = crowns.areTaken && areBareCrowns(...places);
    return { values: { currency: read.value }, notes: isTaken ? ['taken-as-swedish'] : [] };
  }
  if (sheet.kind === 'codes') return { values: {}, notes: ['currency-unclear'] };
  const field = named === '' ? 'amount' : 'currency';
  const written = shortened(named || sum);
  return {
    reason: 'currency-unclear',
    params: columns.get(field)?.secret || written === '' ? { field } : { field, written },
  };
};

const NOTHING: Reading = { values: {}, notes: [] };

const ofEveryOrder = (metadata: SheetMetadata): Values => {
  const { purchaseDate, purchaserAppleId, purchaserName } = metadata;
  const buyer = [purchaserAppleId, purchaserName].includes(metadata.buyer)
    ? undefined
    : metadata.buyer;
  const counts = { purchased: undefined, redeemed: undefined, remaining: undefined };
  const values = {
    ...metadata,
    ...counts,
    buyer,
    orderDate: purchaseDate,
    purchaseDate: undefined,
  };
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
};
