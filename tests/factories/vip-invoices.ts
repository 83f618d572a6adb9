import type {
  InvoiceLine,
  InvoiceLineData,
} from '#programmes/adobe-vip/rules/product/invoice-line.ts';
import type {
  PriceListItem,
  PriceListItemData,
} from '#programmes/adobe-vip/rules/product/price-list-item.ts';
import type { Step } from '#core/record/step.ts';

const envelope = {
  programme: 'adobe-vip' as const,
  parent: '',
  dueOn: '9999-12-31',
  newestFirst: 0,
  updatedAt: 0,
  updatedBy: 'sara',
  trashedOn: '',
  history: [],
  clashes: [],
};

/** A line that by default charges what `vipOrderWith` ordered. */
export const invoiceLineWith = (
  given: Partial<InvoiceLineData> = {},
  id = 'invoice-1',
  steps: readonly Step[] = [],
): InvoiceLine => ({
  ...envelope,
  id,
  kind: 'invoice-line',
  steps,
  data: {
    v: 1,
    invoiceNumber: 'FAK880000',
    line: '000010',
    charge: 'invoice',
    reason: 'NEW',
    orderNumber: '77000412',
    orderDate: '2026-11-20',
    purchaseOrderNumber: '',
    customerName: 'Tryckhuset Linden AB',
    customerNumber: '',
    subscription: 'fa4ea52a18NA',
    sku: '65297600BA01A12',
    product: 'Illustrator',
    startDate: '2026-11-20',
    endDate: '2027-06-07',
    quantity: 4,
    unitPrice: '',
    netAmount: '',
    taxAmount: '',
    totalAmount: '',
    currency: 'SEK',
    billingCycle: '2026-11',
    comments: '',
    ...given,
  },
});

/** A line of a price list. */
export const priceWith = (given: Partial<PriceListItemData> = {}): PriceListItem => ({
  ...envelope,
  id: `price-${given.sku ?? ''}`,
  kind: 'price-list-item',
  steps: [],
  data: {
    v: 1,
    sku: '65297600BA01A12',
    product: 'Illustrator',
    segment: 'COM',
    level: '01',
    currency: 'SEK',
    yearlyPrice: '2028.00',
    months: 12,
    validFrom: '2026-10-01',
    ...given,
  },
});
