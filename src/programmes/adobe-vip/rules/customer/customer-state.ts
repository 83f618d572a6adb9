import type { Day } from '#core/day/day.ts';
import type { Moment } from '#core/day/local-time.ts';
import { refuse } from '#core/result.ts';
import { isOpen, orderDue, type Authorization } from '../authorization/authorization-life.ts';
import { authorizationState, isPastDue } from '../authorization/authorization-state.ts';
import type { RenewalState } from '../renewal/renewal-stage.ts';
import type { VipProblem } from '../vip-problem.ts';

/**
 * The state of a customer (C1), never stored: the filters of the Reseller Console (adobe.md §1),
 * what else home needs done, and `calm` for one with nothing due. If it has several, the first in
 * this order decides its section: a late renewal takes away licences in use, while an end, a return
 * or a conflict between devices only needs an answer.
 */
export const CUSTOMER_STATES = [
  'past-due',
  'late',
  'pending',
  'ready',
  'expired',
  'lapsed',
  'itself',
  'returning',
  'question',
  'upcoming',
  'no-products',
  'calm',
] as const;

/** The state of a customer. */
export type CustomerState = (typeof CUSTOMER_STATES)[number];

/** What of a customer its state is read from. */
export type CustomerFacts = {
  /** Those of its authorizations that are still open, or all of them. */
  readonly authorizations: readonly Authorization[];
  readonly hasProducts: boolean;
  readonly renewal: RenewalState;
  /** Adobe has not answered a return. */
  readonly isReturning?: boolean;
  /** Two devices left a question open, on the customer or on what is under it. */
  readonly isAsked?: boolean;
};

/**
 * All states of a customer on a day, in the order of the sections; there is always one.
 */
export const customerStates = (
  { authorizations, hasProducts, renewal, isReturning, isAsked }: CustomerFacts,
  asOf: Day | Moment,
): readonly CustomerState[] => {
  const states = authorizations
    .filter(isOpen)
    .map((authorization) => authorizationState(authorization, asOf));
  const applies = (state: CustomerState): boolean => {
    if (state === 'past-due')
      return states.some((state) => state === 'overdue' || state === 'suspended');
    if (state === 'pending' || state === 'expired') return states.includes(state);
    if (state === 'returning') return isReturning === true;
    if (state === 'question') return isAsked === true;
    return state === 'no-products' ? !hasProducts : state === renewal;
  };
  const applying = CUSTOMER_STATES.filter(applies);
  return applying.length === 0 ? ['calm'] : applying;
};

/**
 * Of the authorizations that make a customer past due, the one that is late the longest; undefined
 * when it is not.
 */
export const latestDue = <A extends Authorization>(
  authorizations: readonly A[],
  asOf: Day | Moment,
): A | undefined =>
  authorizations
    .filter((authorization) => isPastDue(authorization, asOf))
    .sort((a, b) => (orderDue(a) < orderDue(b) ? -1 : 1))
    .at(0);

/**
 * Why a customer gets no new authorization on a day: one late one blocks the next (adobe.md §8.9).
 */
export const whyNotAuthorized = (
  authorizations: readonly Authorization[],
  asOf: Day | Moment,
): VipProblem | undefined => {
  const late = latestDue(authorizations, asOf);
  if (late === undefined) return undefined;
  const { createdOn } = late.data;
  return refuse('customer-past-due', undefined, { createdOn, due: orderDue(late) }).problem;
};
