import type { Day } from '../day.ts';
import type { Draft } from '../record.ts';
import { ok, refuse, type Result } from '../result.ts';
import { lastOf } from '../step.ts';
import { anniversaryOrigin, firstAnniversary } from './anniversary.ts';
import { dateOf } from './month-date.ts';
import { anniversaryEditions } from './term-editions.ts';
import type { VipCustomer, VipCustomerData } from './vip-customer.ts';
import { chosenEdition, type ChosenEditions } from './vip-edition.ts';

/**
 * A customer's first order: its day is kept, and where nobody wrote one down it sets the anniversary date (adobe.md §8.25).
 * Refused once there is one: an anniversary is never moved by a later order. `chosen` are the workspace's editions.
 */
export const firstOrderPlaced = (
  customer: VipCustomer,
  orderDate: Day,
  firstAuthorizationOn: Day,
  chosen?: ChosenEditions,
): Result<Draft<VipCustomerData>> => {
  const { data, steps } = customer;
  if (data.firstOrderOn !== '' || data.anniversary !== '') return refuse('has-anniversary');
  const edition = chosenEdition(anniversaryEditions, data.programme, data.editions, chosen);
  const termsOn = lastOf(steps, 'terms-accepted')?.on ?? '';
  const days = { termsOn, firstAuthorizationOn, firstOrderOn: orderDate };
  const anniversary = firstAnniversary(days, edition);
  if (anniversary === '') return ok({ ...customer, data: { ...data, firstOrderOn: orderDate } });
  const anniversaryDay = dateOf(anniversaryOrigin(days, edition));
  return ok({ ...customer, data: { ...data, firstOrderOn: orderDate, anniversary, anniversaryDay } });
};

/** Takes that back, as far as nobody changed it since. */
export const firstOrderTakenBack = (
  customer: VipCustomer,
  after: VipCustomer,
  before: VipCustomer,
): Result<Draft<VipCustomerData>> => {
  const { firstOrderOn, anniversary, anniversaryDay: _day, ...data } = customer.data;
  if (firstOrderOn !== after.data.firstOrderOn || anniversary !== after.data.anniversary)
    return refuse('changed-since');
  const { data: was } = before;
  const day = was.anniversaryDay === undefined ? {} : { anniversaryDay: was.anniversaryDay };
  return ok({ ...customer, data: { ...data, ...day, firstOrderOn: was.firstOrderOn, anniversary: was.anniversary } });
};
