import { isCodeOnTop, likelyHeadings, withoutCodes } from '#core/import/tables/heading-row.ts';
import type { Sheet, SheetRow } from '#core/import/sheet.ts';
import { cellText, filledRows } from '#core/import/tables/table-columns.ts';
import type { ListAs } from './reads-as.ts';
import { licenceTable, NO_HEADINGS, tableOf, withApps, type LicenceTable } from './columns.ts';
import { fieldOf, formatOf } from './headings.ts';
import { holdingsUnder, holdingTable, type HoldingTable } from './people/holding-columns.ts';
import { holdingFieldOf } from './people/holding-headings.ts';
import { peopleUnder, personTable, type PersonTable } from './people/person-columns.ts';
import { personFieldOf } from './people/person-headings.ts';
import { withEmail } from './people/addresses.ts';
import { hasAddress, isRowOnTop } from './row-on-top.ts';
import { installFieldOf } from './install-headings.ts';
import { installsUnder, installTable, type InstallTable } from './install-columns.ts';

/** A sheet with columns. */
export type ShelvedTable =
  | { readonly is: 'table'; readonly table: LicenceTable }
  | { readonly is: 'installs'; readonly table: InstallTable }
  | { readonly is: 'people'; readonly table: PersonTable }
  | { readonly is: 'holdings'; readonly table: HoldingTable };

/**
 * A sheet as the list that someone says it is: as its headings say, where they name such a list,
 * else under the row with most of that list's headings, or without any where the row on top is one
 * of the list. What no heading names is mapped by hand. Undefined without rows.
 */
export const listAs = (
  sheet: Sheet,
  as: ListAs,
  hidden: readonly number[],
): ShelvedTable | undefined => recognised(sheet, as, hidden) ?? SAID[as](sheet, hidden);

const recognised = (
  sheet: Sheet,
  as: ListAs,
  hidden: readonly number[],
): ShelvedTable | undefined => {
  if (as === 'installs') {
    const table = installTable(sheet);
    return table === undefined ? undefined : { is: 'installs', table: { ...table, hidden } };
  }
  if (as === 'users') {
    const table = personTable(sheet);
    return table && { is: 'people', table: { ...table, hidden } };
  }
  if (as === 'assignments') {
    const table = holdingTable(sheet);
    return table && { is: 'holdings', table: { ...table, hidden } };
  }
  const table = licenceTable(sheet);
  if (table === undefined || table.needsMapping) return undefined;
  return { is: 'table', table: { ...table, hidden } };
};

const licencesAs = (sheet: Sheet, hidden: readonly number[]): ShelvedTable | undefined => {
  const knownIn = ({ cells }: SheetRow): number => {
    const format = formatOf(cells);
    return differentIn(cells.map((cell) => fieldOf(cell, format)));
  };
  const found = underHeadings(sheet, hidden, knownIn);
  if (found === undefined) return undefined;
  const table = { ...tableOf(sheet.name, found.header, found.below), isSaid: true, hidden };
  return { is: 'table', table: { ...table, columns: withoutCodes(withApps(table), hidden) } };
};

const installsAs = (sheet: Sheet, hidden: readonly number[]): ShelvedTable | undefined => {
  const knownIn = ({ cells }: SheetRow): number =>
    differentIn(cells.map((cell) => installFieldOf(cell)?.field));
  const found = underHeadings(sheet, hidden, knownIn);
  if (found === undefined) return undefined;
  const table = installsUnder(sheet.name, found.header, found.below);
  const columns = withoutCodes(table.columns, hidden);
  return { is: 'installs', table: { ...table, columns, isSaid: true, hidden } };
};

const peopleAs = (sheet: Sheet, hidden: readonly number[]): ShelvedTable | undefined => {
  const knownIn = ({ cells }: SheetRow): number => differentIn(cells.map(personFieldOf));
  const found = underHeadings(sheet, hidden, knownIn);
  if (found === undefined) return undefined;
  const table = peopleUnder(sheet.name, found.header, found.below);
  const columns = withoutCodes(withEmail(table.columns, table.rows), hidden);
  return { is: 'people', table: { ...table, columns, isSaid: true, hidden } };
};

const holdingsAs = (sheet: Sheet, hidden: readonly number[]): ShelvedTable | undefined => {
  const knownIn = ({ cells }: SheetRow): number => differentIn(cells.map(holdingFieldOf));
  const found = underHeadings(sheet, hidden, knownIn);
  if (found === undefined) return undefined;
  const table = holdingsUnder(sheet.name, found.header, found.below);
  const columns = withoutCodes(withEmail(table.columns, table.rows), hidden);
  return { is: 'holdings', table: { ...table, columns, isSaid: true, hidden } };
};

const SAID: Readonly<
  Record<ListAs, (sheet: Sheet, hidden: readonly number[]) => ShelvedTable | undefined>
> = { licences: licencesAs, installs: installsAs, users: peopleAs, assignments: holdingsAs };

const differentIn = (fields: readonly (string | undefined)[]): number =>
  new Set(fields.filter((field) => field !== undefined)).size;

const underHeadings = (
  { rows }: Sheet,
  hidden: readonly number[],
  knownIn: (row: SheetRow) => number,
): { readonly header: SheetRow; readonly below: readonly SheetRow[] } | undefined => {
  const headings = likelyHeadings(rows, (row) =>
    hasAddress(row) || isHalfFigures(row)
      ? 0
      : knownIn({ ...row, cells: row.cells.map((_, at) => cellText(row, at)) }),
  );
  const header = headings === undefined ? undefined : rows[headings.at];
  if (headings === undefined || header === undefined) return undefined;
  const below = filledRows(rows.slice(headings.at + 1));
  if (headings.known === 0 && (isCodeOnTop(header, hidden) || isRowOnTop(header, below)))
    return { header: NO_HEADINGS, below: rows };
  return below.length === 0 ? undefined : { header, below };
};

/** Half of it are figures: it is no headings, though a word of it may be one elsewhere (`Totalt`). */
const isHalfFigures = ({ cells }: SheetRow): boolean => {
  const filled = cells.filter((cell) => cell.trim() !== '');
  return filled.filter((cell) => /^\s*\d[\d\s.,]*$/.test(cell)).length >= filled.length / 2;
};
