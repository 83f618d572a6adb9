import type { VipOrderData } from '../vip-order.ts';

/** The line of an order that is made of an invoice, named so that two devices which make it give it one name. */
export const INVOICED_LINE = 'line-001';

/** Whether an order is known from an invoice alone: whoever noted it has not placed it. */
export const isInvoiced = ({ origin, lines }: Pick<VipOrderData, 'origin' | 'lines'>): boolean =>
  origin === undefined && Object.keys(lines).join() === INVOICED_LINE;
