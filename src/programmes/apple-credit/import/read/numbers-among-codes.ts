import type { SheetRow } from '#core/import/sheet.ts';
import { looksLikeCode, seenText } from './code-text.ts';

/** An order number as Apple writes it: `W900000417`, `MNB0000417` (apple.md §3.1 and §3.2). */
const ORDER_NUMBER = /^(?:W\d{9}|[A-Z]{3}\d{7})$/;

/** As many figures: the number of something, be it an order or an app. */
const FIGURES = /^\d{10}$/;

/** The lines of pasted codes that are numbers instead. */
export type NumberLines = {
  /** The one that is above all codes, and is an order's: they belong to that. */
  readonly order?: SheetRow;
  /** Numbers of the rows whose number says nothing for sure. */
  readonly others: readonly number[];
};

const NONE: NumberLines = { others: [] };

/**
 * Lines with nothing but a number, without a word for it, among codes that have no headings. A code
 * may look like an order number: they are told apart only where every code has letters and another
 * length.
 */
export const numberLines = (rows: readonly SheetRow[], column: number): NumberLines => {
  const lines = rows.flatMap((row) => {
    const text = seenText(row.cells[column] ?? '').toUpperCase();
    const isAlone = row.cells.every((cell, at) => at === column || seenText(cell) === '');
    return looksLikeCode(text) ? [{ row, text, isNumber: isAlone && isNumber(text) }] : [];
  });
  const numbers = lines.filter(({ isNumber }) => isNumber);
  const codes = lines.filter(({ isNumber }) => !isNumber);
  const areApart = codes.every(({ text }) => /[A-Z]/.test(text) && lengthOf(text) !== 10);
  const [first, ...more] = numbers;
  if (first === undefined || codes.length === 0 || !areApart) return NONE;
  const isOfAll = lines[0] === first && more.length === 0 && ORDER_NUMBER.test(first.text);
  return isOfAll
    ? { order: first.row, others: [] }
    : { others: numbers.map(({ row }) => row.number) };
};

const isNumber = (text: string): boolean => ORDER_NUMBER.test(text) || FIGURES.test(text);

const lengthOf = (code: string): number => code.replace(/[- ]/g, '').length;
