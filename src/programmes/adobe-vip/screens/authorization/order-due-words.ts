import {
  orderDue,
  orderEditionOf,
  type Authorization,
} from '#programmes/adobe-vip/rules/authorization/authorization-life.ts';
import type { OrderEdition } from '#programmes/adobe-vip/rules/order/order-editions.ts';
import type { Day } from '#core/day/day.ts';
import { todayOf, type AsOf } from '#core/day/local-time.ts';
import { endOfDayInZone } from '#core/day/zone-day.ts';
import type { Texts } from '#ui/text.ts';

type Words = Pick<Texts, 'vip' | 'format'>;
type Due = { readonly on: Day } & Pick<OrderEdition, 'zone'>;

/**
 * Whether a last day ends with another moment than a day of the user's, and with which (ms since
 * 1970); undefined where it does not.
 */
const momentOf = ({ on, zone }: Due, asOf: AsOf): number | undefined => {
  if (zone === '' || typeof asOf === 'string') return undefined;
  const until = endOfDayInZone(on, zone);
  if (until === undefined) return undefined;
  return asOf.dayOf(until - 1) === on && asOf.dayOf(until) !== on ? undefined : until;
};

/**
 * A last day as a screen says it: where it ends in the middle of a day of the user's, with that
 * day, the time and Adobe's own day.
 */
export const dueWords = (due: Due, { vip, format }: Words, asOf: AsOf): string => {
  const until = momentOf(due, asOf);
  const today = todayOf(asOf);
  if (until === undefined || typeof asOf === 'string') return format.day(due.on, today);
  const here = `${format.day(asOf.dayOf(until - 1), today)} ${format.time(until - 1)}`;
  return vip.inCalifornia(here, format.dayShort(due.on, today));
};

const dueOf = (authorization: Authorization): Due => ({
  on: orderDue(authorization),
  zone: orderEditionOf(authorization).zone,
});

/** The last day of an authorization in those words. */
export const orderDueWords = (authorization: Authorization, text: Words, asOf: AsOf): string =>
  dueWords(dueOf(authorization), text, asOf);

/**
 * The last moment of an authorization as a line of its own; '' where its last day is the user's
 * own.
 */
export const lastMomentWords = (authorization: Authorization, text: Words, asOf: AsOf): string =>
  momentOf(dueOf(authorization), asOf) === undefined
    ? ''
    : text.vip.lastMoment(orderDueWords(authorization, text, asOf));
