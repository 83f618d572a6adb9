import { addDays, isDay, NOTHING_DUE, type Day } from '#core/day/day.ts';
import { todayOf, type AsOf, type Moment } from '#core/day/local-time.ts';
import type { VolymRecord } from '#core/record/record.ts';
import { currentSteps, type Step } from '#core/record/step.ts';
import { orderEditions, type OrderEdition } from '../order/order-editions.ts';
import type { LicenceType } from '../edition/programme.ts';
import { editionIn } from '../edition/edition-in.ts';
import { dayInZone, endOfDayInZone } from '#core/day/zone-day.ts';

/** One product of an authorization. */
export type AuthorizationLine = {
  readonly product: string;
  readonly quantity: number;
  readonly sku: string;
};

/** What the life of an authorization is read from. */
export type AuthorizationFacts = {
  readonly licenceType: LicenceType | '';
  /** The day it was created: day 0 of its count, never the deployment day (C3). */
  readonly createdOn: Day;
  /** The last day as Adobe itself says it, or ''; it wins over the counted one. */
  readonly statedDue: Day;
  readonly lines: Readonly<Record<string, AuthorizationLine>>;
  /** Edition of the order rule it was born under. */
  readonly edition: string;
};

/** An authorization as its rules see it. */
export type Authorization = Pick<VolymRecord, 'steps'> & {
  readonly data: Pick<AuthorizationFacts, 'createdOn' | 'statedDue' | 'lines' | 'edition'>;
};

/** A line with what became of it. */
export type LineNow = AuthorizationLine & {
  readonly id: string;
  /** What was not removed from it. */
  readonly left: number;
  /** Record id of its order, and the order's number, or ''. */
  readonly order: string;
  readonly orderNumber: string;
};

/** The edition it was born under. */
export const orderEditionOf = ({ data }: Authorization): OrderEdition =>
  editionIn(orderEditions, data.edition);

/**
 * The last day on which its order is in time; NOTHING_DUE where its days are none of the calendar.
 */
export const orderDue = (authorization: Authorization): Day => {
  const { createdOn, statedDue } = authorization.data;
  const due = statedDue || addDays(createdOn, orderEditionOf(authorization).value);
  return isDay(due) ? due : NOTHING_DUE;
};

/**
 * The day in the calendar that an edition counts in: Adobe's own in the Marketplace, else the
 * user's (adobe.md §8).
 */
export const countedDay = ({ zone }: Pick<OrderEdition, 'zone'>, asOf: Day | Moment): Day =>
  zone === '' || typeof asOf === 'string' ? todayOf(asOf) : dayInZone(asOf.now, zone);

/**
 * The moment (ms since 1970) with which its last day is over, where it has one and that day is not
 * the user's own.
 */
export const orderUntil = (authorization: Authorization): number | undefined => {
  const { zone } = orderEditionOf(authorization);
  return zone === '' ? undefined : endOfDayInZone(orderDue(authorization), zone);
};

/** The day in the user's calendar on which its last moment falls. */
export const localOrderDue = (authorization: Authorization, asOf: AsOf): Day => {
  const until = typeof asOf === 'string' ? undefined : orderUntil(authorization);
  return until === undefined || typeof asOf === 'string'
    ? orderDue(authorization)
    : asOf.dayOf(until - 1);
};

/**
 * The day in the user's calendar on which it is over: of a last day that is the user's own, the one
 * after it.
 */
export const localOverOn = (authorization: Authorization, asOf: AsOf): Day => {
  const until = typeof asOf === 'string' ? undefined : orderUntil(authorization);
  return until === undefined || typeof asOf === 'string'
    ? addDays(orderDue(authorization), 1)
    : asOf.dayOf(until);
};

/** Its lines, in the order of their ids, with what was removed and ordered of them. */
export const linesNow = ({ data, steps }: Authorization): LineNow[] => {
  const standing = currentSteps(steps);
  const isWithdrawn = standing.some(({ kind }) => kind === 'authorization-withdrawn');
  // As it came by sync, where what is missing is not filled in yet.
  const { lines = {} } = data as { readonly lines?: typeof data.lines };
  return Object.entries(lines)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, line]) => {
      const ordered = standing.find(
        (step) => step.kind === 'ordered' && [undefined, id].includes(step.data?.line),
      );
      // Two devices may do both: an ordered line is at Adobe, and stays.
      const left =
        isWithdrawn && ordered === undefined
          ? 0
          : Math.max(0, line.quantity - removedOf(standing, id));
      return {
        ...line,
        id,
        left,
        order: ordered?.data?.order ?? '',
        orderNumber: ordered?.data?.orderNumber ?? '',
      };
    });
};

const removedOf = (steps: readonly Step[], line: string): number =>
  steps
    .filter(({ kind, data }) => kind === 'line-removed' && data?.line === line)
    .reduce((sum, { data }) => sum + Number(data?.quantity ?? 0), 0);

/**
 * The lines that no order covers, with what of them was not removed before the rest was withdrawn.
 */
export const withdrawnLines = (authorization: Authorization): LineNow[] => {
  const standing = currentSteps(authorization.steps);
  return linesNow(authorization)
    .filter((line) => !isOrdered(line))
    .map((line) => ({ ...line, left: Math.max(0, line.quantity - removedOf(standing, line.id)) }))
    .filter(({ left }) => left > 0);
};

/** Whether any of its lines remains, ordered or not: it was not withdrawn entirely. */
export const hasLines = (authorization: Authorization): boolean =>
  linesNow(authorization).some(({ left }) => left > 0);

/** Whether an order covers the line. */
export const isOrdered = ({ order, orderNumber }: LineNow): boolean =>
  order !== '' || orderNumber !== '';

/** The lines that still wait for their order. */
export const openLines = (authorization: Authorization): LineNow[] =>
  linesNow(authorization).filter((line) => line.left > 0 && !isOrdered(line));

/** Whether its order is still to be placed, whatever the day. */
export const isOpen = (authorization: Authorization): boolean =>
  openLines(authorization).length > 0 && !wasNoted(authorization);

/**
 * Whether someone saw that it expired, or a list said so. They saw a last day that had passed
 * (`due` of the step): if it has been corrected to a later day since, that does not count.
 */
export const wasNoted = (authorization: Authorization): boolean => {
  const due = orderDue(authorization);
  return currentSteps(authorization.steps).some(
    ({ kind, data }) => kind === 'expiry-noted' && (data?.due === undefined || due <= data.due),
  );
};
