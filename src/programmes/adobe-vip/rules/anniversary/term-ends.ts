import { addDays, isDay, type Day } from '#core/day/day.ts';
import { currentSteps } from '#core/record/step.ts';
import { anniversaryAfter } from './anniversary.ts';
import { anniversariesBetweenOrders } from './ordered-terms.ts';
import { dayOfAnniversary, isClosing } from '../customer/customer-deadlines.ts';
import { renewalEditions } from '../renewal/renewal-editions.ts';
import { renewedLines, type RenewedLine } from '../renewal/renewed-lines.ts';
import type { ReturnAuthorization } from '../return/return-authorization.ts';
import type { VipCustomer } from '../customer/vip-customer.ts';
import { editionIn } from '../edition/edition-in.ts';
import type { VipOrder } from '../order/vip-order.ts';

/** A term that ended: what was renewed of it, and the day from which the rest is gone. */
export type TermEnd = {
  readonly anniversary: Day;
  /**
   * The day after the last one of a late order (adobe.md §8.40); '' while it has not come, or where
   * the rest renews by itself.
   */
  readonly goneOn: Day;
  readonly renewed: ReadonlyMap<string, RenewedLine>;
};

type Facts = {
  readonly customer: Pick<VipCustomer, 'data' | 'steps'>;
  readonly orders: readonly VipOrder[];
  readonly returns: readonly ReturnAuthorization[];
};

/** The terms of a customer that have ended on a day, the oldest first. */
export const termEnds = (facts: Facts, today: Day): TermEnd[] => {
  const { data, steps } = facts.customer;
  const closed = new Set(
    currentSteps(steps)
      .filter(isClosing)
      .flatMap(({ data }) => data?.anniversary ?? []),
  );
  const until = { ...facts, orders: facts.orders.filter((order) => order.data.orderDate <= today) };
  const { late } = editionIn(renewalEditions, data.renewalEdition);
  return anniversariesUntil(until, closed, today).map((anniversary) => {
    const goneOn = addDays(anniversary, late + 1);
    // The Marketplace renews by itself what nobody closed or declined (adobe.md §4).
    const goes = data.programme === 'vip' || closed.has(anniversary);
    return {
      anniversary,
      goneOn: goes && goneOn <= today ? goneOn : '',
      renewed: renewedLines(until, anniversary),
    };
  });
};

// Also those before the one that is written down: a list may have brought the next year's since.
const anniversariesUntil = (
  { customer, orders }: Facts,
  closed: ReadonlySet<Day>,
  today: Day,
): Day[] => {
  const { data } = customer;
  const years = isDay(data.anniversary)
    ? Number(today.slice(0, 4)) - Number(data.anniversary.slice(0, 4))
    : -1;
  const own = Array.from({ length: Math.max(0, years + 1) }, (_, at) =>
    anniversaryAfter(data.anniversary, dayOfAnniversary(data), at),
  );
  const renewed = orders
    .filter((order) => order.data.orderType === 'renewal')
    .map((order) => order.data.renews);
  const between = anniversariesBetweenOrders(customer, orders, today);
  return [...new Set([...between, ...own, ...closed, ...renewed])]
    .filter((day) => isDay(day) && day <= today)
    .sort();
};

/** Something that changes how many are owned of a plan on a day. */
type Change = { readonly by: number; readonly on: Day };

const sumOf = (changes: readonly Change[]): number => changes.reduce((sum, { by }) => sum + by, 0);

/**
 * What the ends of terms change in how many are owned of a plan: more than was owned may be
 * renewed, and what was not renewed goes when the late window closes. What was bought in the new
 * term stays. `counted` is how many were counted and on which day, `since` what happened after that,
 * `own` all that happened.
 */
export const changesAtEnds = (
  key: string,
  counted: { readonly owned: number; readonly on: Day },
  { own, since }: Readonly<Record<'own' | 'since', readonly Change[]>>,
  ends: readonly TermEnd[],
): Change[] => {
  const changes: Change[] = [];
  const ownedBefore = (day: Day): number =>
    counted.owned + sumOf([...since, ...changes].filter(({ on }) => on < day));
  for (const { anniversary, goneOn, renewed } of ends) {
    const line = renewed.get(key);
    const quantity = line?.quantity ?? 0;
    const begins = line !== undefined && line.on > anniversary ? line.on : anniversary;
    const more = quantity - ownedBefore(anniversary);
    if (begins > counted.on && more > 0) changes.push({ by: more, on: begins });
    if (goneOn === '' || goneOn <= counted.on) continue;
    const bought = sumOf(own.filter(({ on }) => on >= anniversary && on < goneOn));
    const gone = ownedBefore(goneOn) - Math.max(0, bought) - quantity;
    if (gone > 0) changes.push({ by: -gone, on: goneOn });
  }
  return changes;
};
