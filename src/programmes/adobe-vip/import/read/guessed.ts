import { readDays } from '#core/day/written-day.ts';
import { mayBeHeadings } from '#core/import/heading-row.ts';
import type { Sheet, SheetRow } from '#core/import/sheet.ts';
import {
  areMostly,
  cellsUnder,
  cellText,
  filledRows,
  HEADINGS_WITHIN,
  remapped,
} from '#core/import/table-columns.ts';
import { amountReadings } from '#core/text/written-amount.ts';
import { hasVipIdShape, vipIdText } from '#programmes/adobe-vip/rules/customer/vip-id.ts';
import { tableOf, tableWithoutHeadings, type VipColumn, type VipTable } from './columns.ts';
import { isSku } from './headed-as.ts';
import { vipFieldOf } from './headings.ts';

/**
 * The list in a sheet whose headings nobody knows, by columns of VIP IDs and SKUs: with both it is
 * a list of orders, else a list of what the one column names; an invoice heading makes it a list of
 * invoice lines. Undefined if there is no such column. What is on top heads nothing where it is
 * like what is below it.
 */
export const guessedVipTable = ({ name, rows }: Sheet): VipTable | undefined => {
  const at = rows.slice(0, HEADINGS_WITHIN).findIndex(mayBeHeadings);
  const header = rows[at];
  if (header === undefined) return undefined;
  const below = filledRows(rows.slice(at + 1));
  const { vipId, sku } = columnsByContent([...header.cells.keys()], orTop(header, below));
  if (vipId === undefined && sku === undefined) return undefined;
  const named = new Set(header.cells.map((cell) => vipFieldOf(cell, 'invoices')));
  const isBilled = BILLED.some((field) => named.has(field));
  // What counts purchases and names no customer is a report, and no price list.
  if (vipId === undefined && named.has('quantity') && !isBilled) return undefined;
  const kind =
    vipId !== undefined
      ? sku === undefined
        ? 'customers'
        : 'orders'
      : isBilled
        ? 'invoices'
        : 'prices';
  const table = isRowOnTop(header, below)
    ? tableWithoutHeadings(name, kind, rows)
    : tableOf(name, kind, header, below);
  const columns = [
    ...(vipId === undefined ? [] : [[vipId, 'vipId'] as const]),
    ...(sku === undefined ? [] : [[sku, 'sku'] as const]),
  ].reduce<readonly VipColumn[]>(
    (before, [index, field]) => remapped(before, index, field),
    table.columns,
  );
  return { ...table, columns: withPrice({ ...table, columns }), needsMapping: true };
};

/** The columns of a price list with the only one that holds sums as the price, where none is. */
const withPrice = ({ kind, columns, rows }: VipTable): readonly VipColumn[] => {
  if (kind !== 'prices' || columns.some(({ field }) => field === 'yearlyPrice')) return columns;
  const sums = columns.filter(
    ({ index, field }) => field === '' && areMostly(cellsUnder(rows, index), isSum),
  );
  const [price, ...others] = sums;
  return price === undefined || others.length > 0
    ? columns
    : remapped(columns, price.index, 'yearlyPrice');
};

const isSum = (text: string): boolean =>
  amountReadings(text).length > 0 && readDays(text).length === 0;

/** Headings that a price list does not have. */
const BILLED = ['invoiceNumber', 'lineItem', 'charge', 'netAmount', 'totalAmount'] as const;

/** The columns that hold members and SKUs by what is in them, where there are any. */
export const columnsByContent = (
  indexes: readonly number[],
  rows: readonly SheetRow[],
): { readonly vipId: number | undefined; readonly sku: number | undefined } => ({
  vipId: indexes.find((index) => areMostly(cellsUnder(rows, index), looksLikeVipId)),
  sku: indexes.find((index) => areMostly(cellsUnder(rows, index), isSku)),
});

/**
 * Whether a row on top has a VIP ID or SKU of its own in the column that holds them below, so that it
 * is no row of headings.
 */
export const isRowOnTop = (top: SheetRow, below: readonly SheetRow[]): boolean => {
  const { vipId, sku } = columnsByContent([...top.cells.keys()], orTop(top, below));
  return looksLikeVipId(cellText(top, vipId)) || isSku(cellText(top, sku));
};

/** The rows below, or the one on top where it is the only one. */
const orTop = (top: SheetRow, below: readonly SheetRow[]): readonly SheetRow[] =>
  below.length === 0 ? [top] : below;

const looksLikeVipId = (text: string): boolean => hasVipIdShape(vipIdText(text));
