import type { CreditOrderData } from '#programmes/apple-credit/rules/order/credit-order.ts';
import type { OrderRow } from '#programmes/apple-credit/rules/order/credit-summary.ts';
import type { Day } from '#core/day/day.ts';
import { sumsByCurrency } from '#core/money.ts';
import type { Texts } from '#programmes/apple-credit/screens/text.ts';

/** A badge: a word or a day count with its tone. */
export type Badge = {
  readonly tone: 'plain' | 'late' | 'soon' | 'ok' | 'accent';
  readonly label: string;
};

/** The credit value as text, or the words for none. */
export const amountOf = (
  { amount, currency }: CreditOrderData,
  { format, credit }: Texts,
): string => (amount === '' ? credit.noAmount : format.money(amount, currency));

/** The order number as text, or the words for none. */
export const numberOf = (
  { orderNumber }: Pick<CreditOrderData, 'orderNumber'>,
  { credit }: Texts,
): string => (orderNumber === '' ? credit.noOrderNumber : orderNumber);

/** The total value of some orders, by currency; '' if none of them has an amount. */
export const sumsOf = (
  orders: readonly Pick<CreditOrderData, 'amount' | 'currency'>[],
  { format }: Texts,
): string =>
  sumsByCurrency(orders.filter(({ amount }) => amount !== ''))
    .map(({ amount, currency }) => format.money(amount, currency))
    .join(' + ');

/** The number, and the day on which the credit left the inbox where one has passed. */
export const numberAndExpiry = ({ order, lastDay }: OrderRow, text: Texts, today: Day): string =>
  [
    numberOf(order.data, text),
    ...(lastDay === undefined
      ? []
      : [text.credit.list.expiredOn(text.format.dayShort(lastDay, today))]),
  ].join(' · ');

const TONES: Record<OrderRow['state'], Badge['tone']> = {
  draft: 'plain',
  ordered: 'plain',
  validated: 'plain',
  ready: 'plain',
  expired: 'late',
  downloaded: 'accent',
  redeemed: 'ok',
  spent: 'ok',
  rejected: 'late',
  'resend-requested': 'soon',
  lost: 'late',
  cancelled: 'plain',
};

/** The state in a word, for the head of an order. */
export const stateBadge = (row: OrderRow, { credit }: Texts): Badge => ({
  tone: TONES[row.state] === 'plain' && row.urgency !== 'calm' ? row.urgency : TONES[row.state],
  label: credit.state[row.state],
});

/** Days left or late where a count runs, else the state: for a row of the list. */
export const rowBadge = (row: OrderRow, hasCode: boolean, text: Texts): Badge => {
  const { list, state } = text.credit;
  if (row.state === 'downloaded' && hasCode) return { tone: 'accent', label: state.hasCode };
  if (row.left === undefined) return stateBadge(row, text);
  const tone = row.urgency === 'calm' ? 'plain' : row.urgency;
  if (row.left < 0) return { tone, label: list.daysLate(-row.left) };
  return { tone, label: row.left === 0 ? list.lastDay : list.days(row.left) };
};

/** The text after the order number in the list: the relevant day. */
export const rowDetail = (row: OrderRow, text: Texts, today: Day): string => {
  const { list } = text.credit;
  const say = (words: (day: string) => string, day: Day): string =>
    words(text.format.dayShort(day, today));
  if (row.state === 'resend-requested') return row.on === '' ? '' : say(list.requestedOn, row.on);
  if (row.lastDay !== undefined && row.provisional) return say(list.untilProvisional, row.lastDay);
  if (row.lastDay !== undefined)
    return say(row.left !== undefined && row.left < 0 ? list.expiredOn : list.until, row.lastDay);
  if (row.on === '') return '';
  return row.state === 'downloaded'
    ? say(list.downloadedOn, row.on)
    : text.format.dayShort(row.on, today);
};
