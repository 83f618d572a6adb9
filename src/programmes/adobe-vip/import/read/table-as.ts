import type { Sheet, SheetRow } from '#core/import/sheet.ts';
import { filledRows, HEADINGS_WITHIN, remapped } from '#core/import/tables/table-columns.ts';
import {
  isCodeOnTop,
  likelyHeadings,
  mayBeHeadings,
  withoutCodes,
} from '#core/import/tables/heading-row.ts';
import { saysShop } from '#core/import/shop-orders.ts';
import { tableOf, tableWithoutHeadings } from './columns.ts';
import { VIP_LIST_FIELDS, type VipField, type VipListKind } from './fields.ts';
import { columnsByContent, isRowOnTop } from './guessed.ts';
import { vipFieldOf } from './headings.ts';
import { namesReseller } from './names-vip.ts';
import type { VipColumn, VipTable } from './table.ts';

/**
 * A sheet as the list that someone says it is: under the line with most of that list's headings,
 * else under the first that may be one. Members and SKUs that no heading names are found by what
 * is in them; the rest is mapped by hand. Undefined without rows.
 */
export const vipTableAs = (
  { name, rows }: Sheet,
  kind: VipListKind,
  hidden: readonly number[] | undefined,
): VipTable | undefined => {
  const headings = likelyHeadings(rows, (row) => knownIn(row, kind));
  const header = headings === undefined ? undefined : rows[headings.at];
  if (headings === undefined || header === undefined) return undefined;
  const below = filledRows(rows.slice(headings.at + 1));
  // What is on top is no heading where it is like what is under it.
  if (headings.known === 0 && (isCodeOnTop(header, hidden ?? []) || isRowOnTop(header, below))) {
    const table = tableWithoutHeadings(name, kind, rows);
    return { ...table, columns: withContent(table), hidden: hidden ?? [] };
  }
  if (below.length === 0) return undefined;
  const table = tableOf(name, kind, header, below);
  const columns = withContent(table);
  if (hidden === undefined || hidden.length === 0) return { ...table, columns };
  return { ...table, columns: withoutCodes(columns, hidden), hidden };
};

/**
 * Of equally many headings the list that is read most often: what others name besides is theirs
 * alone.
 */
const LIKELY: readonly VipListKind[] = [
  'customers',
  'prices',
  'orders',
  'authorizations',
  'invoices',
  'holders',
];

/**
 * A sheet as the list that has most of its headings; asks before anything is written. Undefined
 * where none has any.
 */
export const likelyVipTable = (
  sheet: Sheet,
  hidden: readonly number[] | undefined,
): VipTable | undefined => {
  if (!sheet.rows.slice(0, HEADINGS_WITHIN).some(mayBeHeadings)) return undefined;
  // Anybody's people have names and addresses: without more they may be a customer's.
  const tables = LIKELY.flatMap((kind) => vipTableAs(sheet, kind, hidden) ?? []).filter(
    (table) => table.kind !== 'holders' || namesReseller(table),
  );
  const most = Math.max(0, ...tables.map(mappedIn));
  const table = tables.find((table) => mappedIn(table) === most);
  return table === undefined || isOfShop(table) ? undefined : { ...table, needsMapping: true };
};

/** Whether a list of orders is a web shop's: it names nothing that was sold. */
const isOfShop = ({ kind, columns }: VipTable): boolean =>
  kind === 'orders' &&
  !columns.some(({ field }) => field === 'product' || field === 'sku') &&
  saysShop(columns.map(({ heading }) => heading)) === 'sure';

/**
 * Numbers that identify a list among others with the same columns: they decide more than any
 * column.
 */
const TELLING: readonly (readonly [VipListKind, VipField])[] = [
  ['orders', 'orderNumber'],
  ['authorizations', 'requestNumber'],
  ['invoices', 'invoiceNumber'],
];

const mappedIn = ({ columns, kind }: VipTable): number => {
  const fields = columns.map(({ field }) => field).filter((field) => field !== '');
  const telling = TELLING.filter(([list, field]) => list === kind && fields.includes(field));
  return fields.length + 2 * telling.length;
};

const knownIn = ({ cells }: SheetRow, kind: VipListKind): number =>
  new Set(cells.map((cell) => vipFieldOf(cell, kind)).filter((field) => field !== undefined)).size;

const withContent = ({ columns, rows, kind }: VipTable): readonly VipColumn[] => {
  const fields: readonly VipField[] = VIP_LIST_FIELDS[kind];
  const isFree = (field: VipField): boolean =>
    fields.includes(field) && columns.every((column) => column.field !== field);
  const found = columnsByContent(
    columns.filter(({ field }) => field === '' || field === 'vipId'),
    rows,
  );
  return (['vipId', 'requestNumber', 'sku'] as const).reduce<readonly VipColumn[]>(
    (before, field) => {
      const index = found[field];
      return index === undefined || !isFree(field) ? before : remapped(before, index, field);
    },
    columns,
  );
};
