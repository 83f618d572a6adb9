import type { Day } from '#core/day/day.ts';
import { todayOf, type Moment } from '#core/day/local-time.ts';
import { firstWritten, currentSteps } from '#core/record/step.ts';
import { linesNow } from '../authorization/authorization-life.ts';
import { authorizationState } from '../authorization/authorization-state.ts';
import { authorizedMoves, isAfter, type Move } from './licence-moves.ts';
import { coveredLines, freeLines } from '../authorization/free-lines.ts';
import { holdersOf } from './holders-once.ts';
import { linesOnce } from '../order/lines-once.ts';
import { planKey } from '../product/product-name.ts';
import type { LicenceType } from '../edition/programme.ts';
import type { PurchaseAuthorization } from '../authorization/purchase-authorization.ts';
import type { ReturnAuthorization } from '../return/return-authorization.ts';
import { grantOf } from '../return/return-deadlines.ts';
import { askedOf } from '../return/returned-quantity.ts';
import { changesAtEnds, termEnds, type TermEnd } from '../anniversary/term-ends.ts';
import { withTypes } from '../order/typed-orders.ts';
import type { RecordedPlan, VipCustomer, VipHolder } from '../customer/vip-customer.ts';
import type { VipOrder } from '../order/vip-order.ts';

/** A customer's licences for one product (C7). */
export type Plan = {
  readonly key: string;
  readonly product: string;
  readonly licenceType: LicenceType | '';
  readonly sku: string;
  readonly owned: number;
  readonly assigned: number;
  /** Nobody recorded how many are assigned, or named a holder: 0 is not a count. */
  readonly assignedUnknown?: true;
  /** Owned and assigned to nobody. */
  readonly free: number;
  /** Of those owned, the ones whose order is still to be placed. */
  readonly authorized: number;
};

/**
 * A customer with the records that lie under it; those in the trash are left out by whoever reads
 * them.
 */
export type CustomerBook = {
  readonly customer: Pick<VipCustomer, 'data' | 'steps'>;
  readonly authorizations: readonly PurchaseAuthorization[];
  readonly orders: readonly VipOrder[];
  readonly returns: readonly ReturnAuthorization[];
};

/**
 * A customer's plans on a day: the last recorded count of each, and what has been authorized,
 * removed, ordered without an authorization, returned and expired since. An authorization makes
 * licences usable at once (adobe.md §2), so its order changes nothing. Licences not renewed are
 * gone when their term and the late window have ended (adobe.md §8.40).
 */
export const plansOf = (given: CustomerBook, asOf: Day | Moment): Plan[] => {
  const book = withTypes(given);
  const { plans: recordedPlans, holders } = book.customer.data;
  const people = holdersOf(holders);
  const moves = movesOf(book, asOf);
  const waiting = authorizedNow(book, asOf);
  const bought = skusBought(book);
  const ends = termEnds(book, todayOf(asOf));
  const renewed = ends.flatMap((end) => [...end.renewed.values()]);
  const keys = new Set([
    ...Object.keys(recordedPlans),
    ...moves.map(({ key }) => key),
    ...renewed.map(({ key }) => key),
  ]);
  const plans = [...keys].map((key) => {
    const base = recordedPlans[key];
    const own = moves.filter((move) => move.key === key);
    const since = own.filter((move) => base?.owned === undefined || isAfter(move, base));
    const owned = ownedNow(key, base, { own, since, ends });
    const named = people.filter(({ plan }) => plan === key);
    const assigned = assignedNow(base, named);
    const { product, licenceType } = base ?? own[0] ?? renewed.find((line) => line.key === key)!;
    const sku =
      skuOf(base, bought.get(key)) || (own.findLast((move) => move.sku !== '')?.sku ?? '');
    const counts = {
      owned,
      assigned,
      free: Math.max(0, owned - assigned),
      authorized: waiting.get(key) ?? 0,
    };
    const isUnknown = base?.assigned === undefined && named.length === 0;
    return {
      key,
      product,
      licenceType,
      sku,
      ...counts,
      ...(isUnknown ? { assignedUnknown: true as const } : {}),
    };
  });
  return plans
    .filter(({ owned, assigned }) => owned > 0 || assigned > 0)
    .sort((a, b) => a.product.localeCompare(b.product, 'sv') || (a.key < b.key ? -1 : 1));
};

/**
 * All that changed how many a customer owns, from what is under it; the time tells what expired.
 */
export const movesOf = (book: Omit<CustomerBook, 'customer'>, asOf: Day | Moment): Move[] => [
  ...authorizedMoves(book.authorizations, asOf),
  ...orderedMoves(book),
  ...returnedMoves(book),
];

