import { addDays, type Day } from '../day.ts';
import { standingSteps, type Step } from '../step.ts';
import { anniversaryDue, dayOfAnniversary, isClosing, type AnniversaryFacts } from './customer-deadlines.ts';
import { editionIn } from './edition-in.ts';
import { dateOf, monthDate } from './month-date.ts';
import type { Segment } from './programme.ts';
import { renewalEditions } from './renewal-editions.ts';
import type { VipOrderData } from './vip-order.ts';

/** What of a customer tells how long its first term is. */
export type FirstTermFacts = AnniversaryFacts & {
  readonly firstOrderOn: Day;
  readonly segment: Segment | '';
  readonly renewalEdition: string;
};

/** What else is known; without `today` only the first order tells. */
export type FirstTermKnown = {
  readonly steps?: readonly Step[];
  readonly orders?: readonly { readonly data: Pick<VipOrderData, 'orderType'> }[];
  readonly today?: Day;
};

/** The longest term that is paid up front (adobe.md §1, S17); every other one is a year. */
const longestMonths = (segment: Segment | ''): number => (segment === 'COM' ? 36 : 48);

// The first term lasts a year at least. One that was counted from an authorization begins up to a month before its order.
const LEAST_MONTHS = 11;

/**
 * The first day of the term that the coming anniversary ends, where that is a first one and longer than a year: extended (adobe.md §1,
 * S17), or the 13 months of 2013 (§0). '' where nobody knows the day; undefined where a term is a year, as after every renewal.
 */
export const longTermSince = (
  facts: FirstTermFacts,
  { steps = [], orders = [], today }: FirstTermKnown,
): Day | undefined => {
  const anniversary = anniversaryDue(facts, steps);
  const isRenewed = standingSteps(steps).some(isClosing) || orders.some(({ data }) => data.orderType === 'renewal');
  if (anniversary === '' || isRenewed) return undefined;
  const before = (months: number): Day => monthDate(anniversary, -months, dayOfAnniversary(facts));
  const [longest, yearBefore] = [before(longestMonths(facts.segment)), before(12)];
  const { firstOrderOn: first } = facts;
  const isIn = first >= longest && first < yearBefore;
  if (first !== '' && !isIn) return undefined;
  const isTooEarly = isIn && yearBefore <= monthDate(first, LEAST_MONTHS, dateOf(first));
  // The anniversary that comes next is more than a year away: not even an early renewal moved it there.
  const { value: window } = editionIn(renewalEditions, facts.renewalEdition);
  const isFar = today !== undefined && today >= longest && today < addDays(yearBefore, -window);
  return isTooEarly || isFar ? first : undefined;
};
