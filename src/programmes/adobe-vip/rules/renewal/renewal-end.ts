import { addDays, type Day } from '#core/day/day.ts';
import { todayOf, type Moment } from '#core/day/local-time.ts';
import { currentSteps, type Step } from '#core/record/step.ts';
import { isClosing } from '../customer/customer-deadlines.ts';
import { plansAt } from './customer-renewal.ts';
import { editionIn } from '../edition/edition-in.ts';
import { holdersOf } from '../plan/holders-once.ts';
import type { CustomerBook } from '../plan/plans.ts';
import { renewalEditions } from './renewal-editions.ts';
import { leftToRenew, losesAccess } from './renewal-need.ts';
import type { RenewalPlan } from './renewal-suggestion.ts';
import { withTypes } from '../order/typed-orders.ts';

/**
 * A renewal that was ended with something left of it: what lapses, and until when it works (C10).
 */
export type RenewalEnd = {
  readonly kind: 'renewal-closed' | 'renewal-declined';
  readonly step: Step;
  readonly anniversary: Day;
  /** The last day with access: the last day for a late order (adobe.md §8.40). */
  readonly lastDay: Day;
  /** The plans that lapse at least partly. */
  readonly plans: readonly RenewalPlan[];
  /** How many licences lapse. */
  readonly lapses: number;
  /** Who is without then: by name where the names are known, and how many more. */
  readonly losing: readonly string[];
  readonly unnamed: number;
};

const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0);

/** More renewals than these were ended of no customer: Adobe's programme is younger. */
const MOST_YEARS = 20;

/** The last day on which what was not renewed at an anniversary works. */
export const lastDayOfAccess = (anniversary: Day, renewalEdition: string): Day =>
  addDays(anniversary, editionIn(renewalEditions, renewalEdition).late);

type Lapse = Pick<RenewalEnd, 'anniversary' | 'lastDay' | 'plans'>;

const lapseAt = (anniversary: Day, book: CustomerBook, asOf: Day | Moment): Lapse => {
  const { data } = book.customer;
  const lastDay = lastDayOfAccess(anniversary, data.renewalEdition);
  const plans = plansAt(book, anniversary, todayOf(asOf) < lastDay ? asOf : lastDay)
    // What was counted since says nothing of what there was before.
    .filter((plan) => leftToRenew(plan) > 0 && (data.plans[plan.key]?.on ?? '') <= lastDay);
  return { anniversary, lastDay, plans };
};

const endOf = (
  step: Step,
  { anniversary, lastDay, plans }: Lapse,
  { data }: CustomerBook['customer'],
): RenewalEnd[] => {
  const lapses = sum(plans.map(leftToRenew));
  if (lapses === 0) return [];
  const losses = plans.map(({ key, need }) => losesAccess(holdersOf(data.holders, key), need));
  const losing = losses.flatMap((loss) => loss.losing.map(({ name }) => name));
  const kind = step.kind === 'renewal-declined' ? step.kind : 'renewal-closed';
  return [
    {
      kind,
      step,
      anniversary,
      lastDay,
      plans,
      lapses,
      losing,
      unnamed: sum(losses.map(({ unnamed }) => unnamed)),
    },
  ];
};

/**
 * What lapses, or lapsed, of the renewals of a customer that were ended: closed with something
 * left, or declined.
 */
export const renewalEnds = (given: CustomerBook, asOf: Day | Moment): RenewalEnd[] => {
  const book = withTypes(given);
  const closed = currentSteps(book.customer.steps).filter(isClosing);
  // All plans are recalculated for each year: if there are more than any customer has, only the
  // last ones are shown.
  const years = [...new Set(closed.map(({ data }) => data!.anniversary!))]
    .sort()
    .slice(-MOST_YEARS);
  const lapses = new Map(
    years.map((anniversary) => [anniversary, lapseAt(anniversary, book, asOf)]),
  );
  return closed.flatMap((step) => {
    const lapse = lapses.get(step.data!.anniversary!);
    return lapse === undefined ? [] : endOf(step, lapse, book.customer);
  });
};
