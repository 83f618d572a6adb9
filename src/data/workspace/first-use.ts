import { firstUseOf } from '#programmes/apple-credit/rules/order/order-days.ts';
import type { Day } from '#core/day/day.ts';
import type { Records } from '../records/records.ts';

/**
 * The first day on which a code of any of these orders was handed out or redeemed; '' where none
 * was.
 */
export const firstUseUnder = async (
  records: Pick<Records, 'find'>,
  ...orders: readonly string[]
): Promise<Day> => firstUseOf(await records.find({ kind: 'redemption-code', parents: orders }));
