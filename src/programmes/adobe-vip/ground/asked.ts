import type { AskedRule } from '../../ground.ts';
import { areOrderDaysChosen, ordersToday, chosenOrderDays } from '../rules/edition/rules-today.ts';
import { orderEditions } from '../rules/order/order-editions.ts';

/** What Adobe changed, so that a person must say which of it holds for them (X15). */
export const asked = {
  orders: {
    programme: 'adobe-vip',
    answers: orderEditions,
    today: ({ editions }) => ordersToday(editions).id,
    isSet: ({ editions }) => areOrderDaysChosen(editions),
    say: (edition, { editions }) => ({ editions: { ...editions, ...chosenOrderDays(edition) } }),
  },
} satisfies Readonly<Record<string, AskedRule>>;
