import type { PurchaserRow } from '#programmes/apple-credit/rules/purchaser/purchasers.ts';
import type { Day } from '#core/day/day.ts';
import type { Texts } from '#programmes/apple-credit/screens/text.ts';
import type { Badge } from '../order/order-words.ts';

const TONES = { rejected: 'late', checking: 'plain', valid: 'ok', unknown: 'plain' } as const;

/** The state of an account in a word; one being checked shows since when. */
export const accountBadge = ({ state, since }: PurchaserRow, text: Texts, today: Day): Badge => {
  const words = text.credit.purchasers;
  const isDated = state === 'checking' && since !== '';
  return {
    tone: TONES[state],
    label: isDated ? words.since(text.format.dayShort(since, today)) : words.states[state],
  };
};

/** The third line of a row: what its state rests on, and where the account is registered. */
export const accountLine = (
  { state, since, by, note, manager, orders }: PurchaserRow,
  text: Texts,
  today: Day,
): string => {
  const words = text.credit.purchasers;
  const day = since === '' ? '' : text.format.dayShort(since, today);
  const amount = by === undefined ? '' : text.format.money(by.data.amount, by.data.currency);
  if (state === 'rejected')
    return `${words.rejected(by?.data.orderNumber ?? '', day)} ${note}`.trim();
  const first = { checking: words.ordered(amount), valid: words.confirmed(day), unknown: '' }[
    state
  ];
  return [first, state === 'valid' ? words.orders(orders.length) : '', words.managers[manager]]
    .filter((part) => part !== '')
    .join(' · ');
};
