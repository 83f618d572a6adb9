import { openLines } from '#programmes/adobe-vip/rules/authorization/authorization-life.ts';
import type { VipProgramme } from '#programmes/adobe-vip/rules/edition/programme.ts';
import { termOf, type OrderInTerm } from '#programmes/adobe-vip/rules/proration/proration-input.ts';
import { wholeMonths } from '#programmes/adobe-vip/rules/proration/proration-months.ts';
import type { PurchaseAuthorization } from '#programmes/adobe-vip/rules/authorization/purchase-authorization.ts';
import type { VipCustomerData } from '#programmes/adobe-vip/rules/customer/vip-customer.ts';
import type { OrderDuration } from '#programmes/adobe-vip/rules/order/vip-order.ts';
import { daysBetween, type Day } from '#core/day/day.ts';
import type { Texts } from '#ui/text.ts';
import type { OrderLevel } from './order-level.ts';
import { shownLevel } from '../customer/shown-level.ts';

/** What the duration of an order is counted from. */
export type DurationAsked = OrderInTerm & { readonly programme: VipProgramme };

/**
 * The duration that is proposed: whole months under VIP, the broken one left out, days in the
 * Marketplace (adobe.md §3), to the end of the term that the order's day is in (§8.33). Undefined
 * where there is no anniversary yet.
 */
export const firstDuration = (asked: DurationAsked): OrderDuration | undefined => {
  const months = wholeMonths(asked);
  if (!months.ok) return undefined;
  const { termEnd, down } = months.value;
  if (asked.programme === 'vip-marketplace')
    return { count: daysBetween(asked.orderDate, termEnd), unit: 'days' };
  return { count: Math.max(1, down), unit: 'months' };
};

/**
 * A duration from the calculator, and the day of the order it was counted from; '' if none was
 * given.
 */
export type GivenDuration = OrderDuration & { readonly on: Day };

/**
 * The duration of an order: chosen by hand, calculated for the same day, or else the suggested one.
 * For another day the calculator gives another result.
 */
export const durationOf = (
  asked: DurationAsked,
  {
    chosen,
    given,
  }: { readonly chosen: number | undefined; readonly given: GivenDuration | undefined },
): OrderDuration | undefined => {
  const first = firstDuration(asked);
  const isSame = given?.unit === first?.unit && (given?.on === '' || given?.on === asked.orderDate);
  const count = chosen ?? (isSame ? given?.count : undefined);
  return first === undefined || count === undefined ? first : { ...first, count };
};

/** The most months or days that licences can be ordered for. */
export type LongestDuration = Readonly<Record<OrderDuration['unit'], number>>;

const YEAR: LongestDuration = { months: 12, days: 366 };

/**
 * The longest time to an anniversary: what is ordered on one lasts to the next, and a longer first
 * term to its own end.
 */
export const longestOf = (asked: DurationAsked): LongestDuration => {
  const months = asked.since === undefined ? undefined : wholeMonths(asked);
  if (months?.ok !== true) return YEAR;
  const days = daysBetween(asked.orderDate, months.value.termEnd);
  return { months: Math.max(YEAR.months, months.value.up), days: Math.max(YEAR.days, days) };
};

/**
 * Whether licences can be ordered for so long: whole months or days, to the end of the term at
 * most.
 */
export const isOrderable = ({ count, unit }: OrderDuration, longest: LongestDuration): boolean =>
  Number.isSafeInteger(count) && count >= 1 && count <= longest[unit];

/** A duration in words: "4 månader"; '' where it is none. */
const durationWords = (
  duration: OrderDuration | undefined,
  longest: LongestDuration,
  { vip }: Pick<Texts, 'vip'>,
): string => {
  if (duration === undefined || !isOrderable(duration, longest)) return '';
  return duration.unit === 'months'
    ? vip.order.forMonths(duration.count)
    : vip.order.forDays(duration.count);
};

/**
 * For how long an order of that day is: "4 månader till årsdagen 19 apr 2027"; '' where nothing is
 * counted.
 */
export const lastsWords = (
  asked: DurationAsked,
  duration: OrderDuration | undefined,
  text: Pick<Texts, 'vip' | 'format'>,
): string => {
  const term = termOf(asked);
  if (!term.ok || duration === undefined) return '';
  const to = text.vip.order.to(text.format.dayShort(term.value.termEnd, asked.orderDate));
  return `${durationWords(duration, longestOf(asked), text)} ${to}`;
};

/**
 * The level of an order, and what is missing to the next: "Rabattnivå 2. 12 licenser till i samma
 * order ger nivå 3."
 */
export const levelWords = (
  { level, next }: Pick<OrderLevel, 'level' | 'next'>,
  { vip }: Pick<Texts, 'vip'>,
): string =>
  [
    vip.order.level(shownLevel(level)),
    ...(next === undefined ? [] : [vip.order.next(next.more, next.level)]),
  ].join(' ');

/**
 * What is to be ordered, as a text to copy: customer, authorization, then a line for each product.
 */
export const orderSummary = (
  {
    customer,
    authorization,
    duration,
    longest = YEAR,
    suited = ({ sku }) => sku,
  }: {
    readonly customer: Pick<VipCustomerData, 'name' | 'vipId'>;
    readonly authorization: PurchaseAuthorization;
    readonly duration: OrderDuration | undefined;
    readonly longest?: LongestDuration;
    /** By which SKU a line is ordered; left out, by the authorization's own. */
    readonly suited?: OrderLevel['suited'];
  },
  text: Pick<Texts, 'vip'>,
): string => {
  const { vip } = text;
  const { requestNumber, purchaseOrderNumber } = authorization.data;
  const head = [customer.name, ...(customer.vipId === '' ? [] : [vip.vipId(customer.vipId)])].join(
    ', ',
  );
  const numbers = [
    requestNumber === '' ? '' : `PA ${requestNumber}`,
    purchaseOrderNumber === '' ? '' : vip.authorization.po(purchaseOrderNumber),
  ].filter(Boolean);
  const lines = openLines(authorization).map((line) => {
    const what = [suited(line), line.product].filter(Boolean).join(' ');
    return vip.order.summaryLine(line.left, what, durationWords(duration, longest, text));
  });
  return [head, ...(numbers.length === 0 ? [] : [numbers.join(', ')]), ...lines].join('\n');
};
