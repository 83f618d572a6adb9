import type { VipOrderData } from '../order/vip-order.ts';

/**
 * The line of an order that is made of an invoice, named so that two devices which make it give it
 * one name.
 */
export const INVOICED_LINE = 'line-001';

/**
 * Whether an order is known from an invoice alone: whoever noted it has not placed it. One that is
 * of an authorization was noted on that, whatever its line is called.
 */
export const isInvoiced = ({
  origin,
  authorization,
  lines,
}: Pick<VipOrderData, 'origin' | 'authorization' | 'lines'>): boolean => {
  const only = Object.keys(lines).join() === INVOICED_LINE ? lines[INVOICED_LINE] : undefined;
  return origin === undefined && authorization === '' && only?.authorizationLine === '';
};
