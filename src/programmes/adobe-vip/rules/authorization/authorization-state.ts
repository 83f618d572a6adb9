import { addDays, daysBetween, type Day } from '#core/day/day.ts';
import { todayOf, type AsOf, type Moment } from '#core/day/local-time.ts';
import {
  countedDay,
  isOrdered,
  linesNow,
  localOrderDue,
  openLines,
  orderDue,
  orderEditionOf,
  wasNoted,
  type Authorization,
} from './authorization-life.ts';

/**
 * The state of an authorization. Adobe publishes no list (adobe.md §2): `overdue` and `suspended`
 * are the stages of a customer who is past due, `expired` is the Marketplace's end.
 */
export type AuthorizationState =
  | 'pending'
  | 'overdue'
  | 'suspended'
  | 'expired'
  | 'ordered'
  | 'withdrawn';

/** The first day on which its licences do not work, or '' where Adobe names none. */
export const suspendedFrom = (authorization: Authorization): Day => {
  const edition = orderEditionOf(authorization);
  // A day that Adobe moved takes the second stage along.
  return edition.suspendedFrom === 0
    ? ''
    : addDays(orderDue(authorization), edition.suspendedFrom - edition.value);
};

/**
 * The state of an authorization (adobe.md §8.1–6). A moment is needed if Adobe counts in its own
 * days; a day alone belongs to the calendar that the authorization is counted in, as in orders and
 * lists.
 */
export const authorizationState = (
  authorization: Authorization,
  asOf: Day | Moment,
): AuthorizationState => {
  if (openLines(authorization).length === 0)
    return linesNow(authorization).some(isOrdered) ? 'ordered' : 'withdrawn';
  if (wasNoted(authorization)) return 'expired';
  const today = countedDay(orderEditionOf(authorization), asOf);
  if (today <= orderDue(authorization)) return 'pending';
  if (orderEditionOf(authorization).afterwards === 'expires') return 'expired';
  const suspended = suspendedFrom(authorization);
  return suspended !== '' && today >= suspended ? 'suspended' : 'overdue';
};

/**
 * Whether it had expired when an order was placed, with the day from a list or an invoice. If Adobe
 * counts in a zone, a confirmation has Adobe's day or the user's own, which may have begun a day
 * earlier.
 */
export const hadExpiredOn = (authorization: Authorization, orderDate: Day): boolean => {
  const earliest = orderEditionOf(authorization).zone === '' ? orderDate : addDays(orderDate, -1);
  return authorizationState(authorization, earliest) === 'expired';
};

/** Days until its last one in the user's calendar; negative when it has passed. */
export const daysToOrder = (authorization: Authorization, asOf: AsOf): number =>
  daysBetween(todayOf(asOf), localOrderDue(authorization, asOf));

/**
 * Whether its licences work on a day; undefined where Adobe does not say (the 14-day edition after
 * its last day).
 */
export const areUsable = (
  authorization: Authorization,
  asOf: Day | Moment,
): boolean | undefined => {
  const state = authorizationState(authorization, asOf);
  if (state === 'overdue') return suspendedFrom(authorization) === '' ? undefined : true;
  return state === 'pending' || state === 'ordered';
};

/**
 * Whether it makes its customer past due on a day: this is a state of the customer, not only of the
 * authorization (seed 002).
 */
export const isPastDue = (authorization: Authorization, asOf: Day | Moment): boolean =>
  ['overdue', 'suspended'].includes(authorizationState(authorization, asOf));
