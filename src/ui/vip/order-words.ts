import { openLines } from '#domain/adobe-vip/authorization-life.ts';
import type { VipProgramme } from '#domain/adobe-vip/programme.ts';
import { wholeMonths } from '#domain/adobe-vip/proration-months.ts';
import type { PurchaseAuthorization } from '#domain/adobe-vip/purchase-authorization.ts';
import type { VipCustomerData } from '#domain/adobe-vip/vip-customer.ts';
import type { OrderDuration } from '#domain/adobe-vip/vip-order.ts';
import { daysBetween, type Day } from '#domain/day.ts';
import type { Texts } from '../text.ts';

/** What the duration of an order is counted from. */
export type DurationAsked = { readonly orderDate: Day; readonly anniversary: Day; readonly programme: VipProgramme };

/**
 * The duration that is proposed: whole months under VIP, the broken one left out, days in the Marketplace (adobe.md §3).
 * Undefined where there is no anniversary yet, or it lies behind.
 */
export const firstDuration = ({ orderDate, anniversary, programme }: DurationAsked): OrderDuration | undefined => {
  if (anniversary === '' || anniversary <= orderDate) return undefined;
  if (programme === 'vip-marketplace') return { count: daysBetween(orderDate, anniversary), unit: 'days' };
  const months = wholeMonths({ orderDate, anniversary });
  return months.ok ? { count: Math.max(1, months.value.down), unit: 'months' } : undefined;
};

/** A duration in words: "4 månader". */
export const durationWords = (duration: OrderDuration | undefined, { vip }: Pick<Texts, 'vip'>): string => {
  if (duration === undefined) return '';
  return duration.unit === 'months' ? vip.order.forMonths(duration.count) : vip.order.forDays(duration.count);
};

/** What is to be ordered, as a text to copy: customer, authorization, then a line for each product. */
export const orderSummary = (
  {
    customer,
    authorization,
    duration,
  }: {
    readonly customer: Pick<VipCustomerData, 'name' | 'vipId'>;
    readonly authorization: PurchaseAuthorization;
    readonly duration: OrderDuration | undefined;
  },
  text: Pick<Texts, 'vip'>,
): string => {
  const { vip } = text;
  const { requestNumber, purchaseOrderNumber } = authorization.data;
  const head = [customer.name, ...(customer.vipId === '' ? [] : [vip.vipId(customer.vipId)])].join(', ');
  const numbers = [
    requestNumber === '' ? '' : `PA ${requestNumber}`,
    purchaseOrderNumber === '' ? '' : vip.authorization.po(purchaseOrderNumber),
  ].filter(Boolean);
  const lines = openLines(authorization).map(({ left, sku, product }) =>
    vip.order.summaryLine(left, [sku, product].filter(Boolean).join(' '), durationWords(duration, text)),
  );
  return [head, ...(numbers.length === 0 ? [] : [numbers.join(', ')]), ...lines].join('\n');
};
