import * as z from '#core/schema.ts';
import type { Day } from '#core/day/day.ts';
import type { Kind } from '#core/record/kind.ts';
import { originSchema, type Origin } from '#core/record/origin.ts';
import type { VolymRecord } from '#core/record/record.ts';
import { count, day, decimal, text } from '#core/record/field-schemas.ts';

/** What a line is for: sold, taken back, or money given back (adobe.md §6). */
export const CHARGES = ['invoice', 'return', 'credit'] as const;

/** One of the charges of a reconciliation report. */
export type Charge = (typeof CHARGES)[number];

/**
 * Content of a line of a reconciliation report (C13). Empty strings mean "not given"; returns and
 * credits are negative.
 */
export type InvoiceLineData = {
  readonly v: number;
  readonly invoiceNumber: string;
  /** As printed: `000010`. */
  readonly line: string;
  readonly charge: Charge;
  /** As printed: `NEW`, `ADD SEATS`, `RENEWAL`. */
  readonly reason: string;
  readonly orderNumber: string;
  readonly orderDate: Day;
  readonly purchaseOrderNumber: string;
  /** Whom the licences are for: name and Adobe's id of the customer. */
  readonly customerName: string;
  readonly customerNumber: string;
  readonly subscription: string;
  readonly sku: string;
  readonly product: string;
  readonly startDate: Day;
  /** Last day that is paid: the day before the anniversary (adobe.md §6). */
  readonly endDate: Day;
  readonly quantity: number;
  /**
   * The price per licence for the whole term, and of the line without and with tax; exact decimal
   * text.
   */
  readonly unitPrice: string;
  readonly netAmount: string;
  readonly taxAmount: string;
  readonly totalAmount: string;
  readonly currency: string;
  readonly billingCycle: string;
  readonly comments: string;
  readonly origin?: Origin | undefined;
};

/** The record of an invoiced line; what was answered about it are its steps. */
export type InvoiceLine = VolymRecord<InvoiceLineData>;

const schema = z.looseObject({
  v: z.number(),
  invoiceNumber: text,
  line: text,
  reason: text,
  orderNumber: text,
  orderDate: day,
  purchaseOrderNumber: text,
  customerName: text,
  customerNumber: text,
  subscription: text,
  sku: text,
  product: text,
  startDate: day,
  endDate: day,
  unitPrice: decimal,
  netAmount: decimal,
  taxAmount: decimal,
  totalAmount: decimal,
  currency: text,
  billingCycle: text,
  comments: text,
  charge: z._default(z.enum(CHARGES), 'invoice'),
  quantity: z._default(count, 0),
  origin: originSchema,
});

/** What Adobe's distributor charges (adobe.md §6: the partner reconciliation file). */
export const invoiceLine: Kind<InvoiceLineData, 'adobe-vip'> = {
  id: 'invoice-line',
  programme: 'adobe-vip',
  schema,
  version: 1,
  upgrade: (data) => data,
  title: ({ data }) => ({
    text: [data.invoiceNumber, data.line].filter((part) => part !== '').join(' · '),
  }),
  deadlines: () => [],
  secretFields: [],
  // Two devices read the same report: nobody can answer for what an invoice says.
  neverAsked: Object.keys(schema.shape),
};
