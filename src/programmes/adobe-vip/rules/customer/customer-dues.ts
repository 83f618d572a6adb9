import { daysBetween, NOTHING_DUE, type Day } from '#core/day/day.ts';
import { todayOf, type AsOf } from '#core/day/local-time.ts';
import { localOrderDue, orderUntil } from '../authorization/authorization-life.ts';
import { authorizationState, isPastDue } from '../authorization/authorization-state.ts';
import type { CustomerState } from './customer-state.ts';
import type { PurchaseAuthorization } from '../authorization/purchase-authorization.ts';
import { returnDeadlines } from '../return/return-deadlines.ts';
import type { ReturnAuthorization } from '../return/return-authorization.ts';

/**
 * A day that a customer's state is about: the last of what is to be done, or the anniversary before
 * it.
 */
export type CustomerDue = {
  readonly state: CustomerState;
  readonly on: Day;
  readonly days: number;
  /**
   * The moment (ms since 1970) from which on it is too late, where Adobe counts in days of its own.
   */
  readonly until: number | undefined;
};

/** What the days are read from. */
export type DuesAsked = {
  /** The customer's states, in the order of the sections. */
  readonly states: readonly CustomerState[];
  /** Its open authorizations, the one that is due first first. */
  readonly waiting: readonly PurchaseAuthorization[];
  readonly returns: readonly ReturnAuthorization[];
  readonly anniversary: Day;
  /** The last day of a late renewal. */
  readonly lastOrderDay: Day;
};

/** The authorization that a state is about. */
const waitingOf = (
  state: CustomerState,
  { waiting }: DuesAsked,
  asOf: AsOf,
): PurchaseAuthorization | undefined =>
  waiting.find((authorization) =>
    state === 'past-due'
      ? isPastDue(authorization, asOf)
      : authorizationState(authorization, asOf) === state,
  );

const dayOf = (state: CustomerState, { returns, anniversary, lastOrderDay }: DuesAsked): Day => {
  switch (state) {
    case 'late':
    case 'lapsed':
    case 'itself':
      return lastOrderDay;
    case 'ready':
    case 'upcoming':
      return anniversary;
    case 'returning':
      return returns
        .flatMap(returnDeadlines)
        .reduce((least, { on }) => (least === '' || on < least ? on : least), '');
    default:
      return '';
  }
};

/**
 * What can still be done in time: of these the nearest day is shown, whatever section the customer
 * is in.
 */
const CAN_BE_DONE: readonly CustomerState[] = ['late', 'pending', 'ready', 'returning'];

/**
 * The days of a customer, the one that its row is about first: of what can be done what is due
 * next, but what was missed and gives the section its name before that.
 */
export const customerDues = (asked: DuesAsked, asOf: AsOf): readonly CustomerDue[] => {
  const dues = asked.states.flatMap((state): CustomerDue[] => {
    const first = waitingOf(state, asked, asOf);
    const on = first === undefined ? dayOf(state, asked) : localOrderDue(first, asOf);
    if (on === '' || on === NOTHING_DUE) return [];
    const until = first === undefined || typeof asOf === 'string' ? undefined : orderUntil(first);
    return [{ state, on, days: daysBetween(todayOf(asOf), on), until }];
  });
  const doable = dues
    .filter(({ state }) => CAN_BE_DONE.includes(state))
    .sort((a, b) => a.days - b.days);
  const [first] = dues;
  return first === undefined || CAN_BE_DONE.includes(first.state) ? doable : [first, ...doable];
};
