import type { VipCustomerData } from './vip-customer.ts';

/** What a first order says of its customer. */
type Counted = Pick<VipCustomerData, 'firstOrderOn' | 'anniversary' | 'anniversaryDay'>;

const yearOf = (day = ''): number => Number(day.slice(0, 4));

/**
 * Whether an anniversary is the first one, counted from an order: one that someone entered has no
 * separate day of the month.
 */
const isCounted = ({ firstOrderOn, anniversary, anniversaryDay }: Partial<Counted>): boolean =>
  anniversaryDay !== undefined && yearOf(anniversary) - yearOf(firstOrderOn) < 2;

/**
 * Which of two copies of a customer has the earlier first order, if each counted its anniversary
 * from one: the earliest sets it (adobe.md §8.25). Undefined if someone entered one of them, or
 * both have the same day.
 */
export const earlierFirst = <D extends Partial<Counted>>(left: D, right: D): D | undefined => {
  const [a, b] = [left.firstOrderOn ?? '', right.firstOrderOn ?? ''];
  if (a === b || !isCounted(left) || !isCounted(right)) return undefined;
  return a < b ? left : right;
};
