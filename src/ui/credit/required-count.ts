import { missingToOrder, REQUIRED_BY_APPLE, type CreditOrderData } from '#domain/apple-credit/credit-order.ts';

/** How many of the three lines that Apple requires are filled in. */
export const requiredCount = (data: CreditOrderData): number => {
  const missing = missingToOrder(data);
  return REQUIRED_BY_APPLE.filter((line) => line.every((field) => !missing.includes(field))).length;
};
