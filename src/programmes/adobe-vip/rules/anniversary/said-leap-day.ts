import { anniversaryDue, isLeapChoice } from '../customer/customer-deadlines.ts';
import { editionKey } from '../edition/edition-key.ts';
import { LEAP_DAY_RULE } from './leap-day-rule.ts';
import { dateOf } from './month-date.ts';
import type { VipCustomerData } from '../customer/vip-customer.ts';

/**
 * A customer of whom an anniversary was said. Who says 28 or 29 February of a leap year has said
 * which of them it falls on, where the other was chosen (adobe.md §8.26).
 */
export const withSaidLeapDay = (data: VipCustomerData): VipCustomerData => {
  const { programme, editions, anniversary } = data;
  if (!isLeapChoice(data) || anniversaryDue(data, []) === anniversary) return data;
  const rule = `${LEAP_DAY_RULE}-${dateOf(anniversary)}`;
  return { ...data, editions: { ...editions, [editionKey(LEAP_DAY_RULE, programme)]: rule } };
};
