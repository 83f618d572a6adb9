import type { Mapping } from '#core/import/mapping.ts';
import type { Sheet, SheetRow } from '#core/import/sheet.ts';
import { readDays } from '#core/day/written-day.ts';
import {
  areMostly,
  cellsUnder,
  HEADINGS_WITHIN,
  mappedColumns,
} from '#core/import/tables/table-columns.ts';
import { HOLDING_FIELDS, type HoldingField } from '../fields.ts';
import { yesOrNo } from '../headings.ts';
import { asksAssigned, holdingFieldOf, isAnybodysName, saysHoldings } from './holding-headings.ts';
import { saysWho } from './who-headings.ts';
import { listedUnder, type ListedTable } from './listed-table.ts';

/** A sheet that lists who has which licence. */
export type HoldingTable = ListedTable<HoldingField>;

/** The list of who has which licence in a sheet, or undefined when its headings name none. */
export const holdingTable = ({ name, rows }: Sheet): HoldingTable | undefined => {
  const at = rows.slice(0, HEADINGS_WITHIN).findIndex(({ cells }) => saysHoldings(cells));
  const header = rows[at];
  return header === undefined ? undefined : holdingsUnder(name, header, rows.slice(at + 1));
};

/** The list of who has which licence under a row of headings. */
export const holdingsUnder = (
  sheet: string,
  header: SheetRow,
  below: readonly SheetRow[],
): HoldingTable => {
  const table = listedUnder(sheet, header, below, holdingFieldOf);
  const fields = new Set(table.columns.map(({ field }) => field));
  const columns = table.columns
    .map((column) => ({ ...column, field: meant(column, fields) }))
    .map((column) => (isOfDays(column, table.rows) ? { ...column, field: dayIn(fields) } : column))
    .map((column) =>
      asksState(column, table.rows) ? { ...column, field: stateIn(fields) } : column,
    );
  return { ...table, columns };
};

/** A name where no user is told of is the device's; one that may be the app's is nobody's. */
const meant = (
  { heading, field }: HoldingTable['columns'][number],
  fields: ReadonlySet<HoldingField | ''>,
): HoldingField | '' => {
  if (field !== 'name') return field;
  if (!fields.has('appName') && isAnybodysName(heading)) return '';
  const isOfDevice = !saysWho(fields) && fields.has('serialNumber') && isAnybodysName(heading);
  return isOfDevice && !fields.has('deviceName') ? 'deviceName' : field;
};

/** Whether a column that names people holds days: `Tilldelad` can be to whom, or when. */
const isOfDays = ({ index, field }: HoldingTable['columns'][number], rows: readonly SheetRow[]) =>
  field === 'name' && areMostly(cellsUnder(rows, index), (text) => readDays(text).length > 0);

/** Whether a column answers with yes or no whether the licence is assigned. */
const asksState = (
  { index, heading }: HoldingTable['columns'][number],
  rows: readonly SheetRow[],
) =>
  asksAssigned(heading) &&
  areMostly(cellsUnder(rows, index), (text) => yesOrNo(text) !== undefined);

const stateIn = (fields: ReadonlySet<HoldingField | ''>): HoldingField | '' =>
  fields.has('state') ? '' : 'state';

const dayIn = (fields: ReadonlySet<HoldingField | ''>): HoldingField | '' =>
  fields.has('asOf') ? '' : 'asOf';

/** The table with the meanings its columns were given: a change to one, or all as remembered. */
export const mapHoldingTable = (
  table: HoldingTable,
  mapping: NonNullable<Mapping>,
): HoldingTable => ({
  ...table,
  columns: mappedColumns(table.columns, mapping, HOLDING_FIELDS, table.hidden),
});
