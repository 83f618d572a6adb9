import { addDays, type Day } from '#core/day/day.ts';
import type { VipEdition } from '../edition/vip-edition.ts';

/**
 * The days on which an order can go back, the first and last included; '' for both while the order
 * has no day.
 */
export type ReturnWindow = { readonly from: Day; readonly lastDay: Day };

/**
 * The window of an order in the edition of RETURN_RULE that it was born under: 14 days, the last
 * included (adobe.md §8.18).
 */
export const returnWindow = (order: {
  readonly orderDate: Day;
  readonly edition: VipEdition;
}): ReturnWindow => {
  const { orderDate, edition } = order;
  return { from: orderDate, lastDay: orderDate === '' ? '' : addDays(orderDate, edition.value) };
};

/** Whether a return can be asked for on a day. */
export const mayReturnOn = ({ from, lastDay }: ReturnWindow, day: Day): boolean =>
  from !== '' && from <= day && day <= lastDay;
