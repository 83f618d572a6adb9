import { mayBeHeadings } from '#core/import/heading-row.ts';
import type { Mapping } from '#core/import/mapping.ts';
import type { Sheet, SheetRow } from '#core/import/sheet.ts';
import {
  areMostly,
  cellsUnder,
  columnsUnder,
  filledRows,
  HEADINGS_WITHIN,
  mappedColumns,
  remapped,
  type TableColumn,
} from '#core/import/table-columns.ts';
import { readSku } from '#programmes/adobe-vip/rules/product/sku.ts';
import { hasVipIdShape, vipIdText } from '#programmes/adobe-vip/rules/customer/vip-id.ts';
import { VIP_LIST_FIELDS, VIP_LISTS, type VipField, type VipListKind } from './fields.ts';
import { isPlainAmount, tellingFields, vipFieldOf } from './headings.ts';

/** One column of a list with what it means now; '' is not imported. */
export type VipColumn = TableColumn<VipField>;

/** A sheet that is one of the lists. */
export type VipTable = {
  readonly sheet: string;
  readonly kind: VipListKind;
  /** 1-based row of the headings. */
  readonly headerRow: number;
  /**
   * It was found by what is in its columns, not by headings: ask before anything is written.
   */
  readonly needsMapping: boolean;
  readonly columns: readonly VipColumn[];
  readonly rows: readonly SheetRow[];
  /** Columns that may hold codes of Apple's: not shown as long as they mean nothing here. */
  readonly hidden?: readonly number[];
};

/** The list in a sheet whose headings say which it is; undefined when they say none. */
export const vipTable = ({ name, rows }: Sheet): VipTable | undefined => {
  for (const [at, header] of rows.slice(0, HEADINGS_WITHIN).entries()) {
    const kind =
      VIP_LISTS.find((list) => isHeadedAs(header, list)) ??
      (isPlainlyBilled(header, rows.slice(at + 1)) ? 'invoices' : undefined);
    if (kind !== undefined) return tableOf(name, kind, header, rows.slice(at + 1));
  }
  return undefined;
};

/**
 * The list in a sheet whose headings nobody knows, by columns of VIP IDs and SKUs: with both it is
 * a list of orders, else a list of what the one column names; an invoice heading makes it a list of
 * invoice lines. Undefined if there is no such column.
 */
export const guessedVipTable = ({ name, rows }: Sheet): VipTable | undefined => {
  const at = rows.slice(0, HEADINGS_WITHIN).findIndex(mayBeHeadings);
  const header = rows[at];
  if (header === undefined) return undefined;
  const below = filledRows(rows.slice(at + 1));
  const { vipId, sku } = columnsByContent([...header.cells.keys()], below);
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
  const table = tableOf(name, kind, header, below);
  const columns = [
    ...(vipId === undefined ? [] : [[vipId, 'vipId'] as const]),
    ...(sku === undefined ? [] : [[sku, 'sku'] as const]),
  ].reduce<readonly VipColumn[]>(
    (before, [index, field]) => remapped(before, index, field),
    table.columns,
  );
  return { ...table, columns, needsMapping: true };
};

/** Headings that a price list does not have. */
const BILLED = ['invoiceNumber', 'lineItem', 'charge', 'netAmount', 'totalAmount'] as const;

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
  const columns = columnsUnder(header, rows, (heading) => vipFieldOf(heading, kind));
  return {
    sheet,
    kind,
    headerRow: header.number,
    needsMapping: false,
    columns: withAmount(columns, kind),
    rows,
  };
};

/**
 * The columns with a sum that is called no more than that as what the line comes to, where no other
 * is.
 */
const withAmount = (columns: readonly VipColumn[], kind: VipListKind): readonly VipColumn[] => {
  const plain = columns.find(({ heading }) => isPlainAmount(heading));
  const hasNetAmount = columns.some(({ field }) => field === 'netAmount');
  return kind !== 'invoices' || plain === undefined || hasNetAmount
    ? columns
    : remapped(columns, plain.index, 'netAmount');
};

