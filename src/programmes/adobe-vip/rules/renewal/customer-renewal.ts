import type { Day } from '#core/day/day.ts';
import { todayOf, type Moment } from '#core/day/local-time.ts';
import { currentSteps } from '#core/record/step.ts';
import { anniversaryNow, dayOfAnniversary, isClosing } from '../customer/customer-deadlines.ts';
import { lastCurrency } from '../order/last-currency.ts';
import type { LevelLine } from '../level/level.ts';
import { lookBackLines } from '../level/look-back.ts';
import { plansOf, type CustomerBook } from '../plan/plans.ts';
import { renewalEditions, type RenewalEdition } from './renewal-editions.ts';
import { leftToRenew, needRenewal } from './renewal-need.ts';
import { renewalStage, type RenewalStanding } from './renewal-stage.ts';
import { renewalPlans, type RenewalPlan } from './renewal-suggestion.ts';
import { renewedLines } from './renewed-lines.ts';
import { editionIn } from '../edition/edition-in.ts';
import { withTypes } from '../order/typed-orders.ts';

/** The renewal that a customer comes to next, with what there is to renew. */
export type CustomerRenewal = {
  readonly anniversary: Day;
  readonly edition: RenewalEdition;
  readonly standing: RenewalStanding;
  readonly plans: readonly RenewalPlan[];
  /** Sums over the plans. */
  readonly owned: number;
  readonly assigned: number;
  readonly renewed: number;
  readonly need: number;
  /**
   * The Marketplace renews what is left at the anniversary, unless that was turned off (adobe.md
   * §4).
   */
  readonly renewsItself: boolean;
  /**
   * What VIP's look-back counts to the level; empty in the Marketplace, which goes by the renewal's
   * own size (adobe.md §1).
   */
  readonly lookBack: readonly LevelLine[];
  /** The currency of the customer's last order that has one, or ''. */
  readonly currency: string;
  /**
   * Ordered, but someone known to have a licence loses it. Automatic renewal leaves nobody without,
   * before the anniversary and, as far as is known, after it; it also does not apply if the
   * assigned count is unknown.
   */
  readonly isPartial: boolean;
};

// What was bought in the new term is not renewed at its beginning.
const bookOfTerm = (book: CustomerBook, anniversary: Day): CustomerBook => ({
  ...book,
  authorizations: book.authorizations.filter(({ data }) => data.createdOn < anniversary),
  orders: book.orders.filter(
    ({ data }) => data.orderType === 'renewal' || data.orderDate < anniversary,
  ),
});

/**
 * The plans of a customer as they are renewed at an anniversary; the day no later than the last day
 * of a late order.
 */
export const plansAt = (book: CustomerBook, anniversary: Day, asOf: Day | Moment): RenewalPlan[] =>
  renewalPlans(plansOf(bookOfTerm(book, anniversary), asOf), renewedLines(book, anniversary));

const sum = (plans: readonly RenewalPlan[], of: (plan: RenewalPlan) => number): number =>
  plans.reduce((all, plan) => all + of(plan), 0);

/**
 * A customer's renewal on a day (C9–C11), or for another given anniversary; undefined while it has
 * no anniversary.
 */
export const customerRenewal = (
  given: CustomerBook,
  asOf: Day | Moment,
  anniversary = anniversaryNow(given.customer.data, given.customer.steps, todayOf(asOf)),
): CustomerRenewal | undefined => {
  const today = todayOf(asOf);
  const book = withTypes(given);
  const { data } = book.customer;
  const edition = editionIn(renewalEditions, data.renewalEdition);
  const standing = renewalStage({
    anniversary,
    anniversaryDay: dayOfAnniversary(data),
    today,
    edition,
  });
  if (standing === undefined) return undefined;
  // A lapsed renewal is shown as it was on its last day.
  const on = today > standing.lastOrderDay ? standing.lastOrderDay : asOf;
  const plans = plansAt(book, anniversary, on);
  const [renewed, need] = [sum(plans, (plan) => plan.renewed), sum(plans, (plan) => plan.need)];
  const renewsItself = data.programme === 'vip-marketplace';
  const isPartial = renewed > 0 && need > 0 && !renewsItself;
  const lookBack = renewsItself ? [] : lookBackLines(book, standing.lookBackOn, today);
  return {
    anniversary,
    edition,
    standing,
    plans,
    lookBack,
    renewed,
    need,
    renewsItself,
    isPartial,
    currency: lastCurrency(book.orders),
    owned: sum(plans, (plan) => plan.owned),
    assigned: sum(plans, (plan) => plan.assigned),
  };
};

/**
 * Whether a renewal has nothing left to order: everyone who has a licence keeps it, and for a
 * product with an unknown or zero assigned count, all owned licences are renewed. In the
 * Marketplace the rest renews automatically (adobe.md §8.46), so only a renewal of everything is
 * complete.
 */
export const isRenewed = ({
  plans,
  renewsItself,
}: Pick<CustomerRenewal, 'plans' | 'renewsItself'>): boolean => {
  const isAll = renewsItself || plans.every(({ assigned }) => assigned === 0);
  const isWhole = (plan: RenewalPlan): boolean =>
    isAll || plan.assignedUnknown === true ? leftToRenew(plan) === 0 : plan.need === 0;
  return plans.some(({ renewed }) => renewed > 0) && plans.every(isWhole);
};

/** The plans after renewing this many more of each. */
export const withRenewed = (
  plans: readonly RenewalPlan[],
  chosen: Readonly<Record<string, number>>,
): RenewalPlan[] =>
  plans.map((plan) => {
    const renewed = plan.renewed + (chosen[plan.key] ?? 0);
    return { ...plan, renewed, need: needRenewal({ used: plan.assigned, renewed }) };
  });

/** The last closed renewal, and how it was closed: the one with the latest anniversary. */
export const lastClosed = ({
  customer: { steps },
}: Pick<CustomerBook, 'customer'>):
  | { readonly kind: string; readonly on: Day; readonly anniversary: Day }
  | undefined =>
  currentSteps(steps)
    .filter(isClosing)
    .map(({ kind, on, data }) => ({ kind, on, anniversary: data?.anniversary ?? '' }))
    .filter(({ anniversary }) => anniversary !== '')
    .reduce<{ readonly kind: string; readonly on: Day; readonly anniversary: Day } | undefined>(
      (last, step) => (last !== undefined && last.anniversary > step.anniversary ? last : step),
      undefined,
    );
