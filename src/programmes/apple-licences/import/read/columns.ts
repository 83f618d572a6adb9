import type { Sheet, SheetRow } from '#core/import/sheet.ts';
import type { Mapping } from '#core/import/mapping.ts';
import { isSecretHeading } from '#core/import/secret-headings.ts';
import { readAdamId } from '#programmes/apple-licences/rules/app/adam-id.ts';
import { LICENCE_FIELDS, type LicenceField, type LicenceFormat } from './fields.ts';
import { isOfTrade } from './people/who-headings.ts';
import { isBareTotal, totalsAreMoney } from './words/line-total-headings.ts';
import { isOfOtherNumbers } from './words/other-number-headings.ts';
import { countsNamedApps, fieldOf, formatOf, isNameOfApp } from './headings.ts';
import { meantTwice, toldApart, type MeantTwice } from '#core/import/tables/meant-twice.ts';
import {
  areMostly,
  cellsUnder,
  cellText,
  columnsUnder,
  filledRows,
  HEADINGS_WITHIN,
  mappedColumns,
  remapped,
  type TableColumn,
} from '#core/import/tables/table-columns.ts';

/** One column of a list with what it means now; '' is not imported. */
export type LicenceColumn = TableColumn<LicenceField>;

/** A sheet that lists licences. */
export type LicenceTable = {
  readonly sheet: string;
  readonly format: LicenceFormat;
  /** 1-based row of the headings. */
  readonly headerRow: number;
  /**
   * The app was found by what is in its column, not by a heading: ask before anything is
   * written.
   */
  readonly needsMapping: boolean;
  readonly columns: readonly LicenceColumn[];
  readonly rows: readonly SheetRow[];
  /** Someone said what it is. */
  readonly isSaid?: boolean;
  /** Two columns that mean one thing and differ. */
  readonly twice?: MeantTwice | undefined;
  /** Columns that may hold codes: not shown as long as they mean nothing here. */
  readonly hidden?: readonly number[];
};

/** The list of licences in a sheet, or undefined when it holds none. */
export const licenceTable = ({ name, rows }: Sheet): LicenceTable | undefined => {
  const at = rows.slice(0, HEADINGS_WITHIN).findIndex(isLicenceHeading);
  const header = rows[at];
  if (header !== undefined) return tableOf(name, header, rows.slice(at + 1));
  const first = rows
    .slice(0, HEADINGS_WITHIN)
    .findIndex(({ cells }) => cells.filter((cell) => cell.trim()).length > 1);
  const guessed = rows[first];
  if (guessed === undefined) return undefined;
  const below = tableOf(name, guessed, rows.slice(first + 1));
  const apps = below.columns.find((column) => mayBeApps(column, below.rows));
  if (apps === undefined) return appsByName({ name, rows });
  // What is on top is no heading where it is an app, too.
  const isApp = holdsApps([guessed], apps.index);
  const table = isApp ? tableOf(name, NO_HEADINGS, rows.slice(first)) : below;
  return { ...table, columns: remapped(table.columns, apps.index, 'adamId'), needsMapping: true };
};

/** The list of apps by their names alone, if it counts their licences: someone must see that it is one. */
const appsByName = ({ name, rows }: Sheet): LicenceTable | undefined => {
  const at = rows.slice(0, HEADINGS_WITHIN).findIndex(({ cells }) => countsNamedApps(cells));
  const header = rows[at];
  if (header === undefined) return undefined;
  const table = tableOf(name, header, rows.slice(at + 1));
  const app = table.columns.find(({ heading }) => isNameOfApp(heading));
  const columns = app === undefined ? table.columns : remapped(table.columns, app.index, 'name');
  return { ...table, columns, needsMapping: true };
};

/** Without headings every row is one of the list. */
export const NO_HEADINGS: SheetRow = { number: 0, cells: [] };

/**
 * The table with the meanings its columns were given: a change to one, or all as remembered.
 * Nothing is left to ask.
 */
export const mapLicenceTable = (
  table: LicenceTable,
  mapping: NonNullable<Mapping>,
): LicenceTable => ({
  ...table,
  columns: mappedColumns(table.columns, mapping, LICENCE_FIELDS, table.hidden),
  needsMapping: false,
  twice: toldApart(table.twice),
});

/**
 * Headings of a list of licences: they name the app by a number or an address, and say something of
 * it.
 */
export const isLicenceHeading = (row: SheetRow): boolean => {
  const format = formatOf(row.cells);
  const fields = new Set(row.cells.map((_, at) => fieldOf(cellText(row, at), format)));
  const tells = (['name', 'total', 'assigned', 'available', 'unlimited'] as const).some((field) =>
    fields.has(field),
  );
  return tells && (fields.has('adamId') || fields.has('storeUrl'));
};

/** What headings mean beside each other: a total may be that of a price. */
const meaningBeside = (
  headings: readonly string[],
  format: LicenceFormat,
): ((heading: string) => LicenceField | undefined) => {
  const known = (heading: string): LicenceField | undefined => fieldOf(heading, format);
  // Where each row is a purchase, its day is not that of the counts.
  const isOfPurchases = isOfTrade(headings);
  // A name beside that of the app is somebody's.
  const namesApps = headings.some(isNameOfApp);
  const meant = (heading: string): LicenceField | undefined => {
    const field = known(heading);
    if (field === 'name' && namesApps && !isNameOfApp(heading)) return undefined;
    return isOfPurchases && field === 'asOf' ? undefined : field;
  };
  if (!totalsAreMoney(headings, meant)) return meant;
  return (heading) => (isBareTotal(heading) ? undefined : meant(heading));
};

/** The table under a row of headings. */
export const tableOf = (
  sheet: string,
  header: SheetRow,
  below: readonly SheetRow[],
): LicenceTable => {
  const format = formatOf(header.cells);
  const rows = filledRows(below);
  const meaning = meaningBeside(header.cells, format);
  const columns = columnsUnder(header, rows, meaning);
  return {
    sheet,
    format,
    headerRow: header.number,
    needsMapping: false,
    twice: meantTwice(columns, rows, meaning),
    columns,
    rows,
  };
};

/**
 * The columns, and the app in the first that holds numbers or addresses of apps, where no heading
 * names it.
 */
export const withApps = ({ columns, rows }: LicenceTable): readonly LicenceColumn[] => {
  if (columns.some(({ field }) => field === 'adamId' || field === 'storeUrl')) return columns;
  const apps = columns.find((column) => column.field === '' && mayBeApps(column, rows));
  return apps === undefined ? columns : remapped(columns, apps.index, 'adamId');
};

const mayBeApps = ({ index, heading }: LicenceColumn, rows: readonly SheetRow[]): boolean =>
  !isSecretHeading(heading) && !isOfOtherNumbers(heading) && holdsApps(rows, index);

/**
 * Whether a text can be the number or the address of an app, though no heading says so.
 * Figures alone must be as long as an Adam ID is in practice, or counts and article numbers would
 * do; those of a book (ISBN-13), or eleven as of a telephone abroad, are none.
 */
export const isAppNumber = (text: string): boolean =>
  (readAdamId(text)?.length ?? 0) >= 9 && !/^(?:97[89]\d{10}|\d{11})$/.test(text);

const holdsApps = (rows: readonly SheetRow[], index: number): boolean =>
  areMostly(cellsUnder(rows, index), isAppNumber);
