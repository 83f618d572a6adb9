import type { Charge } from '#programmes/adobe-vip/rules/product/invoice-line.ts';
import { currencyOf, productOf, vipIdOf } from './cell-meanings.ts';
import { shortened } from '#core/import/tables/table-columns.ts';
import type { Cells, Failure } from './cells.ts';
import { wholeOf } from './counts.ts';
import { chargeIn } from './headings.ts';
import type { ListedInvoice } from './values.ts';

/** Columns of an invoice's lines that hold a day. */
export const INVOICE_DAYS = ['orderDate', 'startsOn', 'endsOn'] as const;

/** Columns of an invoice's lines that hold a sum. */
export const INVOICE_AMOUNTS = ['unitPrice', 'netAmount', 'taxAmount', 'totalAmount'] as const;

/**
 * One line of a reconciliation report (adobe.md §6). What is written and cannot be read stops its
 * row: a line that is compared with an order must not have lost its day or its sum on the way. A
 * credit may lack subscription and purchase order.
 */
export const readInvoiceLine = (cells: Cells): ListedInvoice | Failure => {
  const { text } = cells;
  const [invoiceNumber, orderNumber] = [text('invoiceNumber'), text('orderNumber')];
  if (invoiceNumber + orderNumber === '') return { reason: 'invoice-number-missing' };
  const product = productOf(cells);
  if (product.product + product.sku === '') return { reason: 'product-missing' };
  const quantity = wholeOf(cells.count('quantity'));
  if (typeof quantity !== 'number') return quantity;
  const days = INVOICE_DAYS.map((field) => dayIn(cells, field));
  const sums = INVOICE_AMOUNTS.map((field) => cells.amount(field));
  const failed = [...days, ...sums].find((read): read is Failure => typeof read !== 'string');
  if (failed !== undefined) return failed;
  const [orderDate, startDate, endDate] = days as [string, string, string];
  const [unitPrice, netAmount, taxAmount, totalAmount] = sums as [string, string, string, string];
  const charge = chargeOf(text('charge'), quantity, netAmount || totalAmount);
  if (typeof charge === 'object') return charge;
  const summed = (['netAmount', 'totalAmount', 'unitPrice'] as const).find(
    (field) => text(field) !== '',
  );
  return {
    is: 'invoice',
    invoiceNumber,
    orderNumber,
    ...product,
    quantity,
    charge,
    orderDate,
    startDate,
    endDate,
    line: lineText(text('lineItem')),
    orderReason: text('orderReason'),
    purchaseOrderNumber: text('purchaseOrder'),
    customerName: text('name'),
    customerNumber: text('marketplaceId') || vipIdOf(cells),
    subscription: text('subscription'),
    unitPrice,
    netAmount,
    taxAmount,
    totalAmount,
    currency: currencyOf(cells, summed ?? 'netAmount'),
    billingCycle: cycleText(text('billingCycle')),
    comments: text('comments'),
  };
};

/** A day, '' where the cell is empty. */
const dayIn = ({ text, day }: Cells, field: (typeof INVOICE_DAYS)[number]): string | Failure => {
  const read = day(field);
  return read !== '' || text(field) === ''
    ? read
    : { reason: 'invoice-day-unreadable', params: { field, written: shortened(text(field)) } };
};

/**
 * What a line is for; one that does not say it takes licences back, or gives money back, where it
 * goes below nothing.
 */
const chargeOf = (written: string, quantity: number, amount: string): Charge | Failure => {
  if (written !== '')
    return (
      chargeIn(written) ?? { reason: 'charge-not-known', params: { written: shortened(written) } }
    );
  return quantity < 0 ? 'return' : amount.startsWith('-') ? 'credit' : 'invoice';
};

/** As Adobe prints it, `000010`: spreadsheets take the noughts in front. */
const lineText = (written: string): string =>
  /^\d{1,6}$/.test(written) ? written.padStart(6, '0') : written;

/** A month, which spreadsheets turn into its first day. */
const cycleText = (written: string): string =>
  /^\d{4}-\d\d-01$/.test(written) ? written.slice(0, 7) : written;
