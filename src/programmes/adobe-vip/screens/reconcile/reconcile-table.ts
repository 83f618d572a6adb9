import { shownPrice } from '#programmes/adobe-vip/rules/reconcile/billed.ts';
import type { ReconcileRow } from '#programmes/adobe-vip/rules/reconcile/row.ts';
import type { Day } from '#core/day/day.ts';
import type { App } from '#ui/app.svelte.ts';
import { csvTable, saveTable } from '#ui/csv-table.ts';
import type { Texts } from '#ui/text.ts';
import { guessWords } from './reconcile-words.ts';

/** A line of an invoice, or a row that has none. */
type Line = {
  readonly row: ReconcileRow;
  readonly billed: ReconcileRow['theirs'][number] | undefined;
};

const linesOf = (row: ReconcileRow): Line[] =>
  row.theirs.length === 0
    ? [{ row, billed: undefined }]
    : row.theirs.map((billed) => ({ row, billed }));

/** What is left to look at as a csv file, a line for each line of an invoice. */
export const reconcileTable = (
  rows: readonly ReconcileRow[],
  text: Pick<Texts, 'vipReconcile' | 'format' | 'language'>,
  today: Day,
): Promise<string> => {
  const { groups, csvHeads: heads } = text.vipReconcile;
  return csvTable<Line>(
    [
      [heads.group, ({ row }) => groups[row.group]],
      [heads.guess, ({ row }) => guessWords(row.guesses, text, today)],
      [heads.customer, ({ row }) => row.ours?.customerName ?? ''],
      [heads.order, ({ row }) => row.ours?.orderNumber ?? ''],
      [heads.orderDate, ({ row }) => row.ours?.orderDate ?? ''],
      [heads.purchaseOrder, ({ row }) => row.ours?.purchaseOrderNumber ?? ''],
      [heads.product, ({ row }) => row.ours?.product ?? ''],
      [heads.sku, ({ row }) => row.ours?.sku ?? ''],
      [heads.quantity, ({ row }) => ourQuantity(row)],
      [heads.price, ({ row }) => row.ours?.unitPrice ?? ''],
      [heads.currency, ({ row }) => row.ours?.currency ?? ''],
      [heads.invoice, ({ billed }) => billed?.data.invoiceNumber ?? ''],
      [heads.line, ({ billed }) => billed?.data.line ?? ''],
      [heads.invoicedCustomer, ({ billed }) => billed?.data.customerName ?? ''],
      [heads.customerNumber, ({ billed }) => billed?.data.customerNumber ?? ''],
      [heads.invoicedOrder, ({ billed }) => billed?.data.orderNumber ?? ''],
      [heads.invoicedProduct, ({ billed }) => billed?.data.product ?? ''],
      [heads.invoicedSku, ({ billed }) => billed?.data.sku ?? ''],
      [heads.invoicedQuantity, ({ billed }) => billed?.data.quantity ?? ''],
      [heads.invoicedPrice, billedPrice],
      [heads.netAmount, ({ billed }) => billed?.data.netAmount ?? ''],
      [heads.invoicedCurrency, ({ billed }) => billed?.data.currency ?? ''],
    ],
    rows.flatMap(linesOf),
    text.language,
  );
};

/** How many were ordered; of a return how many went back, below nothing. */
const ourQuantity = ({ ours, taken }: ReconcileRow): number | '' => {
  if (ours === undefined) return '';
  return taken === undefined ? ours.quantity : -taken.quantity;
};

const billedPrice = ({ row, billed }: Line): string =>
  billed === undefined ? '' : shownPrice([billed], row.ours?.unitPrice ?? '');

/** Hands what is left to look at to the device as a file of the day. */
export const saveReconcile = async (
  { today }: Pick<App, 'today'>,
  rows: readonly ReconcileRow[],
  text: Pick<Texts, 'vipReconcile' | 'format' | 'language'>,
): Promise<void> =>
  saveTable(text.vipReconcile.csvName, today, await reconcileTable(rows, text, today));
