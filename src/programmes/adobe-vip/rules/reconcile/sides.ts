import type { Day } from '#core/day/day.ts';
import type { InvoiceLine } from '../product/invoice-line.ts';
import type { OrderLine } from '../order/vip-order.ts';

/** A granted return of an order's line: so many went back on a day. */
export type OurReturn = {
  /** Record id of the return authorization. */
  readonly id: string;
  /** The order's line, as `OurLine.key`. */
  readonly of: string;
  readonly quantity: number;
  readonly on: Day;
  /** Adobe's number of it, or ''. */
  readonly reference: string;
};

/** A line of an order of ours, with whom it is for. */
export type OurLine = Pick<OrderLine, 'product' | 'sku' | 'quantity' | 'unitPrice'> & {
  /** Record id of the order and id of its line. */
  readonly order: string;
  readonly line: string;
  /** Both as one text, which no other line has. */
  readonly key: string;
  /** Record id of the customer, and its name, or ''. */
  readonly customer: string;
  readonly customerName: string;
  readonly orderNumber: string;
  readonly orderDate: Day;
  readonly purchaseOrderNumber: string;
  readonly currency: string;
  /** What was granted to go back of it, the earliest first. */
  readonly returns: readonly OurReturn[];
};

/** How the two sides compare (requirement C13). */
export type ReconcileGroup = 'pair' | 'differ' | 'line-without-order' | 'order-without-line';

/** The groups in the order in which they are shown. */
export const RECONCILE_GROUPS: readonly ReconcileGroup[] = [
  'differ',
  'line-without-order',
  'order-without-line',
  'pair',
];

/**
 * What belongs together: our line, or its return, and the invoice lines that charge or credit it.
 */
export type Pairing = {
  readonly ours: OurLine | undefined;
  /** A return with its own row: `theirs` are then its credits. */
  readonly taken: OurReturn | undefined;
  /** Returns that this row tells of, since no line of an invoice credits them. */
  readonly returns: readonly OurReturn[];
  /** In the order of their invoices. */
  readonly theirs: readonly InvoiceLine[];
};

/** One text for a line of an order. */
export const ourKey = (order: string, line: string): string => `${order} ${line}`;

/** Orders lines of invoices: by invoice, line and, where these do not tell, by record. */
export const byInvoice = (a: InvoiceLine, b: InvoiceLine): number =>
  compared(a.data.invoiceNumber, b.data.invoiceNumber) ||
  compared(a.data.line, b.data.line) ||
  compared(a.id, b.id);

/** Orders texts by their characters, the same on every device. */
export const compared = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
