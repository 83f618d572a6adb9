import type {
  CreditOrder,
  CreditOrderData,
} from '#programmes/apple-credit/rules/order/credit-order.ts';
import type { CreditRefused } from '#programmes/apple-credit/rules/credit-problem.ts';
import { firstNamed } from '#ui/first-named.ts';
import type { Texts } from '#programmes/apple-credit/screens/text.ts';
import { amountOf } from '../order/order-words.ts';

/** A credit where the step could not be recorded, and why. */
export type RefusedOrder = { readonly order: CreditOrder; readonly problem: CreditRefused };

/** So many are named in a sentence; the others are counted. */
const NAMED = 3;

/** A credit as a sentence names it: its value and its order. */
export const creditName = (data: CreditOrderData, text: Texts): string => {
  const { orderNumber, withoutNumber } = text.credit;
  return `${amountOf(data, text)} (${data.orderNumber === '' ? withoutNumber : orderNumber(data.orderNumber)})`;
};

/** Some credits in a sentence, by name. */
export const creditNames = (orders: readonly CreditOrder[], text: Texts): string =>
  text.format.list(
    firstNamed(
      orders.map(({ data }) => creditName(data, text)),
      NAMED,
      text.resend.more,
    ),
  );
