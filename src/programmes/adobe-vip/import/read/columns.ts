import { headingKey } from '#core/import/heading-key.ts';
import { mayBeHeadings } from '#core/import/tables/heading-row.ts';
import type { Mapping } from '#core/import/mapping.ts';
import type { Sheet, SheetRow } from '#core/import/sheet.ts';
import { meantTwice, toldApart } from '#core/import/tables/meant-twice.ts';
import {
  areMostly,
  cellsUnder,
  columnsUnder,
  filledRows,
  HEADINGS_WITHIN,
  mappedColumns,
  placesOf,
  remapped,
} from '#core/import/tables/table-columns.ts';
import { VIP_LIST_FIELDS, VIP_LISTS, type VipField, type VipListKind } from './fields.ts';
import { isHeadedAs, isPlainlyBilled, isSku } from './headed-as.ts';
import { isPlainAmount, isPlainDate, vipFieldOf } from './headings.ts';
import { namesReseller } from './names-vip.ts';
import { setAside } from './set-aside.ts';
import type { VipColumn, VipTable } from './table.ts';
import { whoseRows, withoutSellersAddress } from './whose-address.ts';
import { namesAdobe } from './words/adobe-names.ts';
import { isOfLicences } from './words/holder-headings.ts';

/**
 * The list in a sheet whose headings say which it is; undefined when they say none. Anybody's
 * articles and prices have such headings: something in it must be Adobe's, or a reseller's alone.
 */
export const vipTable = ({ name, rows }: Sheet): VipTable | undefined => {
  for (const [at, header] of rows.slice(0, HEADINGS_WITHIN).entries()) {
    const below = rows.slice(at + 1);
    const kind = VIP_LISTS.find((list) => isHeadedAs(header, list));
    const table = kind === undefined ? undefined : tableOf(name, kind, header, below);
    if (table !== undefined && isOfVip(table)) return asOfUsers(table, header);
    if (isPlainlyBilled(header, below)) return tableOf(name, 'invoices', header, below);
  }
  return undefined;
};

/**
 * The list of people with what they have of Adobe's in a sheet that has no heading of the Admin
 * Console's: only the names of the products tell. Undefined where there is none.
 */
export const peopleOfAdobe = ({ name, rows }: Sheet): VipTable | undefined => {
  for (const [at, header] of rows.slice(0, HEADINGS_WITHIN).entries()) {
    if (!header.cells.some((cell) => vipFieldOf(cell, 'holders') === 'email')) continue;
    const table = tableOf(name, 'holders', header, rows.slice(at + 1));
    const has = table.columns.find(
      ({ index, heading, field }) =>
        (OF_PRODUCTS.includes(field) || isOfLicences(heading)) &&
        areMostly(cellsUnder(table.rows, index), namesAdobe),
    );
    if (has === undefined) continue;
    const columns = OF_PRODUCTS.includes(has.field)
      ? table.columns
      : remapped(table.columns, has.index, 'configurations');
    return { ...table, columns };
  }
  return undefined;
};

/** Columns of people that name what somebody has. */
const OF_PRODUCTS: readonly (VipField | '')[] = ['configurations', 'product', 'profile'];

/** A list of customers as one of those who hold licences, where its rows are; asks beforehand. */
const asOfUsers = (table: VipTable, header: SheetRow): VipTable => {
  const whose = table.kind === 'customers' ? whoseRows(table) : 'customers';
  if (whose === 'customers') return table;
  const { sheet, rows } = table;
  const read = whose === 'users' ? tableOf(sheet, 'holders', header, rows) : table;
  return { ...read, needsMapping: true, doubt: whose };
};

const isOfVip = (table: VipTable): boolean => {
  if (namesReseller(table)) return true;
  const aside = setAside(table);
  const rows = table.rows.filter((row) => !aside.has(row));
  return areMostly(cellsUnder(rows, placesOf(table.columns).get('sku')), isSku);
};

/**
 * The list in a sheet that has the headings of another one: of a book with a sheet for each segment
 * all are read, and as one of them is.
 */
export const tableLike = (
  { name, rows }: Sheet,
  others: readonly VipTable[],
): VipTable | undefined => {
  for (const [at, header] of rows.slice(0, HEADINGS_WITHIN).entries()) {
    const other = mayBeHeadings(header)
      ? others.find(({ columns }) => hasHeadings(header, columns))
      : undefined;
    if (other === undefined) continue;
    const table = tableOf(name, other.kind, header, rows.slice(at + 1));
    const columns = table.columns.map((column) => {
      const { field = '' as const } = other.columns[column.index] ?? {};
      return { ...column, field };
    });
    return { ...table, columns, needsMapping: other.needsMapping };
  }
  return undefined;
};

const hasHeadings = (row: SheetRow, columns: readonly VipColumn[]): boolean =>
  Array.from({ length: Math.max(row.cells.length, columns.length) }).every(
    (_, index) => headingKey(row.cells[index] ?? '') === headingKey(columns[index]?.heading ?? ''),
  );

/**
 * The table with the meanings its columns were given: a change to one, or all as remembered. A
 * field that this list does not have is not imported. Nothing is left to ask.
 */
export const mapVipTable = (table: VipTable, mapping: NonNullable<Mapping>): VipTable => ({
  ...table,
  columns: mappedColumns<VipField>(
    table.columns,
    mapping,
    VIP_LIST_FIELDS[table.kind],
    table.hidden,
  ),
  needsMapping: false,
  twice: toldApart(table.twice),
});

/**
 * The table under a row of headings: each column with what its heading means in a list of the kind.
 */
export const tableOf = (
  sheet: string,
  kind: VipListKind,
  header: SheetRow,
  below: readonly SheetRow[],
): VipTable => {
  const rows = filledRows(below);
  const fieldOf = (heading: string): VipField | undefined => vipFieldOf(heading, kind);
  const columns = withPlain(columnsUnder(header, rows, fieldOf), kind);
  return {
    sheet,
    kind,
    headerRow: header.number,
    needsMapping: false,
    twice: meantTwice(columns, rows, fieldOf),
    columns,
    rows,
  };
};

/** The table in a sheet without headings: every row is one of it, from the first on. */
export const tableWithoutHeadings = (
  sheet: string,
  kind: VipListKind,
  rows: readonly SheetRow[],
): VipTable => tableOf(sheet, kind, { number: 0, cells: [] }, rows);

/** The columns of a list of the kind, with those that its own ones leave a meaning to. */
const withPlain = (columns: readonly VipColumn[], kind: VipListKind): readonly VipColumn[] => {
  switch (kind) {
    case 'customers': {
      return withoutSellersAddress(columns);
    }
    case 'invoices': {
      return withOnly(columns, 'netAmount', isPlainAmount);
    }
    case 'orders': {
      return withOnly(columns, 'orderDate', isPlainDate);
    }
    default: {
      return columns;
    }
  }
};

/** The columns with one that is called no more than `isPlain` in the place of a field that none has. */
const withOnly = (
  columns: readonly VipColumn[],
  field: VipField,
  isPlain: (heading: string) => boolean,
): readonly VipColumn[] => {
  const plain = columns.find(({ heading }) => isPlain(heading));
  return plain === undefined || columns.some((column) => column.field === field)
    ? columns
    : remapped(columns, plain.index, field);
};

/** Whether a row is one of headings of any list. */
export const isVipHeading = (row: SheetRow): boolean =>
  VIP_LISTS.some((list) => isHeadedAs(row, list));
