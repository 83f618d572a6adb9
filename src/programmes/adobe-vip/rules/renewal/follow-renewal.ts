import { isDay, type Day } from '#core/day/day.ts';
import type { Doing } from '#core/record/kind.ts';
import type { Moment } from '#core/day/local-time.ts';
import type { Draft } from '#core/record/record.ts';
import { refuse } from '#core/result.ts';
import { currentSteps } from '#core/record/step.ts';
import { isClosing } from '../customer/customer-deadlines.ts';
import { isRenewed, plansAt } from './customer-renewal.ts';
import type { CustomerBook } from '../plan/plans.ts';
import { closeRenewal, reopenRenewal } from './renewal-commands.ts';
import { lastDayOfAccess } from './renewal-end.ts';
import { renewalMadeWhole } from './renewal-made-whole.ts';
import { withTypes } from '../order/typed-orders.ts';
import type { VipCustomer, VipCustomerData } from '../customer/vip-customer.ts';
import type { VipOrder } from '../order/vip-order.ts';
import type { VipFollowing } from '../vip-problem.ts';
import type { RenewalProblem } from './renewal-order-rules.ts';

/**
 * An order as it was, undefined where it lay in the trash, and as it is now, undefined where it was
 * taken away.
 */
export type OrderComingOrGoing = {
  readonly was: VipOrder | undefined;
  readonly now: VipOrder | undefined;
};

/**
 * Lets the customer's renewal follow a renewal order that was corrected, taken away or brought
 * back, by the rule it is ended by where orders are noted (`isRenewed`): what the order made whole
 * and is so no longer can be ordered again, what it makes whole ends. Whoever ended it with
 * something left meant that, and it stays.
 */
export const followRenewal = (
  customer: VipCustomer,
  { was, now }: OrderComingOrGoing,
  book: CustomerBook,
  doing: Doing,
): VipFollowing<Draft<VipCustomerData>, RenewalProblem> => {
  const order = was ?? now;
  if (order === undefined) return refuse('nothing-to-follow');
  const { orderType, renews, orderDate } = order.data;
  // A renewal of no year that is known says nothing of any.
  if (orderType !== 'renewal' || !isDay(renews)) return refuse('nothing-to-follow');
  const others = book.orders.filter(({ id }) => id !== order.id);
  const before = { ...book, customer, orders: was === undefined ? others : [...others, was] };
  const after = { ...before, orders: now === undefined ? others : [...others, now] };
  const [wasWhole, isWhole] = [before, after].map((state) => isWholeAt(state, renews, doing));
  const ends = currentSteps(customer.steps).filter(
    (step) => isClosing(step) && step.data?.anniversary === renews,
  );
  if (ends.length === 0) {
    const whole = !wasWhole && isWhole ? renewalMadeWhole(after, doing) : undefined;
    return whole?.anniversary === renews
      ? closeRenewal(customer, whole, doing)
      : refuse('nothing-to-follow');
  }
  // Ended together with an order that is gone, and nothing else was renewed.
  const wentAlong = ends.every(({ on }) => on === orderDate) && !isAnyAt(after, renews, doing);
  const isOpen =
    !isWhole && (wasWhole || wentAlong) && ends.every(({ kind }) => kind === 'renewal-closed');
  return isOpen ? reopenRenewal(customer, renews, doing) : refuse('nothing-to-follow');
};

// As on the last day of a late order at most: what was not renewed is gone after it.
const plansOn = (given: CustomerBook, anniversary: Day, now: Moment) => {
  const last = lastDayOfAccess(anniversary, given.customer.data.renewalEdition);
  return plansAt(withTypes(given), anniversary, now.today < last ? now : last);
};

const isWholeAt = (book: CustomerBook, anniversary: Day, now: Moment): boolean => {
  const renewsItself = book.customer.data.programme === 'vip-marketplace';
  return isRenewed({ plans: plansOn(book, anniversary, now), renewsItself });
};

const isAnyAt = (book: CustomerBook, anniversary: Day, now: Moment): boolean =>
  plansOn(book, anniversary, now).some(({ renewed }) => renewed > 0);
