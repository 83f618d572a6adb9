import { shownPrice } from '#programmes/adobe-vip/rules/reconcile/billed.ts';
import type { ReconcileRow } from '#programmes/adobe-vip/rules/reconcile/row.ts';
import type { Day } from '#core/day/day.ts';
import { sheetText } from '#ui/sheet-text.ts';
import type { Texts } from '#ui/text.ts';
import { guessWords } from './reconcile-words.ts';

const HEADS = [
  'group',
  'guess',
  'customer',
  'order',
  'orderDate',
  'purchaseOrder',
  'product',
  'sku',
  'quantity',
  'price',
  'currency',
  'invoice',
  'line',
  'invoicedCustomer',
  'customerNumber',
  'invoicedOrder',
  'invoicedProduct',
  'invoicedSku',
  'invoicedQuantity',
  'invoicedPrice',
  'netAmount',
  'invoicedCurrency',
] as const;

/**
 * What is left to look at as a csv file, a line for each line of an invoice: a semicolon between
 * cells in Swedish, a comma in English.
 */
export const reconcileTable = (
  rows: readonly ReconcileRow[],
  text: Pick<Texts, 'vipReconcile' | 'format' | 'language'>,
  today: Day,
): string => {
  const { vipReconcile: words, language } = text;
  const lines = rows.flatMap((row) => {
    const about = [
      words.groups[row.group],
      guessWords(row.guesses, text, today),
      ...oursCells(row),
    ];
    return row.theirs.length === 0
      ? [[...about, ...HEADS.slice(about.length).map(() => '')]]
      : theirsCells(row, about);
  });
  const heads = HEADS.map((head) => words.csvHeads[head]);
  return sheetText([heads, ...lines], language);
};

const oursCells = ({ ours, taken }: ReconcileRow): string[] => {
  if (ours === undefined) return ['', '', '', '', '', '', '', '', ''];
  const {
    customerName,
    orderNumber,
    orderDate,
    purchaseOrderNumber,
    product,
    sku,
    unitPrice,
    currency,
  } = ours;
  const quantity = taken === undefined ? ours.quantity : -taken.quantity;
  return [
    customerName,
    orderNumber,
    orderDate,
    purchaseOrderNumber,
    product,
    sku,
    String(quantity),
    unitPrice,
    currency,
  ];
};

const theirsCells = ({ ours, theirs }: ReconcileRow, about: readonly string[]): string[][] =>
  theirs.map((line) => {
    const { data } = line;
    return [
      ...about,
      data.invoiceNumber,
      data.line,
      data.customerName,
      data.customerNumber,
      data.orderNumber,
      data.product,
      data.sku,
      String(data.quantity),
      shownPrice([line], ours?.unitPrice ?? ''),
      data.netAmount,
      data.currency,
    ];
  });
