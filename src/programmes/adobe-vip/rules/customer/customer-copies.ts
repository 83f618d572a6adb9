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
 * Lets an authorization, an order or a return under a customer follow it: it bears the customer's
 * name, and whose it was as the customer was that person's, it is the new one's; of what has a
 * deputy likewise. Refuses where there is nothing to follow.
 */
export const followCustomer = (
  record: VolymRecord,
  { before, after }: CustomerChange,
): VipFollowing<Draft> => {
  const { customerName, owner, deputy = '' } = record.data as Copies;
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
