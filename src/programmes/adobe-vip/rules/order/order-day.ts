import { addDays, type Day } from '#core/day/day.ts';
import { todayOf, type Moment } from '#core/day/local-time.ts';
import {
  countedDay,
  orderEditionOf,
  type Authorization,
} from '../authorization/authorization-life.ts';
import type { OrderEdition } from './order-editions.ts';

/**
 * Whether a day has begun neither in the days that an edition counts nor where the user is: a
 * confirmation, and a list, carry either.
 */
export const isStillAhead = (
  edition: Pick<OrderEdition, 'zone'>,
  day: Day,
  asOf: Day | Moment,
): boolean => day > todayOf(asOf) && day > countedDay(edition, asOf);

/**
 * The first day of an order of an authorization. West of Adobe it is the user's own while that is
 * the day before: the day on which it was created has not begun there.
 */
export const firstOrderDay = (authorization: Authorization, asOf: Day | Moment): Day => {
  const { createdOn } = authorization.data;
  const today = todayOf(asOf);
  const hasBegun = countedDay(orderEditionOf(authorization), asOf) >= createdOn;
  return hasBegun && addDays(today, 1) === createdOn ? today : createdOn;
};
