import type { CreditOrder } from '#domain/apple-credit/credit-order.ts';
import { routeOf, type ResendRoute, type ResendStep } from '#domain/apple-credit/resend.ts';

/** A resend that was begun on this device: which orders, on which way, and what of it is done. */
export type KeptResend = {
  readonly orders: readonly string[];
  readonly route: ResendRoute;
  readonly done: readonly ResendStep[];
  /** When the store or form was opened (ms), or 0. */
  readonly openedAt: number;
};

/** A resend of these orders from its beginning, on the way of the first. */
export const newResend = (orders: readonly CreditOrder[]): KeptResend => ({
  orders: orders.map(({ id }) => id),
  route: orders.map(({ data }) => routeOf(data)).find((route) => route !== undefined) ?? 'applecare',
  done: [],
  openedAt: 0,
});

/** Whether what was begun is about just these orders, so that it goes on where it was left. */
export const isAbout = (kept: KeptResend, orders: readonly string[]): boolean =>
  kept.orders.length === orders.length && orders.every((id) => kept.orders.includes(id));

/** The resend with a step ticked, or no longer. */
export const ticked = (kept: KeptResend, step: ResendStep, isDone = !kept.done.includes(step)): KeptResend => ({
  ...kept,
  done: isDone ? [...new Set([...kept.done, step])] : kept.done.filter((known) => known !== step),
});

/** Why this way is shown: from where the orders were bought. */
export const whyRoute = (
  orders: readonly CreditOrder[],
  route: ResendRoute,
): 'own-store' | 'applecare' | 'reseller' | 'unknown' | 'mixed' | 'other' => {
  const routes = new Set(orders.map(({ data }) => routeOf(data)));
  if (routes.size > 1) return 'mixed';
  const [only] = routes;
  if (only === undefined) return 'unknown';
  if (only !== route) return 'other';
  return route === 'applecare' && orders.every(({ data }) => data.channel === 'reseller') ? 'reseller' : route;
};