/**
 * The SKU of each plan as it was ordered last, those that an authorization came before included: it
 * has none of its own.
 */
const skusBought = ({
  orders,
}: CustomerBook): Map<string, { readonly sku: string; readonly on: Day }> => {
  const found = new Map<string, { readonly sku: string; readonly on: Day }>();
  for (const { data } of orders)
    for (const { product, licenceType, sku } of Object.values(data.lines)) {
      const key = planKey(product, licenceType);
      if (sku !== '' && (found.get(key)?.on ?? '') <= data.orderDate)
        found.set(key, { sku, on: data.orderDate });
    }
  return found;
};

// The newer of the recorded SKU and the bought one.
const skuOf = (
  base: { readonly sku: string; readonly on: Day; readonly skuOn?: Day | undefined } | undefined,
  bought: { readonly sku: string; readonly on: Day } | undefined,
): string => {
  if (base === undefined || base.sku === '') return bought?.sku ?? '';
  return bought !== undefined && bought.on > (base.skuOn ?? base.on) ? bought.sku : base.sku;
};

const ownedNow = (
  key: string,
  base: { readonly owned?: number | undefined; readonly on: Day } | undefined,
  {
    own,
    since,
    ends,
  }: Record<'own' | 'since', readonly Move[]> & { readonly ends: readonly TermEnd[] },
): number => {
  const counted =
    base?.owned === undefined ? { owned: 0, on: '' } : { owned: base.owned, on: base.on };
  const changes = changesAtEnds(key, counted, { own, since }, ends);
  return Math.max(
    0,
    [...since, ...changes].reduce((sum, { by }) => sum + by, counted.owned),
  );
};

/** Orders that no authorization came before; a renewal renews what is owned and adds nothing. */
const orderedMoves = ({
  orders,
  authorizations,
}: Pick<CustomerBook, 'orders' | 'authorizations'>): Move[] => {
  const covered = coveredLines(authorizations);
  return orders
    .filter(({ data }) => data.orderType === 'new')
    .flatMap(({ id, data, steps }) =>
      freeLines(data, covered.get(id)).map(({ product, licenceType, sku, quantity }) => ({
        key: planKey(product, licenceType),
        product,
        licenceType,
        sku,
        by: quantity,
        on: data.orderDate,
        at: currentSteps(steps).find(({ kind }) => kind === 'order-placed')?.at ?? 0,
      })),
    );
};

/**
 * How many are assigned: the recorded number, or the number of names. Someone who enters a number
 * knows the list of names at that time: no more than that many of them have a licence, and names
 * added since count on top.
 */
const assignedNow = (
  { assigned = 0, assignedAt }: Partial<Pick<RecordedPlan, 'assigned' | 'assignedAt'>> = {},
  named: readonly VipHolder[],
): number => {
  const since = named.filter(({ at = 0 }) => assignedAt === undefined || at > assignedAt).length;
  return Math.max(assigned, Math.min(assigned, named.length - since) + since);
};

/** Returned licences stop working as soon as the return is granted (adobe.md §2). */
const returnedMoves = ({ returns, orders }: Pick<CustomerBook, 'returns' | 'orders'>): Move[] =>
  returns.flatMap(({ data, steps }) => {
    const granted = grantOf({ steps });
    const order = orders.find(({ id }) => id === data.order);
    if (granted === undefined || order === undefined) return [];
    // What was renewed early is of the next term: this one keeps its licences to its end.
    if (order.data.orderType === 'renewal' && order.data.renews > granted.on) return [];
    const at = firstWritten(steps, granted);
    // Under whichever of its names: the licences are those that were counted.
    return linesOnce(order.data.lines).flatMap(({ line: { product, licenceType, sku }, names }) => {
      const by = -askedOf(data.lines, names);
      return by === 0
        ? []
        : [
            {
              key: planKey(product, licenceType),
              product,
              licenceType,
              sku,
              by,
              on: granted.on,
              at,
            },
          ];
    });
  });

const authorizedNow = (
  { authorizations }: CustomerBook,
  asOf: Day | Moment,
): Map<string, number> => {
  const waiting = new Map<string, number>();
  for (const authorization of authorizations) {
    if (!['pending', 'overdue', 'suspended'].includes(authorizationState(authorization, asOf)))
      continue;
    for (const { product, left, order, orderNumber } of linesNow(authorization)) {
      if (order !== '' || orderNumber !== '') continue;
      const key = planKey(product, authorization.data.licenceType);
      waiting.set(key, (waiting.get(key) ?? 0) + left);
    }
  }
  return waiting;
};
