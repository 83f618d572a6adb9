import { addDays, daysBetween, type Day } from '../day.ts';
import {
  isOrdered,
  linesNow,
  openLines,
  orderDue,
  orderEditionOf,
  wasNoted,
  type Authorization,
} from './authorization-life.ts';

/**
 * Where an authorization stands. Adobe publishes no list (adobe.md §2): `overdue` and `suspended` are the stages of a
 * customer who is past due, `expired` is the Marketplace's end.
 */
export type AuthorizationState = 'pending' | 'overdue' | 'suspended' | 'expired' | 'ordered' | 'withdrawn';

/** The first day on which its licences do not work, or '' where Adobe names none. */
export const suspendedFrom = (authorization: Authorization): Day => {
  const edition = orderEditionOf(authorization);
  // A day that Adobe moved takes the second stage along.
  return edition.suspendedFrom === 0 ? '' : addDays(orderDue(authorization), edition.suspendedFrom - edition.value);
};

/** Where it stands on a day (adobe.md §8.1–6). */
export const authorizationState = (authorization: Authorization, today: Day): AuthorizationState => {
  if (openLines(authorization).length === 0) return linesNow(authorization).some(isOrdered) ? 'ordered' : 'withdrawn';
  if (wasNoted(authorization)) return 'expired';
  if (today <= orderDue(authorization)) return 'pending';
  if (orderEditionOf(authorization).afterwards === 'expires') return 'expired';
  const suspended = suspendedFrom(authorization);
  return suspended !== '' && today >= suspended ? 'suspended' : 'overdue';
};

/** Days until its last one; negative when it has passed. */
export const daysToOrder = (authorization: Authorization, today: Day): number =>
  daysBetween(today, orderDue(authorization));

/** Whether its licences work on a day; undefined where Adobe does not say (the 14-day edition after its last day). */
export const areUsable = (authorization: Authorization, today: Day): boolean | undefined => {
  const state = authorizationState(authorization, today);
  if (state === 'overdue') return suspendedFrom(authorization) === '' ? undefined : true;
  return state === 'pending' || state === 'ordered';
};

/** Whether it makes its customer past due on a day: that of the customer, and not of the authorization alone (seed 002). */
export const isPastDue = (authorization: Authorization, today: Day): boolean =>
  ['overdue', 'suspended'].includes(authorizationState(authorization, today));
