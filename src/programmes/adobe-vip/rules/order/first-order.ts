import { isDay, type Day } from '#core/day/day.ts';
import type { Draft } from '#core/record/record.ts';
import { ok, refuse } from '#core/result.ts';
import { lastOf, currentSteps } from '#core/record/step.ts';
import {
  anniversaryAfter,
  anniversaryOrigin,
  firstAnniversary,
} from '../anniversary/anniversary.ts';
import { anniversaryDue, dayOfAnniversary, isClosing } from '../customer/customer-deadlines.ts';
import { dateOf } from '../anniversary/month-date.ts';
import { renewalOfDay } from '../renewal/renewal-of-day.ts';
import { anniversaryEditions, type AnniversaryEdition } from '../anniversary/term-editions.ts';
import type { VipCustomer, VipCustomerData } from '../customer/vip-customer.ts';
import { chosenEdition, type ChosenEditions } from '../edition/vip-edition.ts';
import type { VipOrderData } from './vip-order.ts';
import type { VipFollowing, VipResult } from '../vip-problem.ts';

/**
 * What is under a customer, as far as it tells which order was the first; what is in the trash
 * is left out by whoever reads it.
 */
export type PlacedOrders = {
  readonly orders: readonly Pick<VipOrderData, 'orderDate' | 'orderType'>[];
  /** The days on which authorizations were created. */
  readonly authorizedOn: readonly Day[];
};

/**
 * What is known once someone says the day of the first order: what is noted of days before it was
 * none.
 */
export const placedFrom = (
  firstOrderOn: Day,
  { orders, authorizedOn }: PlacedOrders,
): PlacedOrders => ({
  orders: [
    { orderDate: firstOrderOn, orderType: 'new' },
    ...orders.filter(({ orderDate, orderType }) => orderType !== 'new' || orderDate > firstOrderOn),
  ],
  authorizedOn,
});

/** What a first order says of its customer. */
export type FirstOrder = Partial<
  Pick<VipCustomerData, 'firstOrderOn' | 'anniversary' | 'anniversaryDay'>
>;

type Facts = Pick<VipCustomer, 'data' | 'steps'>;

const earliest = (days: readonly Day[]): Day => days.filter(isDay).toSorted()[0] ?? '';

/** The day of the earliest of them that is no renewal, or ''. */
export const earliestNew = ({ orders }: PlacedOrders): Day => earliest(newOnes(orders));

/**
 * What follows from the earliest known order for its customer and is not recorded yet, or
 * undefined: its day, and the anniversary date if nobody entered one or an order that was not the
 * first set it (adobe.md §8.25). A renewal implies an unknown order before it. `chosen` are the
 * workspace's editions.
 */
export const firstOrderKnown = (
  { data, steps }: Facts,
  { orders, authorizedOn }: PlacedOrders,
  chosen?: ChosenEditions,
): FirstOrder | undefined => {
  const firstOrderOn = earliestNew({ orders, authorizedOn });
  const isFirst = firstOrderOn !== '' && !renewalsOf(orders).some((day) => day < firstOrderOn);
  if (!isFirst || (data.firstOrderOn !== '' && data.firstOrderOn <= firstOrderOn)) return undefined;
  const edition = chosenEdition(anniversaryEditions, data.programme, data.editions, chosen);
  if (data.anniversary !== '' && data.firstOrderOn === '') return undefined;
  if (data.anniversary !== '' && !isCountedHere({ data, steps }, { orders, authorizedOn }, chosen))
    return { firstOrderOn };
  const days = {
    termsOn: termsOf(steps),
    firstAuthorizationOn: earliest(authorizedOn),
    firstOrderOn,
  };
  const anniversary = firstAnniversary(days, edition);
  if (anniversary === '') return { firstOrderOn };
  const anniversaryDay = dateOf(anniversaryOrigin(days, edition));
  const counted = nextOf({ ...data, anniversary, anniversaryDay }, orders);
  return counted === '' ? undefined : { firstOrderOn, anniversary: counted, anniversaryDay };
};

const newOnes = (orders: PlacedOrders['orders']): Day[] =>
  orders.filter(({ orderType }) => orderType === 'new').map(({ orderDate }) => orderDate);

const renewalsOf = (orders: PlacedOrders['orders']): Day[] =>
  orders.filter(({ orderType }) => orderType === 'renewal').map(({ orderDate }) => orderDate);

const termsOf = (steps: Facts['steps']): Day => lastOf(steps, 'terms-accepted')?.on ?? '';

