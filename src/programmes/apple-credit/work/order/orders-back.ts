import { joinedOrder } from '#programmes/apple-credit/rules/order/credit-order.ts';
import type { CreditRefused } from '#programmes/apple-credit/rules/credit-problem.ts';
import type { ActedOn } from '#core/record/act.ts';
import type { VolymRecord } from '#core/record/record.ts';
import { isFine } from '#data/records/read-record.ts';
import type { Records } from '#data/records/records.ts';
import { joinAgain, partOrders } from './join-orders.ts';

/**
 * Separates orders that came out of the trash from those that they were joined to. For an order
 * that is not understood, nobody knows whether it was joined to another. Answers why it could not.
 */
export const partFromOthers = async (
  records: Records,
  restored: readonly VolymRecord[],
): Promise<CreditRefused | undefined> => {
  for (const record of restored.filter(isFine)) {
    const older = joinedOrder(record);
    if (older === '') continue;
    const problem = await partOrders(records, { younger: record.id, older });
    if (problem !== undefined) return problem;
  }
  return undefined;
};

/**
 * Joins orders again to those that they were joined to before they were taken out of the trash.
 */
export const joinAnew = async (
  records: Records,
  lay: readonly ActedOn[],
): Promise<CreditRefused | undefined> => {
  for (const { id, was } of lay) {
    const older = was?.['joinedTo'];
    if (typeof older !== 'string') continue;
    const problem = await joinAgain(records, { younger: id, older });
    if (problem !== undefined) return problem;
  }
  return undefined;
};
