import { addDays, daysBetween, type Day } from '../day.ts';
import type { VolymRecord } from '../record.ts';
import { standingSteps, type Step } from '../step.ts';
import { orderEditions, type OrderEdition } from './order-editions.ts';
import type { LicenceType } from './programme.ts';
import { editionIn } from './vip-edition.ts';

/** One product of an authorization. */
export type AuthorizationLine = { readonly product: string; readonly quantity: number; readonly sku: string };

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

/**
 * Where an authorization stands. Adobe publishes no list (adobe.md §2): `overdue` and `suspended` are the stages of a
 * customer who is past due, `expired` is the Marketplace's end.
 */
export type AuthorizationState = 'pending' | 'overdue' | 'suspended' | 'expired' | 'ordered' | 'withdrawn';

/** The edition it was born under. */
export const orderEditionOf = ({ data }: Authorization): OrderEdition => editionIn(orderEditions, data.edition);

/** The last day on which its order is in time. */
export const orderDue = (authorization: Authorization): Day =>
  authorization.data.statedDue || addDays(authorization.data.createdOn, orderEditionOf(authorization).value);

/** The first day on which its licences do not work, or '' where Adobe names none. */
export const suspendedFrom = (authorization: Authorization): Day => {
  const edition = orderEditionOf(authorization);
  // A day that Adobe moved takes the second stage along.
  return edition.suspendedFrom === 0 ? '' : addDays(orderDue(authorization), edition.suspendedFrom - edition.value);
};

/** Its lines, in the order of their ids, with what was removed and ordered of them. */
export const linesNow = ({ data, steps }: Authorization): LineNow[] => {
  const standing = standingSteps(steps);
  const isWithdrawn = standing.some(({ kind }) => kind === 'authorization-withdrawn');
  return Object.entries(data.lines)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, line]) => {
      const ordered = standing.find((step) => step.kind === 'ordered' && [undefined, id].includes(step.data?.line));
      // Two devices may do both: what was ordered is at Adobe, and stands.
      const left = isWithdrawn && ordered === undefined ? 0 : Math.max(0, line.quantity - removedOf(standing, id));
      return { ...line, id, left, order: ordered?.data?.order ?? '', orderNumber: ordered?.data?.orderNumber ?? '' };
    });
};

const removedOf = (steps: readonly Step[], line: string): number =>
  steps
    .filter(({ kind, data }) => kind === 'line-removed' && data?.line === line)
    .reduce((sum, { data }) => sum + Number(data?.quantity ?? 0), 0);

const isOrdered = ({ order, orderNumber }: LineNow): boolean => order !== '' || orderNumber !== '';

/** The lines that still wait for their order. */
export const openLines = (authorization: Authorization): LineNow[] =>
  linesNow(authorization).filter((line) => line.left > 0 && !isOrdered(line));

/** Whether its order is still to be placed, whatever the day. */
export const isOpen = (authorization: Authorization): boolean =>
  openLines(authorization).length > 0 && !wasNoted(authorization);

const wasNoted = ({ steps }: Authorization): boolean =>
  standingSteps(steps).some(({ kind }) => kind === 'expiry-noted');

/** Where it stands on a day (adobe.md §8.1–6). */
export const authorizationState = (authorization: Authorization, today: Day): AuthorizationState => {
  if (openLines(authorization).length === 0) return linesNow(authorization).some(isOrdered) ? 'ordered' : 'withdrawn';
  if (wasNoted(authorization)) return 'expired';
  if (today <= orderDue(authorization)) return 'pending';
  if (orderEditionOf(authorization).afterwards === 'expires') return 'expired';
  const suspended = suspendedFrom(authorization);
  return suspended !== '' && today >= suspended ? 'suspended' : 'overdue';
};

/** Days until its last one; negative when it has passed. */
export const daysToOrder = (authorization: Authorization, today: Day): number =>
  daysBetween(today, orderDue(authorization));

/** Whether its licences work on a day; undefined where Adobe does not say (the 14-day edition after its last day). */
export const areUsable = (authorization: Authorization, today: Day): boolean | undefined => {
  const state = authorizationState(authorization, today);
  if (state === 'overdue') return suspendedFrom(authorization) === '' ? undefined : true;
  return state === 'pending' || state === 'ordered';
};

/** Whether it makes its customer past due on a day: that of the customer, and not of the authorization alone (seed 002). */
export const isPastDue = (authorization: Authorization, today: Day): boolean =>
  ['overdue', 'suspended'].includes(authorizationState(authorization, today));
