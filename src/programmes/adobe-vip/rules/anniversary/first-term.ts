import { addDays, type Day } from '#core/day/day.ts';
import { lastOf, currentSteps, type Step } from '#core/record/step.ts';
import { firstAnniversary } from './anniversary.ts';
import {
  anniversaryDue,
  dayOfAnniversary,
  isClosing,
  type AnniversaryFacts,
} from '../customer/customer-deadlines.ts';
import { editionIn } from '../edition/edition-in.ts';
import { monthDate } from './month-date.ts';
import type { Segment } from '../edition/programme.ts';
import { renewalEditions } from '../renewal/renewal-editions.ts';
import { anniversaryEditions } from './term-editions.ts';
import type { VipOrderData } from '../order/vip-order.ts';

/** What of a customer tells how long its first term is. */
export type FirstTermFacts = AnniversaryFacts & {
  readonly firstOrderOn: Day;
  readonly segment: Segment | '';
  readonly renewalEdition: string;
};

/** What else is known; without `today` only the acceptance of the terms tells. */
export type FirstTermKnown = {
  readonly steps?: readonly Step[];
  readonly orders?: readonly { readonly data: Pick<VipOrderData, 'orderType'> }[];
  readonly today?: Day;
};

/** The longest term that is paid up front (adobe.md §1, S17); every other one is a year. */
const longestMonths = (segment: Segment | ''): number => (segment === 'COM' ? 36 : 48);

/**
 * The first day of the term that the coming anniversary ends, where that is known to be a first one
 * and longer than a year: extended (adobe.md §1, S17), or the 13 months of 2013 (§0). '' where
 * nobody knows the day; undefined where a term is a year, as after every renewal. The first order
 * that is known may be one in the middle of any term: it tells of none.
 */
export const longTermSince = (
  facts: FirstTermFacts,
  { steps = [], orders = [], today }: FirstTermKnown,
): Day | undefined => {
  const anniversary = anniversaryDue(facts, steps);
  const isRenewed =
    currentSteps(steps).some(isClosing) || orders.some(({ data }) => data.orderType === 'renewal');
  if (anniversary === '' || isRenewed) return undefined;
  const before = (months: number): Day => monthDate(anniversary, -months, dayOfAnniversary(facts));
  const [longest, yearBefore] = [before(longestMonths(facts.segment)), before(12)];
  const { firstOrderOn: first } = facts;
  if (first !== '' && (first < longest || first >= yearBefore)) return undefined;
  // The anniversary that comes next is more than a year away: not even an early renewal moved it
  // there.
  const { value: window } = editionIn(renewalEditions, facts.renewalEdition);
  const isFar = today !== undefined && today >= longest && today < addDays(yearBefore, -window);
  return isFar || isOfTerms(anniversary, steps) ? first : undefined;
};

/**
 * Whether it is the one that 2013 counted from the acceptance of the terms, which is more than a
 * year after it.
 */
const isOfTerms = (anniversary: Day, steps: readonly Step[]): boolean => {
  const termsOn = lastOf(steps, 'terms-accepted')?.on ?? '';
  const days = { termsOn, firstAuthorizationOn: '', firstOrderOn: '' };
  return anniversaryEditions.some(
    (edition) => edition.value > 12 && firstAnniversary(days, edition) === anniversary,
  );
};
