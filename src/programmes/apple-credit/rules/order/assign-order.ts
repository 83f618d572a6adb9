import type { Draft } from '#core/record/record.ts';
import { ok, refuse } from '#core/result.ts';
import type { CreditOrder, CreditOrderData } from './credit-order.ts';
import type { CreditResult } from '../credit-problem.ts';

/** Who manages an order: person ids, '' for nobody. */
export type Assignment = { readonly owner: string; readonly deputy: string };

/**
 * Gives an order to someone, with another who steps in (X18). Refuses a deputy who is the owner, or
 * one without an owner.
 */
export const assignOrder = (
  order: CreditOrder,
  { owner, deputy }: Assignment,
): CreditResult<Draft<CreditOrderData>> => {
  if (deputy !== '' && deputy === owner) return refuse('deputy-is-owner', 'deputy');
  if (deputy !== '' && owner === '') return refuse('owner-needed', 'owner');
  return ok({ ...order, data: { ...order.data, owner, deputy } });
};
