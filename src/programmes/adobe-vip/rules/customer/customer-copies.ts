import { fieldsOf } from '#core/record/fields.ts';
import type { Draft, VolymRecord } from '#core/record/record.ts';
import { ok, refuse } from '#core/result.ts';
import type { VipCustomerData } from './vip-customer.ts';
import type { VipFollowing } from '../vip-problem.ts';

/** What of a customer is on the records under it too, before a change and after it. */
export type CustomerChange = Readonly<
  Record<'before' | 'after', Pick<VipCustomerData, 'name' | 'owner' | 'deputy'>>
>;

type Copies = { readonly customerName?: string; readonly owner?: string; readonly deputy?: string };

/** Orders and returns have no deputy. */
const DEPUTED: readonly string[] = ['purchase-authorization'];

/**
 * Updates an authorization, an order or a return under a customer after the customer: it takes the
 * customer's name, and if it had the customer's former owner, it gets the new one; the same for a
 * deputy. Refuses if there is nothing to update.
 */
export const followCustomer = (
  record: VolymRecord,
  { before, after }: CustomerChange,
): VipFollowing<Draft> => {
  const { customerName, owner, deputy = '' } = fieldsOf(record.data);
  const { deputy: was = '' } = before;
  const { deputy: now = '' } = after;
  const copies: Copies = {
    ...(customerName !== undefined && customerName !== after.name
      ? { customerName: after.name }
      : {}),
    // Another's, it was given to that person for itself.
    ...(owner === before.owner && owner !== after.owner ? { owner: after.owner } : {}),
    ...(DEPUTED.includes(record.kind) && deputy === was && deputy !== now ? { deputy: now } : {}),
  };
  if (Object.keys(copies).length === 0) return refuse('nothing-to-follow');
  return ok({ ...record, data: { ...record.data, ...copies } });
};
