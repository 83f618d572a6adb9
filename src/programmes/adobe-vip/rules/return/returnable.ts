import { addDays, type Day } from '#core/day/day.ts';
import { linesLeft, type OrderLineLeft } from '../order/order-lines-left.ts';
import type { CustomerBook } from '../plan/plans.ts';
import { planKey } from '../product/product-name.ts';
import { returnEditions } from './return-editions.ts';
import type { ReturnableLine } from './return-reach.ts';
import { mayReturnOn, returnWindow, type ReturnWindow } from './return-window.ts';
import { editionIn } from '../edition/edition-in.ts';
import type { VipOrder } from '../order/vip-order.ts';

/** A line that can go back, or could until lately; `id` tells it from the lines of other orders. */
export type OrderedLine = ReturnableLine & {
  readonly order: VipOrder;
  readonly line: OrderLineLeft;
  readonly isOpen: boolean;
};

/** The window of an order in the edition that it was born under (C6). */
export const windowOfOrder = ({ data }: Pick<VipOrder, 'data'>): ReturnWindow =>
  returnWindow({
    orderDate: data.orderDate,
    edition: editionIn(returnEditions, data.returnEdition),
  });

/**
 * Lines whose window closed within so many days are shown beside those that can go back: nobody
 * looks for them, and one asked for in time is noted late.
 */
export const SHOWN_AFTER = 30;

/**
 * The unclaimed lines of a product (`planKey`), the open ones first, the next to close at the
 * front. All orders of the customer count: what one order cannot cover, several can (adobe.md
 * §8.21).
 */
export const returnableLines = (
  { orders, returns }: Pick<CustomerBook, 'orders' | 'returns'>,
  plan: string,
  today: Day,
): OrderedLine[] =>
  orders
    .flatMap((order): OrderedLine[] => {
      const window = windowOfOrder(order);
      const { lastDay, from: orderDate } = window;
      if (lastDay === '' || addDays(lastDay, SHOWN_AFTER) < today) return [];
      return linesLeft(order, returns)
        .filter((line) => line.left > 0 && planKey(line.product, line.licenceType) === plan)
        .map((line) => ({
          id: lineKey(order.id, line.id),
          quantity: line.left,
          orderDate,
          lastDay,
          order,
          line,
          isOpen: mayReturnOn(window, today),
        }));
    })
    .sort((a, b) => Number(b.isOpen) - Number(a.isOpen) || compared(a, b));

/** A line of an order, told from those of other orders. */
export const lineKey = (order: string, line: string): string => `${order}/${line}`;

// Among closed ones, the most recently missed comes first.
const compared = (a: OrderedLine, b: OrderedLine): number => {
  if (a.lastDay === b.lastDay) return a.id < b.id ? -1 : 1;
  return a.lastDay < b.lastDay === a.isOpen ? -1 : 1;
};
