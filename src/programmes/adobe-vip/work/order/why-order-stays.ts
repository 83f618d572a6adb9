import { whyNotRemoved } from '#programmes/adobe-vip/rules/order/correct-order.ts';
import type { VipOrder } from '#programmes/adobe-vip/rules/order/vip-order.ts';
import type { VipProblem } from '#programmes/adobe-vip/rules/vip-problem.ts';
import { readUnder } from '#data/records/read-under.ts';
import type { Records } from '#data/records/records.ts';

/**
 * Why an order that was written a moment ago cannot be taken back: what was asked back of it
 * meanwhile would hang in the air.
 */
export const whyOrderStays = async (
  records: Pick<Records, 'find'>,
  { id, parent }: Pick<VipOrder, 'id' | 'parent'>,
): Promise<VipProblem | undefined> => {
  const returns = await readUnder(records, { kind: 'return-authorization', parent });
  return whyNotRemoved({ id }, { returns });
};