/** Whether a row is one of headings of any list. */
export const isVipHeading = (row: SheetRow): boolean =>
  VIP_LISTS.some((list) => isHeadedAs(row, list));

/**
 * Whether a row of headings belongs to a kind of list: it must name enough that no other list of
 * Adobe's or Apple's is mistaken for it.
 */
const isHeadedAs = ({ cells }: SheetRow, kind: VipListKind): boolean => {
  const fields = tellingFields(cells);
  const hasAny = (...any: readonly VipField[]): boolean => any.some((field) => fields.has(field));
  const ofCustomer = hasAny('vipId', 'marketplaceId', 'name');
  const ofProduct = hasAny('product', 'sku') && hasAny('quantity');
  const isAuthorized = hasAny('deploymentDate', 'daysToOrder');
  switch (kind) {
    case 'orders': {
      const isOrdered =
        hasAny('orderNumber') && hasAny('orderDate', 'orderType') && hasAny('vipId', 'sku');
      return isOrdered && ofCustomer && ofProduct && !isAuthorized;
    }
    case 'authorizations': {
      return (
        ofCustomer &&
        ofProduct &&
        (isAuthorized || hasAny('requestNumber')) &&
        !isHeadedAs({ cells, number: 0 }, 'orders')
      );
    }
    case 'invoices': {
      // A user's own order list may name the invoice; only a report says what each line is charged
      // for.
      const isBilled =
        hasAny('charge') ||
        (hasAny('lineItem', 'netAmount') && !isHeadedAs({ cells, number: 0 }, 'orders'));
      return hasAny('invoiceNumber') && ofProduct && isBilled;
    }
    case 'prices': {
      return hasAny('sku') && hasAny('yearlyPrice') && !ofCustomer && !hasAny('quantity');
    }
    default: {
      const isOfPurchases =
        hasAny('requestNumber', 'orderNumber', 'orderDate', 'invoiceNumber') || isAuthorized;
      if (hasAny('product', 'sku') && isOfPurchases) return false;
      // One that counts purchases in its rows is no list of customers, unless it counts who uses
      // them.
      if (hasAny('used') && ofProduct && hasAny('vipId', 'marketplaceId')) return true;
      return (
        (hasAny('vipId')
          ? hasAny('name', 'anniversary')
          : hasAny('name') && hasAny('anniversary')) && !hasAny('quantity')
      );
    }
  }
};

/**
 * Whether a row of headings belongs to an invoice with generic names for its sums. Any invoice has
 * those: what is sold must be Adobe's, shown by its members or its SKUs.
 */
const isPlainlyBilled = ({ cells }: SheetRow, rows: readonly SheetRow[]): boolean => {
  const fields = tellingFields(cells);
  if (!fields.has('invoiceNumber') || !fields.has('quantity') || !cells.some(isPlainAmount))
    return false;
  const sku = cells.findIndex((cell) => vipFieldOf(cell, 'invoices') === 'sku');
  if (sku < 0 && !fields.has('product')) return false;
  return fields.has('vipId') || (sku >= 0 && areMostly(cellsUnder(filledRows(rows), sku), isSku));
};

/** The columns that hold members and SKUs by what is in them, where there are any. */
export const columnsByContent = (
  indexes: readonly number[],
  rows: readonly SheetRow[],
): { readonly vipId: number | undefined; readonly sku: number | undefined } => ({
  vipId: indexes.find((index) => areMostly(cellsUnder(rows, index), looksLikeVipId)),
  sku: indexes.find((index) => areMostly(cellsUnder(rows, index), isSku)),
});

const looksLikeVipId = (text: string): boolean => hasVipIdShape(vipIdText(text));

const isSku = (text: string): boolean => readSku(text).valid;
