import type { SheetRow } from '#core/import/sheet.ts';
import {
  cellText,
  columnsUnder,
  filledRows,
  type TableColumn,
} from '#core/import/tables/table-columns.ts';
import { beside } from './who-headings.ts';

/** A sheet that lists people, or what they have, one row each. */
export type ListedTable<Field extends string> = {
  readonly sheet: string;
  /** 1-based row of the headings. */
  readonly headerRow: number;
  readonly columns: readonly TableColumn<Field>[];
  readonly rows: readonly SheetRow[];
  /** Its headings may be those of another list as well. */
  readonly isLikely?: boolean;
  /** Someone said what it is. */
  readonly isSaid?: boolean;
  /** Columns that may hold codes: not shown as long as they mean nothing here. */
  readonly hidden?: readonly number[];
};

/** The table under a row of headings. */
export const listedUnder = <Field extends string>(
  sheet: string,
  header: SheetRow,
  below: readonly SheetRow[],
  fieldOf: (heading: string) => Field | undefined,
): ListedTable<Field | 'name'> => {
  const rows = filledRows(below);
  const headings = header.cells.map((_, index) => cellText(header, index));
  return {
    sheet,
    headerRow: header.number,
    columns: columnsUnder(header, rows, beside(headings, fieldOf)),
    rows,
  };
};
