import type { Day } from '#core/day/day.ts';
import { anniversaryDue, dayOfAnniversary } from '../customer/customer-deadlines.ts';
import { editionIn } from '../edition/edition-in.ts';
import { termOf } from '../proration/proration-input.ts';
import { renewalEditions } from '../renewal/renewal-editions.ts';
import { renewalDays } from '../renewal/renewal-stage.ts';
import type { CountOfPlan, RecordedPlan, VipCustomer } from '../customer/vip-customer.ts';

/**
 * The last look-back before a day, and the anniversary that it was for; undefined while no
 * anniversary is known.
 */
const lastLookBack = (
  { data, steps }: Pick<VipCustomer, 'data' | 'steps'>,
  day: Day,
): { readonly on: Day; readonly anniversary: Day } | undefined => {
  const anniversary = anniversaryDue(data, steps);
  const term = termOf({ orderDate: day, anniversary, date: dayOfAnniversary(data) });
  if (!term.ok) return undefined;
  const edition = editionIn(renewalEditions, data.renewalEdition);
  return [term.value.termEnd, term.value.termStart]
    .map((date) => ({ on: renewalDays(date, edition).lookBackOn, anniversary: date }))
    .find(({ on }) => on < day);
};

/**
 * The count of a plan that stays beside a new one of a day: the one that tells what the last
 * look-back counted, or else the last one before its anniversary.
 */
export const countBefore = (
  customer: Pick<VipCustomer, 'data' | 'steps'>,
  last: RecordedPlan | undefined,
  day: Day,
): CountOfPlan | undefined => {
  const lookBack = lastLookBack(customer, day);
  if (last?.owned === undefined || lookBack === undefined) return last?.countBefore;
  const { owned, on, at, countBefore: earlier } = last;
  const tells =
    earlier !== undefined &&
    (on >= lookBack.anniversary || (on > lookBack.on && earlier.on <= lookBack.on));
  return tells ? earlier : { owned, on, at };
};

/**
 * A plan's recorded counts as of a day: the count before the last one, if the last one has a later
 * day.
 */
export const planBy = (plan: RecordedPlan, day: Day): RecordedPlan =>
  plan.on > day && plan.countBefore !== undefined && plan.countBefore.on <= day
    ? { ...plan, ...plan.countBefore }
    : plan;
