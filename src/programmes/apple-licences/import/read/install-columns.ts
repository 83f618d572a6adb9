import { headingKey } from '#core/import/heading-key.ts';
import type { Mapping } from '#core/import/mapping.ts';
import type { Sheet, SheetRow } from '#core/import/sheet.ts';
import {
  countsPerApp,
  installFieldOf,
  listsAppsOfDevices,
  readInstallState,
  saysInstalls,
} from './install-headings.ts';
import { isLicenceHeading } from './columns.ts';
import { INSTALL_FIELDS, type InstallField } from './fields.ts';
import {
  areMostly,
  cellsUnder,
  cellText,
  filledRows,
  HEADINGS_WITHIN,
  mappedColumns,
  widthOf,
  type TableColumn,
} from '#core/import/tables/table-columns.ts';

/** A sheet that lists the state of installations, one row per device or user. */
export type InstallTable = {
  readonly sheet: string;
  /** 1-based row of the headings. */
  readonly headerRow: number;
  readonly columns: readonly TableColumn<InstallField>[];
  readonly rows: readonly SheetRow[];
  /** Someone said what it is. */
  readonly isSaid?: boolean;
  /** Columns that may hold codes: not shown as long as they mean nothing here. */
  readonly hidden?: readonly number[];
};

/**
 * The list of installations in a sheet, or undefined when it holds none. It is recognized by its
 * headings; with only `Status`, most values below must be states as well, and a sheet that names
 * apps and their licences, and no device, is a list of licences.
 */
export const installTable = ({ name, rows }: Sheet): InstallTable | undefined => {
  for (const [at, header] of rows.slice(0, HEADINGS_WITHIN).entries()) {
    const says = saysInstalls(header.cells);
    if (says === 'no') continue;
    const table = installsUnder(name, header, rows.slice(at + 1));
    const isOfLicences = isLicenceHeading(header) && !listsAppsOfDevices(header.cells);
    if (says === 'sure' || (!isOfLicences && holdsStates(table))) return table;
  }
  return undefined;
};

/**
 * Whether a sheet only counts installations per app: it says nothing about individual users or
 * devices.
 */
export const isPerApp = ({ rows }: Sheet): boolean =>
  rows.slice(0, HEADINGS_WITHIN).some(({ cells }) => countsPerApp(cells));

/** The table with the meanings its columns were given: a change to one, or all as remembered. */
export const mapInstallTable = (
  table: InstallTable,
  mapping: NonNullable<Mapping>,
): InstallTable => ({
  ...table,
  columns: mappedColumns(table.columns, mapping, INSTALL_FIELDS, table.hidden),
});

/**
 * The table under a row of headings; of several columns that mean one thing, the one whose heading
 * says it best has it.
 */
export const installsUnder = (
  sheet: string,
  header: SheetRow,
  below: readonly SheetRow[],
): InstallTable => {
  const rows = filledRows(below);
  const headings = Array.from({ length: widthOf([header, ...rows]) }, (_, index) =>
    cellText(header, index),
  );
  const best = new Map<InstallField, { readonly index: number; readonly rank: number }>();
  for (const [index, heading] of headings.entries()) {
    const known = installFieldOf(heading);
    if (
      known !== undefined &&
      known.rank < (best.get(known.field)?.rank ?? Number.POSITIVE_INFINITY)
    )
      best.set(known.field, { index, rank: known.rank });
  }
  const fieldAt = (index: number): InstallField | '' =>
    INSTALL_FIELDS.find((field) => best.get(field)?.index === index) ?? '';
  const columns = headings.map((heading, index) => ({ index, heading, field: fieldAt(index) }));
  return { sheet, headerRow: header.number, columns, rows };
};

const holdsStates = ({ columns, rows }: InstallTable): boolean => {
  const at = columns.find(({ field }) => field === 'state')?.index;
  const cells = cellsUnder(rows, at).filter((text) => headingKey(text) !== '');
  return areMostly(cells, (text) => readInstallState(text) !== undefined);
};
