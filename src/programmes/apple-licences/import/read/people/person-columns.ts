import type { Mapping } from '#core/import/mapping.ts';
import type { Sheet, SheetRow } from '#core/import/sheet.ts';
import { cellText, HEADINGS_WITHIN, mappedColumns } from '#core/import/tables/table-columns.ts';
import { listedUnder, type ListedTable } from './listed-table.ts';
import { PERSON_FIELDS, type PersonField } from '../fields.ts';
import { personFieldOf, saysPeople } from './person-headings.ts';
import { othersAddress } from './who-headings.ts';

/** A sheet that lists people. */
export type PersonTable = ListedTable<PersonField>;

/** The list of people in a sheet, or undefined when its headings name none. */
export const personTable = ({ name, rows }: Sheet): PersonTable | undefined => {
  for (const [at, header] of rows.slice(0, HEADINGS_WITHIN).entries()) {
    const says = saysPeople(header.cells);
    if (says === 'no') continue;
    return { ...peopleUnder(name, header, rows.slice(at + 1)), isLikely: says === 'perhaps' };
  }
  return undefined;
};

/** The list of people under a row of headings. */
export const peopleUnder = (
  sheet: string,
  header: SheetRow,
  below: readonly SheetRow[],
): PersonTable => {
  const table = listedUnder(sheet, header, below, personFieldOf);
  const headings = table.columns.map(({ heading }) => heading);
  const columns = table.columns.map((column, at) => {
    const whose = othersAddress(headings, at);
    const isOthers = whose === 'guardian' || (whose === 'supervisor' && isShared(table, at));
    return isOthers ? { ...column, field: '' as const } : column;
  });
  return { ...table, columns };
};

/** Whether two who are called differently have one address: it is neither's. */
const isShared = ({ columns, rows }: PersonTable, index: number): boolean => {
  const names = columns.filter(({ field }) => NAMES.some((name) => name === field));
  const of = new Map<string, string>();
  return rows.some((row) => {
    const address = cellText(row, index).toLowerCase();
    const name = names.map((column) => cellText(row, column.index)).join(' ');
    const first = of.get(address) ?? name;
    of.set(address, first);
    return address !== '' && name.trim() !== '' && first !== name;
  });
};

const NAMES = ['name', 'firstName', 'lastName'] as const;

/** The table with the meanings its columns were given: a change to one, or all as remembered. */
export const mapPersonTable = (table: PersonTable, mapping: NonNullable<Mapping>): PersonTable => ({
  ...table,
  columns: mappedColumns(table.columns, mapping, PERSON_FIELDS, table.hidden),
});
