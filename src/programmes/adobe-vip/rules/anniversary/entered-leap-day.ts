import { anniversaryDue, isLeapChoice } from '../customer/customer-deadlines.ts';
import { editionKey } from '../edition/edition-key.ts';
import { LEAP_DAY_RULE } from './leap-day-rule.ts';
import { dateOf } from './month-date.ts';
import type { VipCustomerData } from '../customer/vip-customer.ts';

/**
 * A customer whose anniversary was entered. Entering 28 or 29 February of a leap year decides which
 * of them it falls on, even if the other was chosen before (adobe.md §8.26).
 */
export const withEnteredLeapDay = (data: VipCustomerData): VipCustomerData => {
  const { programme, editions, anniversary } = data;
  if (!isLeapChoice(data) || anniversaryDue(data, []) === anniversary) return data;
  const rule = `${LEAP_DAY_RULE}-${dateOf(anniversary)}`;
  return { ...data, editions: { ...editions, [editionKey(LEAP_DAY_RULE, programme)]: rule } };
};
