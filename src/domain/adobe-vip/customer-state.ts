import type { Day } from '../day.ts';
import { refuse, type Problem } from '../result.ts';
import { orderDue, type Authorization } from './authorization-life.ts';
import { authorizationState, isPastDue } from './authorization-state.ts';
import type { RenewalTold } from './renewal-stage.ts';

/**
 * Where a customer stands (C1), never stored: the filters of the Reseller Console (adobe.md §1), and `calm` for one with
 * nothing due. Of several the first in this order counts: a late renewal takes away licences that are in use, while one that is
 * too late only wants an answer.
 */
export const CUSTOMER_STATES = [
  ...(['past-due', 'late', 'pending', 'ready', 'lapsed', 'itself'] as const),
  ...(['upcoming', 'no-products', 'calm'] as const),
] as const;

/** Where a customer stands. */
export type CustomerState = (typeof CUSTOMER_STATES)[number];

/** What of a customer its state is read from. */
export type CustomerFacts = {
  /** Those of its authorizations that are still open, or all of them. */
  readonly authorizations: readonly Authorization[];
  readonly hasProducts: boolean;
  readonly renewal: RenewalTold;
};

/** The state of a customer on a day. */
export const customerState = ({ authorizations, hasProducts, renewal }: CustomerFacts, today: Day): CustomerState => {
  if (authorizations.some((one) => isPastDue(one, today))) return 'past-due';
  if (renewal === 'late') return 'late';
  if (authorizations.some((one) => authorizationState(one, today) === 'pending')) return 'pending';
  if (renewal !== 'none') return renewal;
  return hasProducts ? 'calm' : 'no-products';
};

/** Of the authorizations that make a customer past due, the one that is late the longest; undefined when it is not. */
export const latestDue = <A extends Authorization>(authorizations: readonly A[], today: Day): A | undefined =>
  authorizations
    .filter((one) => isPastDue(one, today))
    .sort((a, b) => (orderDue(a) < orderDue(b) ? -1 : 1))
    .at(0);

/** Why a customer gets no new authorization on a day: one late one blocks the next (adobe.md §8.9). */
export const whyNotAuthorized = (authorizations: readonly Authorization[], today: Day): Problem | undefined => {
  const late = latestDue(authorizations, today);
  if (late === undefined) return undefined;
  const { createdOn } = late.data;
  return refuse('customer-past-due', undefined, { createdOn, due: orderDue(late) }).problem;
};
