import {
  firstOrderPlaced,
  firstOrderTakenBack,
} from '#programmes/adobe-vip/rules/order/first-order.ts';
import type { ChosenEditions } from '#programmes/adobe-vip/rules/edition/vip-edition.ts';
import type { Day } from '#core/day/day.ts';
import type { Records } from '#data/records/records.ts';
import { onKind } from '#data/records/on-kind.ts';
import { readOne } from '#data/records/read-under.ts';
import { placedUnder } from './placed-under.ts';

/**
 * What an order that was written says of its customer: the anniversary that it set, or '', and the
 * way back.
 */
export type FollowedPlaced = { readonly anniversary: Day; readonly back: () => Promise<void> };

/**
 * Lets a customer follow the earliest order that is known of it, by its editions or else the
 * workspace's.
 */
export const followPlaced = async (
  records: Records,
  parent: string,
  editions: ChosenEditions | undefined,
): Promise<FollowedPlaced> => {
  const customer = await readOne(records, parent, 'vip-customer');
  const placed = await placedUnder(records, parent);
  const set = await records.change(
    parent,
    onKind('vip-customer', (record) => firstOrderPlaced(record, placed, editions)),
  );
  if (!set.ok || customer === undefined) return { anniversary: '', back: async () => undefined };
  const { anniversary } = set.value.data;
  return {
    anniversary: anniversary === customer.data.anniversary ? '' : anniversary,
    // Where someone changed it since, it stays as they left it.
    back: async () => {
      await records.change(
        parent,
        onKind('vip-customer', (record) => firstOrderTakenBack(record, set.value, customer)),
      );
    },
  };
};
