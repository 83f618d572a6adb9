import { isDay } from '../day.ts';
import { comesOf, dateOf, monthDate } from './month-date.ts';
import type { VipCustomerData } from './vip-customer.ts';

/** What a first order says of its customer. */
type Counted = Pick<VipCustomerData, 'firstOrderOn' | 'anniversary' | 'anniversaryDay'>;

/** No first anniversary is counted further than that (adobe.md §0). */
const MOST_MONTHS = 13;

/** Whether an anniversary is the first one, counted from an order and no one's own word: that has no day of the month beside it. */
const isCounted = (data: Partial<Counted>): data is Counted => {
  const { firstOrderOn = '', anniversary = '', anniversaryDay } = data;
  if (!isDay(firstOrderOn) || !isDay(anniversary) || anniversaryDay === undefined) return false;
  const last = monthDate(firstOrderOn, MOST_MONTHS, dateOf(firstOrderOn));
  return firstOrderOn < anniversary && anniversary <= last && comesOf(anniversary, anniversaryDay);
};

/**
 * Which of two copies of a customer noted the earlier first order, where each counted its anniversary from one: the earliest sets
 * it (adobe.md §8.25). Undefined where someone said one of them, or both are of one day.
 */
export const earlierFirst = <D extends Partial<Counted>>(one: D, other: D): D | undefined => {
  if (!isCounted(one) || !isCounted(other) || one.firstOrderOn === other.firstOrderOn) return undefined;
  return one.firstOrderOn < other.firstOrderOn ? one : other;
};
