import { samplesOf } from './column-samples.ts';
import { headingKey } from '../heading-key.ts';
import { mayBeCells } from '../name-headings.ts';
import type { Mapping } from '../mapping.ts';
import { isSecretHeading } from '../secret-headings.ts';
import type { SheetRow } from '../sheet.ts';
import { visibleText, withoutTextMark } from '../../text/visible-text.ts';

/** One column of a list with what it means now; '' is not imported. */
export type TableColumn<Field extends string> = {
  readonly index: number;
  readonly heading: string;
  readonly field: Field | '';
};

/**
 * Rows within which headings are looked for: exports have a few lines above them, a printed report may
 * have a page.
 */
export const HEADINGS_WITHIN = 200;

/**
 * The share of a column's cells that must look like something before the column is taken to be
 * that.
 */
export const MOSTLY = 0.8;

/**
 * The text of a cell as people see it, without the `'` that keeps a sheet from reading it as a
 * formula.
 */
export const cellText = (row: SheetRow, index: number | undefined): string =>
  withoutTextMark(visibleText(index === undefined ? '' : (row.cells[index] ?? '')));

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
 * The columns with the meanings they were given: a change to one, or all of them as remembered. A
 * column that was not remembered keeps the meaning found for it, and so does a hidden one or one of
 * passwords: only someone who sees this file decides what may be a code, never an earlier file. A
 * field that this app does not know is not imported.
 */
export const mappedColumns = <Field extends string>(
  columns: readonly TableColumn<Field>[],
  mapping: NonNullable<Mapping>,
  fields: readonly Field[],
  hidden: readonly number[] = [],
): TableColumn<Field>[] => {
  const known = (name: string): Field | '' => fields.find((field) => field === name) ?? '';
  if (!('remembered' in mapping)) return remapped(columns, mapping.index, known(mapping.field));
  const { remembered } = mapping;
  const meant = columns.map(({ index, heading, field }) => {
    const isKept = hidden.includes(index) || isSecretHeading(heading);
    return known(isKept ? field : (remembered[String(index)] ?? field));
  });
  return columns.map((column, at) => {
    const field = meant[at] ?? '';
    return { ...column, field: meant.indexOf(field) === at ? field : ('' as const) };
  });
};

/** What columns mean, as it is remembered: the field of each, by its place. */
export const mappingOf = (
  columns: readonly Pick<TableColumn<string>, 'index' | 'field'>[],
): Record<string, string> =>
  Object.fromEntries(columns.map(({ index, field }) => [String(index), field]));

/**
 * The headings of columns as they are remembered: small letters and figures only. Where one that is
 * not known may be a secret or a name, all may be the cells of a row, and those that are not known
 * are remembered by their place. '' where none is left.
 */
export const headingsKey = (
  columns: readonly (Pick<TableColumn<string>, 'heading'> & {
    readonly samples?: readonly string[];
  })[],
  isKnown: (heading: string) => boolean,
): string => {
  const isUnknown = columns.map(({ heading }) => !isKnown(heading));
  const isDoubtful = mayBeCells(columns, isUnknown);
  const keys = columns.map(({ heading }, at) =>
    isDoubtful && isUnknown[at] ? '' : headingKey(heading),
  );
  return keys.every((key) => key === '') ? '' : keys.join('|');
};

/**
 * The columns under a row of headings, each with what its heading means; of several that mean one
 * thing the first has it, or one of another name where nothing is in the first.
 */
export const columnsUnder = <Field extends string>(
  header: SheetRow,
  rows: readonly SheetRow[],
  fieldOf: (heading: string) => Field | undefined,
): TableColumn<Field>[] => {
  const meant = Array.from({ length: widthOf([header, ...rows]) }, (_, index) => {
    const heading = cellText(header, index);
    return { index, heading, field: fieldOf(heading) ?? ('' as const) };
  });
  const has = new Map<Field | '', TableColumn<Field>>();
  for (const column of meant) {
    if (column.field === '') continue;
    const before = has.get(column.field);
    const isLeft =
      before !== undefined &&
      !isNamesake(before, column) &&
      isEmpty(rows, before.index) &&
      !isEmpty(rows, column.index);
    if (before === undefined || isLeft) has.set(column.field, column);
  }
  return meant.map((column) => ({
    ...column,
    field: has.get(column.field) === column ? column.field : '',
  }));
};

/** Whether two columns are called the same. */
export const isNamesake = (one: { readonly heading: string }, other: typeof one): boolean =>
  headingKey(one.heading) === headingKey(other.heading);

const isEmpty = (rows: readonly SheetRow[], index: number): boolean =>
  rows.every((row) => cellText(row, index) === '');

/** What is in a column, as people see it; cells with nothing in them are left out. */
export const cellsUnder = (rows: readonly SheetRow[], index: number | undefined): string[] =>
  rows.map((row) => cellText(row, index)).filter((text) => text !== '');

/** Whether enough of a column's cells are something for the column to be taken as that. */
export const areMostly = (cells: readonly string[], accepts: (text: string) => boolean): boolean =>
  cells.length > 0 && cells.filter(accepts).length / cells.length >= MOSTLY;

/** Where each field is in a row. */
export const placesOf = <Field extends string>(
  columns: readonly TableColumn<Field>[],
): ReadonlyMap<Field | '', number> => new Map(columns.map(({ field, index }) => [field, index]));

/**
 * A column as it is shown: how many rows have something in it, and the first of what that is. Of
 * passwords nothing is shown, and of a `hidden` column only once it means something.
 */
export const shownColumn = <Field extends string>(
  { index, heading, field }: TableColumn<Field>,
  rows: readonly SheetRow[],
  hidden: readonly number[] = [],
) => {
  const cells = cellsUnder(rows, index);
  const secret = isSecretHeading(heading) || (field === '' && hidden.includes(index));
  const samples = secret ? [] : samplesOf(cells);
  return { index, heading, field, filled: cells.length, samples, secret };
};

/** The content of a cell that is refused, cut to the length that is shown. */
export const shortened = (text: string): string => text.slice(0, 40);
