import { readDays } from '#core/day/written-day.ts';
import { mayBeHeadings } from '#core/import/tables/heading-row.ts';
import { isSecretHeading } from '#core/import/secret-headings.ts';
import type { Sheet, SheetRow } from '#core/import/sheet.ts';
import {
  areMostly,
  cellsUnder,
  cellText,
  filledRows,
  HEADINGS_WITHIN,
  remapped,
} from '#core/import/tables/table-columns.ts';
import { mayBeEmail } from '#core/text/written-email.ts';
import { amountReadings } from '#core/text/written-amount.ts';
import { hasVipIdShape, vipIdText } from '#programmes/adobe-vip/rules/customer/vip-id.ts';
import { tableOf, tableWithoutHeadings } from './columns.ts';
import { isSku, namedIn } from './headed-as.ts';
import { VIP_LISTS, type VipField, type VipListKind } from './fields.ts';
import { vipFieldOf } from './headings.ts';
import type { VipColumn, VipTable } from './table.ts';

/**
 * The list in a sheet whose headings nobody knows, by what is in its columns: VIP IDs, request
 * numbers and SKUs. Undefined if there is no such column. What is on top heads nothing where it is
 * like what is below it.
 */
export const guessedVipTable = ({ name, rows }: Sheet): VipTable | undefined => {
  const at = rows.slice(0, HEADINGS_WITHIN).findIndex(mayBeHeadings);
  const header = rows[at];
  if (header === undefined) return undefined;
  const below = filledRows(rows.slice(at + 1));
  const found = columnsByContent(columnsOf(header), orTop(header, below));
  const kind = kindBy(found, header, orTop(header, below));
  if (kind === undefined) return undefined;
  const table = isRowOnTop(header, below)
    ? tableWithoutHeadings(name, kind, rows)
    : tableOf(name, kind, header, below);
  const meant = [
    [found.vipId, 'vipId'],
    [found.requestNumber, 'requestNumber'],
    [found.sku, 'sku'],
  ] as const;
  const columns = meant.reduce<readonly VipColumn[]>(
    (before, [index, field]) => (index === undefined ? before : remapped(before, index, field)),
    table.columns,
  );
  return { ...table, columns: withPrice({ ...table, columns }), needsMapping: true };
};

/**
 * With request numbers it is a list of authorizations or of orders, with both members and SKUs one of
 * orders, else one of what the one column names; a number of an invoice and a count make it a list
 * of invoice lines.
 */
const kindBy = (
  { vipId, sku, numbers }: ByContent,
  header: SheetRow,
  rows: readonly SheetRow[],
): VipListKind | undefined => {
  const named = namedIn(header.cells);
  const isRequested = numbers.length > 1 || (numbers.length === 1 && vipId === undefined);
  if (isRequested) return named.has('orderNumber') ? 'orders' : 'authorizations';
  if (vipId !== undefined) return sku === undefined ? 'customers' : 'orders';
  if (sku === undefined) return undefined;
  const isBilled = BILLED.some((field) => named.has(field));
  if (isBilled || countsDocuments(columnsOf(header), rows)) return 'invoices';
  // What counts purchases and names no customer is a report, and no price list.
  return named.has('quantity') ? undefined : 'prices';
};

/** Headings that a price list does not have. */
const BILLED = ['invoiceNumber', 'lineItem', 'charge', 'netAmount', 'totalAmount'] as const;

/** Whether a column has numbers as an invoice does, and another one counts. */
const countsDocuments = (
  columns: readonly { readonly index: number }[],
  rows: readonly SheetRow[],
): boolean => {
  const are = (accepts: (text: string) => boolean) =>
    columns.filter(({ index }) => areMostly(cellsUnder(rows, index), accepts));
  const documents = are(isDocumentNumber);
  return are(isCount).some((column) => documents.some((other) => other !== column));
};

const isDocumentNumber = (text: string): boolean =>
  /^(?:\p{L}{1,4}[-/ ]?\d{3,}|\d{6,})$/u.test(text) && readDays(text).length === 0;

const isCount = (text: string): boolean => /^-?\d{1,5}$/.test(text);

/** The columns of a price list with the only one that holds sums as the price, where none is. */
const withPrice = ({ kind, columns, rows }: VipTable): readonly VipColumn[] => {
  if (kind !== 'prices' || columns.some(({ field }) => field === 'yearlyPrice')) return columns;
  const sums = columns.filter(
    ({ index, heading, field }) =>
      field === '' && !isSecretHeading(heading) && areMostly(cellsUnder(rows, index), isSum),
  );
  const [price, ...others] = sums;
  return price === undefined || others.length > 0
    ? columns
    : remapped(columns, price.index, 'yearlyPrice');
};

const isSum = (text: string): boolean =>
  amountReadings(text).length > 0 && readDays(text).length === 0;

/** Columns that hold what is Adobe's, where there are any. */
type ByContent = {
  readonly vipId: number | undefined;
  readonly requestNumber: number | undefined;
  readonly sku: number | undefined;
  /** All columns with numbers of the shape that VIP IDs and request numbers have. */
  readonly numbers: readonly number[];
};

/**
 * The columns that hold members, requests and SKUs by what is in them. Request numbers look like VIP
 * IDs (adobe.md §1): of several such columns the one that is called so holds the members, else none
 * is told from the other.
 */
export const columnsByContent = (
  all: readonly { readonly index: number; readonly heading: string }[],
  rows: readonly SheetRow[],
): ByContent => {
  const columns = all.filter(({ heading }) => !isSecretHeading(heading));
  const numbers = columns.filter(({ index }) => areMostly(cellsUnder(rows, index), looksLikeVipId));
  const others = numbers.filter(({ heading }) => !isCalled(heading, 'requestNumber'));
  const member =
    others.find(({ heading }) => /vip/i.test(heading) || isCalled(heading, 'vipId')) ??
    (others.length === 1 ? others[0] : undefined);
  const requests = member === undefined && others.length > 0 ? [] : numbers;
  const request = requests.filter((column) => column !== member);
  return {
    vipId: member?.index,
    requestNumber: request.length === 1 ? request[0]?.index : undefined,
    sku: columns.find(({ index }) => areMostly(cellsUnder(rows, index), isSku))?.index,
    numbers: numbers.map(({ index }) => index),
  };
};

const isCalled = (heading: string, field: VipField): boolean =>
  VIP_LISTS.some((kind) => vipFieldOf(heading, kind) === field);

const columnsOf = (header: SheetRow): { readonly index: number; readonly heading: string }[] =>
  header.cells.map((_, index) => ({ index, heading: cellText(header, index) }));

/**
 * Whether a row on top has a VIP ID, SKU or e-mail address of its own in the column that holds them
 * below, so that it is no row of headings.
 */
export const isRowOnTop = (top: SheetRow, below: readonly SheetRow[]): boolean => {
  const rows = orTop(top, below);
  const { numbers, sku } = columnsByContent(columnsOf(top), rows);
  const isEmail = (_: string, index: number): boolean =>
    mayBeEmail(cellText(top, index)) && areMostly(cellsUnder(rows, index), mayBeEmail);
  return (
    numbers.some((index) => looksLikeVipId(cellText(top, index))) ||
    isSku(cellText(top, sku)) ||
    top.cells.some(isEmail)
  );
};

/** The rows below, or the one on top where it is the only one. */
const orTop = (top: SheetRow, below: readonly SheetRow[]): readonly SheetRow[] =>
  below.length === 0 ? [top] : below;

const looksLikeVipId = (text: string): boolean => hasVipIdShape(vipIdText(text));