/**
 * What the orders that are known say of a customer, as if nobody had written anything down. Its
 * first order and anniversary are '' where they say nothing.
 */
export const countedAnew = (
  { data, steps }: Facts,
  placed: PlacedOrders,
  chosen?: ChosenEditions,
): VipCustomerData => {
  const { anniversaryDay: _, ...dayless } = data;
  const unset = { ...dayless, firstOrderOn: '', anniversary: '' };
  return { ...unset, ...firstOrderKnown({ data: unset, steps }, placed, chosen) };
};

/**
 * Whether a customer's anniversary was counted from its known orders and not entered: one in a year
 * that the orders alone do not reach was given by a list or a person. After a renewal was closed it
 * is known from elsewhere.
 */
export const isCountedHere = (
  { data, steps }: Facts,
  { orders, authorizedOn }: PlacedOrders,
  chosen?: ChosenEditions,
): boolean => {
  if (data.firstOrderOn === '' || currentSteps(steps).some(isClosing)) return false;
  const edition = chosenEdition(anniversaryEditions, data.programme, data.editions, chosen);
  const days = [termsOf(steps), data.firstOrderOn, ...authorizedOn].filter(isDay);
  return days.some((day) => isCountedFrom(day, data, orders, edition));
};

const isCountedFrom = (
  day: Day,
  data: VipCustomerData,
  orders: PlacedOrders['orders'],
  edition: AnniversaryEdition,
): boolean => {
  const all = { termsOn: day, firstAuthorizationOn: day, firstOrderOn: day };
  const first = firstAnniversary(all, edition);
  const counted = { ...data, anniversary: first, anniversaryDay: dateOf(day) };
  const yearsTo = (other: Day): number => Number(other.slice(0, 4)) - Number(first.slice(0, 4));
  const years = yearsTo(data.anniversary);
  if (years < 0 || years > yearsTo(nextOf(counted, orders) || first)) return false;
  return anniversaryAfter(first, dayOfAnniversary(counted), years) === anniversaryDue(data, []);
};

/**
 * Among the anniversaries that follow the first one, that of the term that the latest order is in,
 * or renews; '' if a renewal fits none of them, which means that they are counted from a wrong day.
 */
const nextOf = (
  counted: Pick<
    VipCustomerData,
    'anniversary' | 'anniversaryDay' | 'renewalEdition' | 'programme' | 'editions'
  >,
  orders: PlacedOrders['orders'],
): Day => {
  const anniversary = anniversaryDue(counted, []);
  const anniversaryDay = dayOfAnniversary(counted);
  const renewed = renewalsOf(orders).map((day) => renewalOfDay(day, counted));
  if (renewed.includes('')) return '';
  const latest = newOnes(orders).toSorted().at(-1) ?? '';
  const later = [anniversary, ...renewed].toSorted().at(-1) ?? anniversary;
  const years = Math.max(0, Number(latest.slice(0, 4)) - Number(anniversary.slice(0, 4)));
  const ofLatest = [years, years + 1].map((count) =>
    anniversaryAfter(anniversary, anniversaryDay, count),
  );
  return [later, ofLatest.find((day) => day > latest) ?? later].toSorted().at(-1) ?? '';
};

/**
 * Writes down what the earliest order of a customer says of it (`firstOrderKnown`); refused where
 * nothing is new.
 */
export const firstOrderPlaced = (
  customer: VipCustomer,
  placed: PlacedOrders,
  chosen?: ChosenEditions,
): VipFollowing<Draft<VipCustomerData>> => {
  const first = firstOrderKnown(customer, placed, chosen);
  return first === undefined
    ? refuse('nothing-to-follow')
    : ok({ ...customer, data: { ...customer.data, ...first } });
};

/** Takes that back, as far as nobody changed it since. */
export const firstOrderTakenBack = (
  customer: VipCustomer,
  after: VipCustomer,
  before: VipCustomer,
): VipResult<Draft<VipCustomerData>> => {
  const { firstOrderOn, anniversary, anniversaryDay: _day, ...data } = customer.data;
  if (firstOrderOn !== after.data.firstOrderOn || anniversary !== after.data.anniversary)
    return refuse('changed-since');
  const { data: was } = before;
  const day = was.anniversaryDay === undefined ? {} : { anniversaryDay: was.anniversaryDay };
  return ok({
    ...customer,
    data: { ...data, ...day, firstOrderOn: was.firstOrderOn, anniversary: was.anniversary },
  });
};
