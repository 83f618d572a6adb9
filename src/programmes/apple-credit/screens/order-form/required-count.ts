import type { CreditOrderData } from '#programmes/apple-credit/rules/order/credit-order.ts';
import {
  missingToOrder,
  neededToOrder,
} from '#programmes/apple-credit/rules/order/order-commands.ts';

/** How many of the fields that an order needs are filled in, and how many there are. */
export const requiredCount = (
  data: CreditOrderData,
): { readonly have: number; readonly of: number } => {
  const of = neededToOrder(data).length;
  return { have: of - missingToOrder(data).length, of };
};
