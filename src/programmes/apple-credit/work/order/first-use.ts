import { firstUseOf } from '#programmes/apple-credit/rules/order/order-days.ts';
import type { Day } from '#core/day/day.ts';
import type { Records } from '#data/records/records.ts';

/**
 * The first day on which a code of any of these orders was handed out or redeemed; '' where none
 * was.
 */
export const firstUseUnder = async (
  records: Pick<Records, 'find'>,
  ...orders: readonly string[]
): Promise<Day> => firstUseOf(await records.find({ kind: 'redemption-code', parents: orders }));

/** What the form of an order knows besides its day: nothing else needs more than the order. */
export const besideOrder = async (
  records: Pick<Records, 'find'>,
  id: string,
  field: string,
): Promise<{ readonly firstUse?: Day }> =>
  field === 'orderDate' ? { firstUse: await firstUseUnder(records, id) } : {};
