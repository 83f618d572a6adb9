import { readDays } from '#core/day/written-day.ts';
import { namesTotal } from '#core/import/total-row.ts';
import type { SheetRow } from '#core/import/sheet.ts';
import { cellText } from '#core/import/table-columns.ts';
import type { VipRowReason } from '#programmes/adobe-vip/rules/row-reason.ts';
import { hasVipIdShape, vipIdText } from '#programmes/adobe-vip/rules/customer/vip-id.ts';
import type { VipTable } from './table.ts';
import type { VipField } from './fields.ts';
import { isRowNumber } from './row-numbers.ts';
import { tablesBelow } from './tables-below.ts';

/** Why a row between the others is none of the list. */
export type AsideReason = Extract<
  VipRowReason,
  'total-row' | 'note-row' | 'headings-again' | 'another-table'
>;

/** The rows of a list that are none of it, though they stand below its headings, and why. */
export const setAside = (table: VipTable): ReadonlyMap<SheetRow, AsideReason> => {
  const aside = new Map<SheetRow, AsideReason>(tablesBelow(table));
  const own = { ...table, rows: table.rows.filter((row) => !aside.has(row)) };
  const isTotal = totalsIn(own);
  const isNote = notesIn(own);
  for (const [at, row] of own.rows.entries())
    if (isTotal(row)) aside.set(row, 'total-row');
    else if (isNote(row, at)) aside.set(row, 'note-row');
  return aside;
};

/** Columns in which the word may stand that names a total: those with names, and unknown ones. */
const NAMED: readonly (VipField | '')[] = ['', 'name', 'product', 'adminName', 'lineItem'];

/** A number of a customer, an order or a product, and no count of them: it has five characters. */
const isNumberOfOwn = (text: string): boolean =>
  /^\S{5,}$/.test(text) ? /\d/.test(text) : hasVipIdShape(vipIdText(text));

const totalsIn = ({ columns, rows }: VipTable): ((row: SheetRow) => boolean) => {
  const numbers = columns.filter(({ field }) => isRowNumber(field));
  const named = columns.filter(({ field }) => NAMED.includes(field) || isRowNumber(field));
  let told: ReadonlySet<string> | undefined;
  const isTold = (text: string): boolean =>
    (told ??= new Set(rows.flatMap(textsIn))).has(text.toLowerCase());
  return (row) => {
    if (numbers.some(({ index }) => isNumberOfOwn(cellText(row, index)))) return false;
    return named.some(({ index }) => {
      const text = cellText(row, index);
      return text !== '' && (namesTotal(text) || partsBeside(text).some(isTold));
    });
  };
};

const textsIn = (row: SheetRow): string[] =>
  row.cells.map((_, index) => cellText(row, index).toLowerCase());

/** What a text adds up that begins or ends with such a word: `Nordby kommun` of its total. */
const partsBeside = (text: string): string[] => {
  const words = text.split(' ');
  if (words.length < 2) return [];
  return [
    ...(namesTotal(words[0] ?? '') ? [words.slice(1).join(' ')] : []),
    ...(namesTotal(words.at(-1) ?? '') ? [words.slice(0, -1).join(' ')] : []),
  ];
};

/**
 * A row with one cell in a list of several columns. A customer may be known by the name alone, so
 * that a list of customers loses only what reads as a note, or stands apart below the list.
 */
const notesIn = ({ columns, kind, rows }: VipTable): ((row: SheetRow, at: number) => boolean) => {
  const isAlone = rows.map((row) => filledIn(row).length === 1);
  const end = isAlone.lastIndexOf(false);
  const several = isAlone.filter((alone) => !alone).length;
  if (several < (end + 1) / 2 || several === 0) return () => false;
  const gap = rows.findIndex(
    ({ number }, at) => at > end && number > (rows[at - 1]?.number ?? number) + 1,
  );
  const fields = new Map(columns.map(({ index, field }) => [index, field]));
  return (row, at) => {
    const [index = -1] = isAlone[at] === true ? filledIn(row) : [];
    const [text, field] = [cellText(row, index), fields.get(index) ?? ''];
    if (index < 0 || (isRowNumber(field) && isNumberOfOwn(text))) return false;
    return (
      kind !== 'customers' ||
      (gap >= 0 && at >= gap) ||
      readsAsNote(text) ||
      (field === 'name' && readDays(text).length > 0)
    );
  };
};

const filledIn = (row: SheetRow): number[] =>
  row.cells.flatMap((_, index) => (cellText(row, index) === '' ? [] : [index]));

/** Several words with an address, a date or time, a colon or so many as no customer is called. */
const readsAsNote = (text: string): boolean =>
  text.includes(' ') &&
  (text.split(' ').length > 8 ||
    /@|https?:|: |©|^\*|\d{4}-\d\d-\d\d|\d[./]\d{1,2}[./]\d\d|\d:\d\d/.test(text));
