import { readDays } from '#core/day/written-day.ts';
import { namesTotal, type ListOf } from '#core/import/tables/total-row.ts';
import type { SheetRow } from '#core/import/sheet.ts';
import { cellText } from '#core/import/tables/table-columns.ts';
import { amountReadings } from '#core/text/written-amount.ts';
import { meantAlone, readCurrency } from '#core/text/written-currency.ts';
import type { VipRowReason } from '#programmes/adobe-vip/rules/row-reason.ts';
import { hasVipIdShape, vipIdText } from '#programmes/adobe-vip/rules/customer/vip-id.ts';
import { saysNoCount } from './written-count.ts';
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

/**
 * A row is a total that is called one, or is called as another in the same column with such a word
 * beside, and has nothing but counts and sums elsewhere.
 */
const totalsIn = ({ columns, kind, rows }: VipTable): ((row: SheetRow) => boolean) => {
  const list = kind === 'invoices' ? 'money' : 'others';
  const numbers = columns.filter(({ field }) => isRowNumber(field)).map(({ index }) => index);
  const named = columns.filter(({ field }) => NAMED.includes(field)).map(({ index }) => index);
  const told = new Map<number, ReadonlySet<string>>();
  const toldIn = (index: number): ReadonlySet<string> => {
    const known = told.get(index) ?? new Set(rows.map((row) => cellText(row, index).toLowerCase()));
    told.set(index, known);
    return known;
  };
  const callsTotal = (text: string, index: number): boolean => {
    if (namesTotal(text, list)) return true;
    const parts = partsBeside(text, list);
    // A column of numbers has no names itself.
    const beside = numbers.includes(index) ? named : [index];
    return parts.some((part) => beside.some((at) => toldIn(at).has(part.toLowerCase())));
  };
  return (row) => {
    if (numbers.some((index) => isNumberOfOwn(cellText(row, index)))) return false;
    const filled = filledIn(row).filter((index) => !isCountOrSum(cellText(row, index)));
    return (
      filled.some((index) => named.includes(index) || numbers.includes(index)) &&
      filled.every((index) => callsTotal(cellText(row, index), index))
    );
  };
};

/** A count, a sum with or without its currency, a currency alone, or a dash in place of one. */
const isCountOrSum = (text: string): boolean =>
  saysNoCount(text) ||
  amountReadings(text.replace(/%$/, '')).length > 0 ||
  typeof readCurrency(meantAlone(text)) === 'object';

/** What a text adds up that begins or ends with such a word: `Nordby kommun` of its total. */
const partsBeside = (text: string, list: ListOf): string[] => {
  const words = text.split(' ');
  if (words.length < 2) return [];
  return [
    ...(namesTotal(words[0] ?? '', list) ? [words.slice(1).join(' ')] : []),
    ...(namesTotal(words.at(-1) ?? '', list) ? [words.slice(0, -1).join(' ')] : []),
  ];
};

/** Lists of those who may be known by their name or address alone. */
const OF_NAMES_ALONE: readonly VipTable['kind'][] = ['customers', 'holders'];

/**
 * A row with one cell in a list of several columns. A customer may be known by the name alone, so
 * that such a list loses only what reads as a note, or stands apart below the list.
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
      !OF_NAMES_ALONE.includes(kind) ||
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
