import type { Charge } from '#programmes/adobe-vip/rules/product/invoice-line.ts';

/** A line of the example's reconciliation report: of an order so many days ago. */
export type DemoInvoiceLine = {
  readonly customer: string;
  readonly vipId: string;
  readonly order: string;
  readonly ago: number;
  readonly sku: string;
  readonly product: string;
  readonly quantity: number;
  readonly unitPrice: string;
  readonly charge: Charge;
  readonly reason: string;
};

const energi = { customer: 'Björkdalens Energi AB', vipId: '63487D388A8E2D351215' };
const gymnasium = { customer: 'Björkdalens gymnasium', vipId: '33A1806A5FA5943F5DB2' };
const pdf = { sku: '65000001BA01A12', product: 'Exempel PDF Pro', unitPrice: '2340.00' };
const foto = { sku: '65000002BB02A12', product: 'Exempel Foto', unitPrice: '1188.00' };
const added = { charge: 'invoice' as const, reason: 'ADD SEATS' };

/**
 * What the distributor charged: one line pairs, one has another quantity, one has no order, and one
 * order has no line.
 */
export const bjorkdalenInvoices: readonly DemoInvoiceLine[] = [
  { ...gymnasium, ...foto, ...added, order: '7788100002', ago: 6, quantity: 4 },
  { ...energi, ...pdf, ...added, order: '7788100003', ago: 14, quantity: 3 },
  {
    customer: 'Turistbyrån Skogsrået AB',
    vipId: '5FEE002E61D4873B8E38',
    ...added,
    order: '7788100090',
    ago: 16,
    sku: '65000003BA01A12',
    product: 'Exempel Vektor',
    unitPrice: '2988.00',
    quantity: 1,
  },
  {
    customer: 'Björkdalens Bostäder AB',
    vipId: '82EE6B17A667B73BD769',
    order: '7788100005',
    ago: 2,
    sku: '65297752BA02A12',
    product: 'Exempel Alla appar',
    unitPrice: '7620.00',
    quantity: 9,
    charge: 'invoice',
    reason: 'RENEWAL',
  },
  {
    ...energi,
    ...pdf,
    charge: 'credit',
    reason: 'PRICE ADJUSTMENT',
    order: '7788100098',
    ago: 15,
    quantity: -1,
  },
];
