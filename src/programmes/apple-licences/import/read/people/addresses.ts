import { isSecretHeading } from '#core/import/secret-headings.ts';
import type { SheetRow } from '#core/import/sheet.ts';
import {
  areMostly,
  cellsUnder,
  remapped,
  type TableColumn,
} from '#core/import/tables/table-columns.ts';
import { ADDRESSES, type Address } from './who-headings.ts';

/** Whether a text is an address, as of e-mail or of an account. */
export const isAddress = (text: string): boolean => /^[^\s@]+@[^\s@.]+\.[^\s@]+$/.test(text);

/** The columns, and the e-mail address in the first that holds addresses, where no heading names one. */
export const withEmail = <Field extends string>(
  columns: readonly TableColumn<Field | Address>[],
  rows: readonly SheetRow[],
): readonly TableColumn<Field | Address>[] => {
  if (columns.some(({ field }) => ADDRESSES.some((address) => address === field))) return columns;
  const email = columns.find(
    ({ index, heading, field }) =>
      field === '' && !isSecretHeading(heading) && areMostly(cellsUnder(rows, index), isAddress),
  );
  return email === undefined ? columns : remapped(columns, email.index, 'email');
};
