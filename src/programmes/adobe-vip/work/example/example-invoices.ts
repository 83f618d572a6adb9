import type { InvoiceLineData } from '#programmes/adobe-vip/rules/product/invoice-line.ts';
import { addDays } from '#core/day/day.ts';
import type { Doing } from '#core/record/kind.ts';
import { fromCents, toCents } from '#core/money.ts';
import type { Draft } from '#core/record/record.ts';
import { bjorkdalenInvoices, type DemoInvoiceLine } from './bjorkdalen-invoices.ts';

/** The example's reconciliation report, as a list of it would have brought it. */
export const exampleInvoices = (doing: Doing): Draft[] =>
  bjorkdalenInvoices.map((line, at): Draft<InvoiceLineData> => ({
    id: doing.newId(),
    kind: 'invoice-line',
    programme: 'adobe-vip',
    parent: '',
    steps: [],
    data: dataOf(line, at, doing),
  }));

const dataOf = (line: DemoInvoiceLine, at: number, { today }: Doing): InvoiceLineData => {
  const { customer, vipId, order, ago, sku, product, quantity, unitPrice, charge, reason } = line;
  const orderDate = addDays(today, -ago);
  const net = fromCents(toCents(unitPrice) * BigInt(quantity));
  return {
    v: 1,
    invoiceNumber: 'FAK881204',
    line: String((at + 1) * 10).padStart(6, '0'),
    charge,
    reason,
    orderNumber: order,
    orderDate,
    purchaseOrderNumber: '',
    customerName: customer,
    customerNumber: vipId,
    subscription: '',
    sku,
    product,
    startDate: orderDate,
    endDate: '',
    quantity,
    unitPrice,
    netAmount: net,
    taxAmount: '',
    totalAmount: net,
    currency: 'SEK',
    billingCycle: today.slice(0, 7),
    comments: '',
  };
};
