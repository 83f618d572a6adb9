import type { SheetRow } from '../sheet.ts';
import { cellText, isNamesake, type TableColumn } from './table-columns.ts';

/** Two columns whose headings mean one thing, in their order; one of them has the field. */
export type MeantTwice = {
  readonly field: string;
  readonly columns: readonly { readonly index: number; readonly heading: string }[];
  /** Nobody has said yet which of them it is. */
  readonly isOpen: boolean;
};

/**
 * Two columns whose headings mean one thing, but which say different things in some row: only a
 * person can tell which of them it is. Undefined where there are none.
 */
export const meantTwice = <Field extends string>(
  columns: readonly Pick<TableColumn<Field>, 'index' | 'heading' | 'field'>[],
  rows: readonly SheetRow[],
  fieldOf: (heading: string) => Field | '' | undefined,
): MeantTwice | undefined => {
  const byField = new Map(columns.map((column) => [column.field, column]));
  for (const column of columns) {
    const field = column.field === '' ? (fieldOf(column.heading) ?? '') : '';
    const has = field === '' ? undefined : byField.get(field);
    // Of two that are called the same the first is meant, as a report of invoices has its taxes.
    if (has === undefined || isNamesake(has, column)) continue;
    if (!differ(rows, has.index, column.index)) continue;
    const both = [has, column].toSorted((one, other) => one.index - other.index);
    return {
      field,
      columns: both.map(({ index, heading }) => ({ index, heading })),
      isOpen: true,
    };
  }
  return undefined;
};

/** The same once somebody said what the columns mean. */
export const toldApart = (twice: MeantTwice | undefined): MeantTwice | undefined =>
  twice && { ...twice, isOpen: false };

/** What a sheet asks of its columns: which of two it is only where it asks nothing else of them. */
export const askedOfColumns = (
  needsMapping: boolean,
  twice: MeantTwice | undefined,
): { readonly needsMapping: boolean; readonly twice: MeantTwice | undefined } => ({
  needsMapping: needsMapping || twice?.isOpen === true,
  twice: needsMapping ? undefined : twice,
});

/** Whether two columns both say something in a row, and not the same. */
const differ = (rows: readonly SheetRow[], one: number, other: number): boolean =>
  rows.some((row) => {
    const [said, beside] = [bare(cellText(row, one)), bare(cellText(row, other))];
    return said !== '' && beside !== '' && said !== beside;
  });

/** A cell without what is only its dress: capitals, spaces, signs, and the `,00` of a sum. */
const bare = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[.,]00?$/, '')
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
