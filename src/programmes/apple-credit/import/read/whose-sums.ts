import type { Answers } from '#core/import/file-question.ts';
import { cellOf, columnsByField } from './cells.ts';
import { sumOf } from './headings.ts';
import { rowValues } from './rows.ts';
import { placeOf, sumColumn, sumQuestionId, sumsAnswered, type SumsAsked } from './sum-question.ts';
import type { ReadableRow, RecognisedSheet, RowValue, UnreadableRow } from './values.ts';

/**
 * The rows of a file, each sum said to be that of its code where that is so. Those of orders with
 * several codes wait until it is answered whose their sums are.
 */
export function* rowsWithSums(
  sheets: readonly RecognisedSheet[],
  answers: Answers,
  asked: () => SumsAsked,
): Generator<RowValue, void> {
  const told = new Map(sheets.map((sheet) => [sheet.name, toldIn(sheet, answers, asked)]));
  for (const value of rowValues(sheets, answers)) {
    const tell = told.get(value.sheet);
    yield value.outcome === 'value' && tell !== undefined ? tell(value) : value;
  }
}

/** What is done to each row of a sheet; undefined where nothing is. */
const toldIn = (
  sheet: RecognisedSheet,
  answers: Answers,
  asked: () => SumsAsked,
): ((row: ReadableRow) => RowValue) | undefined => {
  const column = sumColumn(sheet);
  if (column === undefined) return undefined;
  const id = sumQuestionId(sheet);
  const whose = id === undefined ? sumOf(column.heading) : sumsAnswered(id, answers);
  if (whose === 'order') return undefined;
  if (whose === 'code') {
    const has = ownSums(sheet);
    return (row) => (row.code !== undefined && has(row) ? { ...row, amountOf: 'code' } : row);
  }
  const waiting = asked().waiting.get(id ?? '');
  return waiting && ((row) => (waiting.has(placeOf(row)) ? asWaiting(row) : row));
};

/** Whether a row has a sum of its own, and not that of a line above the headings. */
const ownSums = (sheet: RecognisedSheet): ((row: ReadableRow) => boolean) => {
  const columns = columnsByField(sheet);
  const filled = sheet.rows.filter((row) => cellOf(row, columns, 'amount').text !== '');
  const numbers = new Set(filled.map(({ number }) => number));
  return ({ row }) => numbers.has(row);
};

const asWaiting = (value: ReadableRow): UnreadableRow => {
  const { outcome: _, sheet, row, notes: __, code, link: ___, duplicateOf: ____, ...rest } = value;
  return {
    outcome: 'unreadable',
    sheet,
    row,
    reason: 'amount-of-code-or-order',
    params: {},
    ...(rest.orderNumber === undefined ? {} : { orderNumber: rest.orderNumber }),
    read: { ...rest, hasCode: code !== undefined },
  };
};
