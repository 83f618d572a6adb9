import { mayBeSecret } from '../secret-headings.ts';
import type { SheetRow } from '../sheet.ts';
import { cellText, type TableColumn } from './table-columns.ts';

/**
 * What stands in the cells of a row, by what their columns mean, in the order of those words; empty
 * cells are left out, and '' is in the place of what may be a secret.
 */
export type Stands = readonly (readonly [field: string, text: string])[];

/**
 * What stands in the columns of a row that mean something. `inWords` are fields of people's own
 * words, in which a code or a password may stand.
 */
export const standsIn = (
  row: SheetRow,
  columns: readonly TableColumn<string>[],
  inWords: readonly string[],
): Stands =>
  columns
    .flatMap(({ index, field }) => {
      const text = field === '' ? '' : cellText(row, index);
      if (text === '') return [];
      return [[field, inWords.includes(field) && mayBeSecret(text) ? '' : text] as const];
    })
    .sort(([a], [b]) => (a < b ? -1 : 1));

/** What a row is called: the first of these fields that has something in it, else ''. */
export const calledIn = (
  row: SheetRow,
  columns: readonly TableColumn<string>[],
  fields: readonly string[],
): string =>
  fields
    .map((named) => cellText(row, columns.find(({ field }) => field === named)?.index))
    .find((text) => text !== '') ?? '';
