import { isPlausibleDay } from '#core/day/plausible-day.ts';
import { refuse } from '#core/result.ts';
import type { InvoiceLineData } from '../product/invoice-line.ts';
import type { VipProblem } from '../vip-problem.ts';

/** Why a line of an invoice is no order: a credit, or one without number or day. */
export const whyNoOrder = ({
  charge,
  quantity,
  orderNumber,
  orderDate,
}: InvoiceLineData): VipProblem | undefined => {
  if (charge !== 'invoice' || !Number.isInteger(quantity) || quantity < 1)
    return refuse('quantity-not-whole', 'quantity').problem;
  if (orderNumber.trim() === '') return refuse('order-number-needed', 'orderNumber').problem;
  return isPlausibleDay(orderDate) ? undefined : refuse('day-needed', 'orderDate').problem;
};
