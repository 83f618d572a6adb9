import type { VipCustomerData } from './vip-customer.ts';

/** What a first order says of its customer. */
type Counted = Pick<VipCustomerData, 'firstOrderOn' | 'anniversary' | 'anniversaryDay'>;

const yearOf = (day = ''): number => Number(day.slice(0, 4));

/**
 * Whether an anniversary is the first one, counted from an order: one that someone said has no day
 * of the month beside it.
 */
const isCounted = ({ firstOrderOn, anniversary, anniversaryDay }: Partial<Counted>): boolean =>
  anniversaryDay !== undefined && yearOf(anniversary) - yearOf(firstOrderOn) < 2;

/**
 * Which of two copies of a customer noted the earlier first order, where each counted its
 * anniversary from one: the earliest sets it (adobe.md §8.25). Undefined where someone said one of
 * them, or both are of one day.
 */
export const earlierFirst = <D extends Partial<Counted>>(one: D, other: D): D | undefined => {
  const [a, b] = [one.firstOrderOn ?? '', other.firstOrderOn ?? ''];
  if (a === b || !isCounted(one) || !isCounted(other)) return undefined;
  return a < b ? one : other;
};
