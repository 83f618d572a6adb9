import type { SheetRow } from './sheet.ts';
import { visibleText } from '../text/visible-text.ts';

/** One column of a list with what it means now; '' is not imported. */
export type TableColumn<Field extends string> = {
  readonly index: number;
  readonly heading: string;
  readonly field: Field | '';
};

/** Rows above which headings are looked for; exports have a few lines of preamble at most. */
export const HEADINGS_WITHIN = 40;

/** Share of a column's cells that must be what a column is taken for by its content. */
export const MOSTLY = 0.8;

/**
 * The text of a cell as people see it, without the `'` that keeps a sheet from reading it as a
 * formula.
 */
export const cellText = (row: SheetRow, index: number | undefined): string =>
  visibleText(index === undefined ? '' : (row.cells[index] ?? '')).replace(/^'(?=[-+=@])/, '');

/** Rows with anything in them. */
export const filledRows = (rows: readonly SheetRow[]): SheetRow[] =>
  rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));

/** How many columns a table has: as many as its widest row. */
export const widthOf = (rows: readonly SheetRow[]): number =>
  rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);

/**
 * The columns with another meaning for one of them; a field that another had is taken from it: the
 * last choice wins.
 */
export const remapped = <Field extends string>(
  columns: readonly TableColumn<Field>[],
  index: number,
  field: Field | '',
): TableColumn<Field>[] =>
  columns.map((column) => {
    if (column.index === index) return { ...column, field };
    return column.field === field ? { ...column, field: '' } : column;
  });

/**
 * The columns as they were remembered, in their order; a field that this app does not know is not
 * imported.
 */
export const recalled = <Field extends string>(
  columns: readonly TableColumn<Field>[],
  remembered: readonly string[],
  fields: readonly Field[],
): TableColumn<Field>[] => {
  const known = remembered.map((name) => fields.find((field) => field === name) ?? '');
  return columns.map((column, at) => {
    const field = known[at] ?? '';
    return { ...column, field: known.indexOf(field) === at ? field : ('' as const) };
  });
};
