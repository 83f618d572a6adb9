import type { Day } from '#core/day/day.ts';
import { currentSteps } from '#core/record/step.ts';
import type { LevelLine } from './level.ts';
import { planBy } from './count-before.ts';
import { isAfter } from '../plan/licence-moves.ts';
import { movesOf, plansOf, type CustomerBook } from '../plan/plans.ts';
import { grantOf } from '../return/return-deadlines.ts';
import { isConsumable } from '../product/sku.ts';
import { withTypes } from '../order/typed-orders.ts';
import type { RecordedPlan } from '../customer/vip-customer.ts';

/**
 * The licences that a customer has bought and still has on a day; what waits for its order then is
 * not bought yet.
 */
export const boughtLines = (given: CustomerBook, on: Day): LevelLine[] =>
  plansOf(bookOn(given, on), on).map(({ owned, authorized, sku }) => ({
    quantity: Math.max(0, owned - authorized),
    isConsumable: isConsumable(sku),
  }));

/**
 * A customer's book as of the end of a day; a step corrected or withdrawn since is as it is now.
 */
const bookOn = (given: CustomerBook, on: Day): CustomerBook => {
  const book = withTypes(given);
  const { customer } = book;
  return {
    customer: { ...customer, data: { ...customer.data, plans: recordedOn(book, on) } },
    authorizations: book.authorizations
      .filter(({ data }) => data.createdOn <= on)
      .map((authorization) => ({
        ...authorization,
        steps: currentSteps(authorization.steps).filter((step) => step.on <= on),
      })),
    orders: book.orders.filter(({ data }) => data.orderDate <= on),
    returns: book.returns.filter((request) => (grantOf(request)?.on ?? '') <= on),
  };
};

/**
 * The recorded counts of each plan, as of that day: later counts would include what was bought in
 * between.
 */
const recordedOn = (book: CustomerBook, on: Day): Readonly<Record<string, RecordedPlan>> => {
  const plans = Object.entries(book.customer.data.plans).map(
    ([key, plan]) => [key, planBy(plan, on)] as const,
  );
  const last = plans.reduce((latest, [, plan]) => (plan.on > latest ? plan.on : latest), '');
  if (last <= on) return Object.fromEntries(plans);
  const later = movesOf(book, last).filter((move) => move.on > on);
  return Object.fromEntries(
    plans.map(([key, plan]) => {
      if (plan.on <= on || plan.owned === undefined) return [key, plan];
      const between = later.filter((move) => move.key === key && !isAfter(move, plan));
      const owned = Math.max(0, plan.owned - between.reduce((sum, { by }) => sum + by, 0));
      return [key, { ...plan, owned, on, at: Number.MAX_SAFE_INTEGER }];
    }),
  );
};

/**
 * What VIP's look-back counts (adobe.md §1, S12; §8.37): the licences bought for the term, on its
 * day, or today's until then. All of them run to the anniversary, so that what is there was bought
 * for it.
 */
export const lookBackLines = (book: CustomerBook, lookBackOn: Day, today: Day): LevelLine[] =>
  boughtLines(book, today < lookBackOn ? today : lookBackOn);
