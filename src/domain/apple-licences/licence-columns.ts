import type { Sheet, SheetRow } from '../sheet.ts';
import { headingKey } from '../heading-key.ts';
import { visibleText } from '../visible-text.ts';
import { readAdamId } from './adam-id.ts';
import { fieldOf, formatOf, LICENCE_FIELDS, type LicenceField, type LicenceFormat } from './licence-headings.ts';

/** One column of a list with what it means now; '' is not imported. */
export type LicenceColumn = { readonly index: number; readonly heading: string; readonly field: LicenceField | '' };

/** A sheet that lists licences. */
export type LicenceTable = {
  readonly sheet: string;
  readonly format: LicenceFormat;
  /** 1-based row of the headings. */
  readonly headerRow: number;
  /** The app was found by what stands in its column, not by a heading: ask before anything is written. */
  readonly needsMapping: boolean;
  readonly columns: readonly LicenceColumn[];
  readonly rows: readonly SheetRow[];
};

/** Rows above which headings are looked for; exports have a few lines of preamble at most. */
const HEADINGS_WITHIN = 40;

/** Share of a column's cells that must be Adam IDs or addresses of Apple's store before it is taken for the app. */
const MOSTLY = 0.8;

/** The text of a cell as people see it, without the `'` that keeps a sheet from reading it as a formula. */
export const cellText = (row: SheetRow, index: number | undefined): string =>
  visibleText(index === undefined ? '' : (row.cells[index] ?? '')).replace(/^'(?=[-+=@])/, '');

/** The list of licences in a sheet, or undefined when it holds none. */
export const licenceTable = ({ name, rows }: Sheet): LicenceTable | undefined => {
  const at = rows.slice(0, HEADINGS_WITHIN).findIndex(isHeading);
  const header = rows[at];
  if (header !== undefined) return tableOf(name, header, rows.slice(at + 1));
  const first = rows.slice(0, HEADINGS_WITHIN).findIndex(({ cells }) => cells.filter((cell) => cell.trim()).length > 1);
  const guessed = rows[first];
  if (guessed === undefined) return undefined;
  const table = tableOf(name, guessed, rows.slice(first + 1));
  const apps = table.columns.find(({ index }) => holdsApps(table.rows, index));
  return apps === undefined ? undefined : { ...mapLicenceColumn(table, apps.index, 'adamId'), needsMapping: true };
};

/** Gives a column another meaning; a field that another column had is taken from it: the last choice wins. */
export const mapLicenceColumn = (table: LicenceTable, index: number, field: LicenceField | ''): LicenceTable => ({
  ...table,
  columns: table.columns.map((column) => {
    if (column.index === index) return { ...column, field };
    return column.field === field ? { ...column, field: '' } : column;
  }),
});

/** What the columns are remembered by (B9): their headings. */
export const licenceMappingKey = ({ columns }: Pick<LicenceTable, 'columns'>): string =>
  `apple-licences:${columns.map(({ heading }) => headingKey(heading)).join('|')}`;

/** The mapping as it is remembered under `licenceMappingKey`: the field of each column, in their order. */
export const licenceMappingOf = ({ columns }: Pick<LicenceTable, 'columns'>): string[] =>
  columns.map(({ field }) => field);

/** The table with a remembered mapping; a field that this app does not know is not imported. Nothing is left to ask. */
export const applyLicenceMapping = (table: LicenceTable, remembered: readonly string[]): LicenceTable => {
  const fields = remembered.map((one) => LICENCE_FIELDS.find((field) => field === one) ?? '');
  const columns = table.columns.map((column, at) => {
    const field = fields[at] ?? '';
    return { ...column, field: fields.indexOf(field) === at ? field : ('' as const) };
  });
  return { ...table, columns, needsMapping: false };
};

/** Headings of a list: they name the app by a number or an address, and say something of it. */
const isHeading = (row: SheetRow): boolean => {
  const format = formatOf(row.cells);
  const fields = new Set(row.cells.map((_, at) => fieldOf(cellText(row, at), format)));
  const tells = (['name', 'total', 'assigned', 'available', 'unlimited'] as const).some((field) => fields.has(field));
  return tells && (fields.has('adamId') || fields.has('storeUrl'));
};

const tableOf = (sheet: string, header: SheetRow, below: readonly SheetRow[]): LicenceTable => {
  const format = formatOf(header.cells);
  const rows = below.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), header.cells.length);
  const taken = new Set<string>();
  const columns = Array.from({ length: width }, (_, index): LicenceColumn => {
    const heading = cellText(header, index);
    const guess = fieldOf(heading, format) ?? '';
    const field = taken.has(guess) ? '' : guess;
    taken.add(field);
    return { index, heading, field };
  });
  return { sheet, format, headerRow: header.number, needsMapping: false, columns, rows };
};

/** Figures alone must be as long as an Adam ID is in practice, or counts and article numbers would do. */
const holdsApps = (rows: readonly SheetRow[], index: number): boolean => {
  const cells = rows.map((row) => cellText(row, index)).filter((text) => text !== '');
  const apps = cells.filter((text) => (readAdamId(text)?.length ?? 0) >= 9);
  return apps.length > 0 && apps.length / cells.length >= MOSTLY;
};
