import { grouped } from '#core/grouped.ts';
import type { Answers, Question } from '#core/import/file-question.ts';
import { sumOf as addedUp } from '#core/money.ts';
import { orderKey } from '#programmes/apple-credit/rules/order/order-key.ts';
import { cellOf, columnsByField } from './cells.ts';
import { mappingOf } from './columns.ts';
import { writtenQuestions } from './habits.ts';
import { sumOf } from './headings.ts';
import { orderNames } from './order-names.ts';
import { rowValues } from './rows.ts';
import type { ReadableRow, RecognisedSheet, SheetColumn } from './values.ts';

/** What is asked of the sums of a file, and the rows that wait for the answer. */
export type SumsAsked = {
  readonly questions: readonly Question[];
  /** By question: the rows of orders with several codes, as `placeOf` names them. */
  readonly waiting: ReadonlyMap<string, ReadonlySet<string>>;
};

/** Where a row is in its file. */
export const placeOf = ({ sheet, row }: Pick<ReadableRow, 'sheet' | 'row'>): string =>
  `${row} ${sheet}`;

/** The column of a sheet whose sums stand beside codes of orders; undefined where there is none. */
export const sumColumn = ({ kind, columns }: RecognisedSheet): SheetColumn | undefined =>
  kind === 'credit' && columns.some(({ field }) => field === 'code' || field === 'link')
    ? columns.find(({ field }) => field === 'amount')
    : undefined;

/**
 * What asks whose the sums of a sheet are: of sheets that call them alike once. Undefined where they
 * stand beside no codes, or their heading says it.
 */
export const sumQuestionId = (sheet: RecognisedSheet): string | undefined => {
  const column = sumColumn(sheet);
  if (column === undefined || sumOf(column.heading) !== undefined) return undefined;
  // As it is remembered: what may be a cell of somebody's row is no part of it.
  const [key = ''] = Object.entries(mappingOf(sheet)).find(([, field]) => field === 'amount') ?? [];
  return `amount-of:${key}`;
};

/**
 * Asks whose the sums are where an order has several codes with the same one: that of each code, or
 * that of the order, written on each row. Apple's own sheet has one code for each order and asks
 * nothing (apple.md §3.2).
 */
export const sumsAskedIn = (sheets: readonly RecognisedSheet[]): SumsAsked => {
  const asking = grouped(sheets, (sheet) => sumQuestionId(sheet) ?? '');
  if (![...asking.values()].some(mayRepeat)) return NOTHING_ASKED;
  const { rows, clear } = rowsIn(sheets);
  const { nameOf } = orderNames(rows);
  const questions: Question[] = [];
  const waiting = new Map<string, ReadonlySet<string>>();
  for (const [id, those] of asking) {
    const names = new Set(those.map(({ name }) => name));
    const orders = [
      ...grouped(
        rows.filter(({ sheet }) => names.has(sheet)),
        nameOf,
      ).values(),
    ];
    const several = orders.filter(hasSeveralCodes);
    const alike = several.filter(isAlike);
    const example = alike.find((order) => order.every((row) => clear(row))) ?? alike[0];
    if (example === undefined) continue;
    questions.push(questionOf(id, example, those, clear));
    waiting.set(id, new Set(several.flat().map(placeOf)));
  }
  return { questions, waiting };
};

const NOTHING_ASKED: SumsAsked = { questions: [], waiting: new Map() };

/** Whose the sums of a sheet are, by its answer. */
export const sumsAnswered = (id: string, answers: Answers): 'code' | 'order' | undefined => {
  const answer = answers[id];
  return answer === 'code' || answer === 'order' ? answer : undefined;
};

/** Whether two rows with a code have the same order number: only then all rows are read. */
const mayRepeat = (sheets: readonly RecognisedSheet[]): boolean => {
  const seen = new Set<string>();
  for (const sheet of sheets) {
    const columns = columnsByField(sheet);
    const textOf = (row: RecognisedSheet['rows'][number], ...fields: Field[]): string =>
      fields.map((field) => cellOf(row, columns, field).text).find((text) => text !== '') ?? '';
    for (const row of sheet.rows) {
      if (textOf(row, 'code', 'link') === '') continue;
      const number = orderKey(textOf(row, 'orderNumber', 'creditNumber'));
      if (seen.has(number)) return true;
      seen.add(number);
    }
  }
  return false;
};

type Field = Parameters<typeof cellOf>[2];

/**
 * The rows as they are once all else that is asked is answered in one way, which makes sums alike
 * that are; `clear` tells whether a row reads so whatever is answered.
 */
const rowsIn = (sheets: readonly RecognisedSheet[]) => {
  const first = writtenQuestions(sheets).map(
    ({ id, choices }) => [id, choices[0]?.id ?? ''] as const,
  );
  const answers: Answers = Object.fromEntries(first);
  const read = (given: Answers): ReadableRow[] =>
    [...rowValues(sheets, given)].filter((row) => row.outcome === 'value');
  const rows = read(answers);
  const readable = new Set((first.length === 0 ? rows : read({})).map(placeOf));
  return { rows, clear: (row: ReadableRow): boolean => readable.has(placeOf(row)) };
};

/** Its codes each with a sum, and no sum without a code: that one would be the order's. */
const hasSeveralCodes = (order: readonly ReadableRow[]): boolean =>
  codesOf(order).length > 1 && codesOf(order).every(({ amount }) => amount !== undefined);

const isAlike = (order: readonly ReadableRow[]): boolean => {
  const [first, ...more] = codesOf(order);
  return (
    Number(first?.amount) > 0 &&
    more.every(({ amount }) => amount === first?.amount) &&
    order.every(({ code, amount }) => code !== undefined || amount === undefined)
  );
};

/** The rows of an order that bring a code. */
const codesOf = (order: readonly ReadableRow[]): readonly ReadableRow[] =>
  order.filter(({ code, duplicateOf }) => code !== undefined && duplicateOf === undefined);

const questionOf = (
  id: string,
  order: readonly ReadableRow[],
  sheets: readonly RecognisedSheet[],
  clear: (row: ReadableRow) => boolean,
): Question => {
  const codes = codesOf(order);
  const [first] = codes;
  const { sheet = '', row = 0, orderNumber = '', amount = '', currency = '' } = first ?? {};
  const isClear = codes.every((one) => clear(one));
  const heading = sheets.find(({ name }) => name === sheet);
  const whole = addedUp(codes.map((one) => one.amount ?? '0.00'));
  return {
    id,
    kind: 'amount-of',
    sheet,
    row,
    written: (heading && sumColumn(heading)?.heading) ?? '',
    order: { number: orderNumber, codes: codes.length, currency },
    choices: [
      { id: 'code', reads: isClear ? whole : '' },
      { id: 'order', reads: isClear ? amount : '' },
    ],
  };
};
