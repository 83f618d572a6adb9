import { seenText } from './code-text.ts';
import type { RecognisedSheet, SheetColumn, SheetField } from './values.ts';
import type { Habits, Read } from '#core/import/written-habits.ts';
import type { SheetRow } from '#core/import/sheet.ts';

/** A cell's text as people see it, and whether the sheet stores it as a number. */
export type Cell = { readonly text: string; readonly isNumber: boolean };

/** The columns of a sheet by what they mean. */
export type Columns = ReadonlyMap<SheetField, SheetColumn>;

/** The columns of a sheet by what they mean. */
export const columnsByField = (sheet: Pick<RecognisedSheet, 'columns'>): Columns =>
  new Map(sheet.columns.flatMap((column) => (column.field === '' ? [] : [[column.field, column]])));

/** The cell of a row under a field; empty when no column means it. */
export const cellOf = (row: SheetRow, columns: Columns, field: SheetField): Cell => {
  const index = columns.get(field)?.index;
  return index === undefined
    ? { text: '', isNumber: false }
    : { text: seenText(row.cells[index] ?? ''), isNumber: row.numbers?.includes(index) ?? false };
};

/**
 * A sum: canonical decimal text. Numbers of a sheet are rounded to hundredths as the sheet would
 * show them.
 */
export const readAmountCell = ({ text, isNumber }: Cell, habits: Habits): Read => {
  if (!isNumber) return habits.amount(text);
  const value = Number(text);
  return Math.abs(value) < 1e13 ? { value: value.toFixed(2) } : 'none';
};

/** A day. */
export const readDayCell = ({ text }: Cell, habits: Habits): Read => habits.day(text);
