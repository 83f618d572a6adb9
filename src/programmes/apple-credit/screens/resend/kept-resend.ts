import type { CreditOrder } from '#programmes/apple-credit/rules/order/credit-order.ts';
import {
  byRoute,
  otherRoute,
  routeIn,
  routeOf,
  type ResendRoute,
  type ResendStep,
} from '#programmes/apple-credit/rules/resend/resend.ts';

/** A resend that was started on this device: which orders, on which routes, and what is done. */
export type KeptResend = {
  readonly orders: readonly string[];
  /** The way that is gone now; what goes the other way comes after. */
  readonly route: ResendRoute;
  /** Orders that a person put on the other way than where they were bought says. */
  readonly moved: readonly string[];
  /** Orders requested in this resend. */
  readonly asked: readonly string[];
  readonly done: readonly ResendStep[];
  /** When the store and the form were opened (ms); absent when not yet. */
  readonly openedAt: Readonly<Partial<Record<ResendRoute, number>>>;
};

/**
 * A new resend of these orders, on the route of the first; those that a person `moved` stay moved.
 */
export const newResend = (
  orders: readonly CreditOrder[],
  moved: readonly string[] = [],
): KeptResend => ({
  orders: orders.map(({ id }) => id),
  route: orders[0] === undefined ? 'applecare' : routeIn(orders[0], moved),
  moved: moved.filter((moves) => orders.some(({ id }) => id === moves)),
  asked: [],
  done: [],
  openedAt: {},
});

/**
 * What a device kept, or nothing when it was kept before the ways were parted: that is begun again.
 */
export const readKept = (left: KeptResend | undefined): KeptResend | undefined =>
  left !== undefined && Array.isArray(left.moved) ? left : undefined;

/**
 * Whether the started resend is about exactly these orders, so that it continues where it was
 * left.
 */
export const isAbout = (kept: KeptResend, orders: readonly string[]): boolean =>
  kept.orders.length === orders.length && orders.every((id) => kept.orders.includes(id));

/** The resend with a step ticked, or no longer. */
export const ticked = (
  kept: KeptResend,
  step: ResendStep,
  isDone = !kept.done.includes(step),
): KeptResend => ({
  ...kept,
  done: isDone ? [...new Set([...kept.done, step])] : kept.done.filter((known) => known !== step),
});

/** The resend with orders put on the other way, or back. */
export const withMoved = (kept: KeptResend, orders: readonly string[]): KeptResend => ({
  ...kept,
  moved: [
    ...kept.moved.filter((id) => !orders.includes(id)),
    ...orders.filter((id) => !kept.moved.includes(id)),
  ],
});

/**
 * The resend with the orders back on the routes they had with `before` as the moved ones; other
 * orders stay out of it.
 */
export const movedAsBefore = (
  kept: KeptResend,
  orders: readonly string[],
  before: readonly string[],
): KeptResend => {
  const still = orders.filter((id) => kept.orders.includes(id));
  const others = kept.moved.filter((id) => !still.includes(id));
  return { ...kept, moved: [...others, ...still.filter((id) => before.includes(id))] };
};

/**
 * The resend after a request on one route: on the other route if orders are left only there,
 * undefined if all are requested.
 */
export const afterAsked = (
  kept: KeptResend,
  orders: readonly CreditOrder[],
  asked: readonly string[],
): KeptResend | undefined => {
  const next = otherRoute(kept.route);
  const rest = orders.filter(({ id }) => !asked.includes(id));
  const parted = byRoute(rest, kept.moved);
  const route = parted[kept.route].length === 0 && parted[next].length > 0 ? next : kept.route;
  return rest.length === 0 ? undefined : { ...kept, route, asked: [...kept.asked, ...asked] };
};

/** The orders on a way that were bought where it is not for: a person moved them here. */
export const strangersOn = (
  orders: readonly CreditOrder[],
  route: ResendRoute,
): readonly CreditOrder[] => orders.filter(({ data }) => (routeOf(data) ?? route) !== route);

/** Why this way is shown: from where the orders on it were bought. */
export const whyRoute = (
  orders: readonly CreditOrder[],
  route: ResendRoute,
): 'own-store' | 'applecare' | 'reseller' | 'unknown' | 'other' | 'none' => {
  if (orders.length === 0) return 'none';
  if (strangersOn(orders, route).length > 0) return 'other';
  const routes = orders.map(({ data }) => routeOf(data));
  if (routes.includes(undefined)) return 'unknown';
  return route === 'applecare' && orders.every(({ data }) => data.channel === 'reseller')
    ? 'reseller'
    : route;
};
