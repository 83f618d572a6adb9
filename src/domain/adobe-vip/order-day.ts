import type { Day } from '../day.ts';
import { todayOf, type Moment } from '../local-time.ts';
import { countedDay } from './authorization-life.ts';
import type { OrderEdition } from './order-editions.ts';

/** Whether a day of an order has begun neither in the days that an edition counts nor where the user is: a confirmation carries either. */
export const isOrderAhead = (edition: Pick<OrderEdition, 'zone'>, orderDate: Day, asOf: Day | Moment): boolean =>
  orderDate > todayOf(asOf) && orderDate > countedDay(edition, asOf);
