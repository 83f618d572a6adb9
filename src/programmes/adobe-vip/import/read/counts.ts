import { lookUpIn } from '#core/import/heading-words.ts';
import { shortened } from '#core/import/tables/table-columns.ts';
import type { Failure } from './cells.ts';
import { saysNoCount, type WrittenCount } from './written-count.ts';

/** Licences of a line end here (adobe.md §3). */
const MOST = 599_000;

/**
 * A quantity of licences: whole and above nothing; `mayReturn` takes one that is written below it.
 */
export const quantityOf = (written: WrittenCount, mayReturn: boolean): number | Failure => {
  const whole = wholeOf(written);
  if (typeof whole !== 'number') return whole;
  const quantity = mayReturn ? Math.abs(whole) : whole;
  return quantity < 1
    ? { reason: 'quantity-not-above-nothing', params: { written: shortened(written.text) } }
    : quantity;
};

/** A quantity as an invoice has it: whole, and below nothing where licences go back. */
export const wholeOf = ({ text, isNumber, mark }: WrittenCount): number | Failure => {
  if (saysNoCount(text)) return { reason: 'quantity-missing' };
  const params = { written: shortened(text) };
  const figures = figuresIn(
    withoutUnit(text).replace(/\u2212/g, '-'),
    isNumber || mark === 'decimals',
  );
  if (figures === undefined) return { reason: 'quantity-not-whole', params };
  const quantity = Number(figures);
  return Math.abs(quantity) > MOST ? { reason: 'quantity-too-large', params } : quantity;
};

/** A count without the word for what is counted: `45 st`, `12 licenses`. */
const withoutUnit = (text: string): string => {
  const [, count = '', unit = ''] = /^(.*\d)\s*(\p{L}+)\.?$/u.exec(text) ?? [];
  return unitIn(unit) === undefined ? text : count;
};

const unitIn = lookUpIn([
  {
    unit: `st stk styck pc pcs piece pieces ea licens licenser license licenses licence licences lic seat seats stück lizenz
      lizenzen pièces licencia licencias ud uds stuks licentie licenties lisens lisenser kpl lisenssi lisenssit`,
  },
]);

/**
 * The figures of a whole number. Licences are whole: three figures after a mark are thousands
 * (`1,000`), and only noughts are decimals otherwise (`12,00`). A cell that is stored as a number
 * has no mark but the point before its decimals, and one in a column of decimals none but theirs.
 */
const figuresIn = (text: string, hasDecimals: boolean): string | undefined => {
  if (hasDecimals) return plainIn(text.replace(/[.,]0+$/, ''));
  const grouped = groupedBy(text);
  if (grouped !== undefined) return plainIn(text.replaceAll(grouped, ''));
  const [decimals = ''] = /[.,]0+$/.exec(text) ?? [];
  const whole = text.slice(0, text.length - decimals.length);
  const mark = groupedBy(whole);
  return mark === undefined || mark === decimals[0]
    ? plainIn(whole)
    : plainIn(whole.replaceAll(mark, ''));
};

/** What stands between groups of three figures, if anything does. */
const groupedBy = (text: string): string | undefined =>
  /^-?[1-9]\d{0,2}([.,'’ ])\d{3}(?:\1\d{3})*$/.exec(text)?.[1];

const plainIn = (text: string): string | undefined =>
  /^-?\d{1,10}$/.test(text) ? text : undefined;
