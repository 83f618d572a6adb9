import type { Day } from '#core/day/day.ts';
import {
  creditNumberOf,
  isAskedAbout,
  type CreditOrder,
  type CreditOrderData,
} from '../order/credit-order.ts';
import { orderRow, type OrderRow } from '../order/credit-summary.ts';

/**
 * Who sends expired credit again: the institution itself in its own Apple Online Store, or
 * AppleCare (A8, A9).
 */
export type ResendRoute = 'own-store' | 'applecare';

/**
 * What to do on each route, in order. "Gå till din anpassade Apple Online Store … Klicka på
 * Återsänd kredit"; "Skicka en begäran i formuläret Business and Education Support … Klicka på
 * Submit" (seed 000).
 */
export const RESEND_STEPS = {
  'own-store': ['open-store', 'order-status', 'sign-in', 'resend'],
  applecare: ['open-form', 'contact', 'organisation-type', 'issue', 'details', 'submit'],
} as const satisfies Record<ResendRoute, readonly string[]>;

/**
 * Where the routes begin unless the workspace has its own addresses: Apple's article that leads to
 * the form (seed 000 is its Swedish text), and Apple's store for institutions, which leads to the
 * user's own. No source gives the address of the form itself.
 */
export const RESEND_ADDRESSES = {
  supportForm: 'https://support.apple.com/102073',
  ownStore: 'https://ecommerce.apple.com/',
} as const;

/** One thing to do on a route. */
export type ResendStep = (typeof RESEND_STEPS)[ResendRoute][number];

/**
 * The route of an order, from where it was bought: "Om du inte köpte krediten genom din anpassade
 * Apple Online Store kan AppleCare återsända VPP-krediten" (seed 000). Undefined when that is not
 * known.
 */
export const routeOf = ({ channel }: Pick<CreditOrderData, 'channel'>): ResendRoute | undefined =>
  channel === '' ? undefined : channel === 'own-store' ? 'own-store' : 'applecare';

/**
 * The route for an order: as its purchase says (AppleCare if unknown), unless a person moved it.
 */
export const routeIn = (order: CreditOrder, moved: readonly string[]): ResendRoute => {
  const proposed = routeOf(order.data) ?? 'applecare';
  return moved.includes(order.id) ? otherRoute(proposed) : proposed;
};

/** The way that this is not. */
export const otherRoute = (route: ResendRoute): ResendRoute =>
  route === 'own-store' ? 'applecare' : 'own-store';

/**
 * The orders of each way: "Om du inte köpte krediten genom din anpassade Apple Online Store" parts
 * them (seed 000).
 */
export const byRoute = (
  orders: readonly CreditOrder[],
  moved: readonly string[],
): Readonly<Record<ResendRoute, readonly CreditOrder[]>> => ({
  'own-store': orders.filter((order) => routeIn(order, moved) === 'own-store'),
  applecare: orders.filter((order) => routeIn(order, moved) === 'applecare'),
});

/**
 * What an order lacks before its resend can be requested on a route; undefined if it has
 * everything.
 */
export const lacksForResend = (
  data: CreditOrderData,
  route: ResendRoute,
): 'orderNumber' | 'purchaserAppleId' | undefined => {
  // "Logga in med samma Apple-ID som du använde … Eller ange beställningsnumret" (seed 000).
  if (route === 'own-store')
    return data.buyerAppleId === '' && data.orderNumber === '' ? 'orderNumber' : undefined;
  if (creditNumberOf(data) === '') return 'orderNumber';
  return data.purchaserAppleId === '' ? 'purchaserAppleId' : undefined;
};

/**
 * Whether a credit has left the inbox and no resend is requested yet; of two orders that may be the
 * same only the older counts, or its number would be sent twice.
 */
export const isToResend = ({ order, state }: Pick<OrderRow, 'order' | 'state'>): boolean =>
  state === 'expired' && !isAskedAbout(order);

/**
 * The orders that have left the inbox without a requested resend, the most recent first, as the
 * list shows them.
 */
export const toResend = (orders: readonly CreditOrder[], today: Day): CreditOrder[] =>
  inListOrder(orders, today).filter((order) => isToResend(orderRow(order, today)));

/** The orders with a requested resend that have not come, in the same order. */
export const waitingForResend = (orders: readonly CreditOrder[], today: Day): CreditOrder[] =>
  inListOrder(orders, today).filter(
    (order) => orderRow(order, today).state === 'resend-requested' && !isAskedAbout(order),
  );

const inListOrder = (orders: readonly CreditOrder[], today: Day): CreditOrder[] => {
  const lastDay = (order: CreditOrder): Day =>
    orderRow(order, today).lastDay ?? order.data.orderDate;
  return [...orders].sort((a, b) =>
    lastDay(a) === lastDay(b) ? (a.id < b.id ? -1 : 1) : lastDay(a) > lastDay(b) ? -1 : 1,
  );
};

/** One text for AppleCare: all its credits go to one Apple ID. */
export type ResendLetter = {
  readonly appleId: string;
  readonly purchaser: string;
  readonly institution: string;
  readonly credits: readonly {
    readonly number: string;
    readonly amount: string;
    readonly currency: string;
  }[];
};

/**
 * The texts that ask for these orders: one for each Apple ID to send to, with every VPP credit
 * number (A9). Names come from the first order that has them.
 */
export const lettersFor = (orders: readonly CreditOrder[]): ResendLetter[] => {
  const byAccount = new Map<string, CreditOrder[]>();
  for (const order of orders) {
    const account = order.data.purchaserAppleId.toLowerCase();
    byAccount.set(account, [...(byAccount.get(account) ?? []), order]);
  }
  const first = (
    own: readonly CreditOrder[],
    field: 'purchaserName' | 'institution' | 'purchaserAppleId',
  ): string => own.map(({ data }) => data[field]).find((value) => value !== '') ?? '';
  return [...byAccount.values()].map((own) => ({
    appleId: first(own, 'purchaserAppleId'),
    purchaser: first(own, 'purchaserName'),
    institution: first(own, 'institution'),
    credits: own.map(({ data }) => ({
      number: creditNumberOf(data),
      amount: data.amount,
      currency: data.currency,
    })),
  }));
};
