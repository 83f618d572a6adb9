import { resolve } from '$app/paths';

/**
 * Under the app's base (BASE_PATH at build). Ids are uuids or hex, so that nothing needs escaping.
 */
const at = (address: string): string => resolve(address as '/');

/** Every address of the app in one place (look.md §9). */
export const paths = {
  root: () => at('/'),
  start: () => at('/start'),
  deadlines: () => at('/deadlines'),
  /** Home with the detail of a record beside its list, where there is room. */
  deadline: (record: string) => `${at('/deadlines')}?record=${record}`,
  credit: () => at('/credit'),
  newOrder: () => at('/credit/new'),
  order: (id: string) => at(`/credit/${id}`),
  editOrder: (id: string) => at(`/credit/${id}/edit`),
  codes: (id: string) => at(`/credit/${id}/codes`),
  code: (order: string, code: string) => at(`/credit/${order}/code/${code}`),
  /** A new order like one that was rejected. */
  orderAgain: (id: string) => `${at('/credit/new')}?again=${id}`,
  purchasers: () => at('/credit/purchasers'),
  /** By the id of its record, or of an order that names the account. */
  purchaser: (id: string) => at(`/credit/purchasers/${id}`),
  /** Asks for expired credit again; with orders they are chosen already. */
  resend: (orders: readonly string[] = []) =>
    at('/credit/resend') + (orders.length === 0 ? '' : `?orders=${orders.join()}`),
  /** What a resend was asked for and has not come. */
  resendWaiting: () => `${at('/credit/resend')}?waiting`,
  /** What two devices answered differently about a record. */
  conflict: (record: string) => at(`/conflicts/${record}`),
  apps: () => at('/apps'),
  newApp: () => at('/apps/new'),
  app: (id: string) => at(`/apps/${id}`),
  users: () => at('/apps/users'),
  user: (id: string) => at(`/apps/users/${id}`),
  tokens: () => at('/tokens'),
  newToken: () => at('/tokens/new'),
  token: (id: string) => at(`/tokens/${id}`),
  /** What whoever takes a token over needs to know, to be printed. */
  tokenNote: (id: string) => at(`/tokens/${id}/note`),
  vip: () => at('/vip'),
  /** A new customer; with what a list or an invoice says of it the form begins with that. */
  newVipCustomer: (given?: Readonly<Record<string, string>>) => {
    const query = new URLSearchParams(given).toString();
    return at('/vip/new') + (query === '' ? '' : `?${query}`);
  },
  vipCustomer: (id: string) => at(`/vip/${id}`),
  vipHistory: (id: string) => at(`/vip/${id}/history`),
  vipRenewal: (id: string) => at(`/vip/${id}/renewal`),
  vipAuthorize: (id: string) => at(`/vip/${id}/authorize`),
  /** Places an order; with a duration and a first day it begins with those. */
  vipOrder: (
    id: string,
    authorization: string,
    duration?: { readonly unit: string; readonly count: number },
    on = '',
  ) =>
    at(`/vip/${id}/order/${authorization}`) +
    (duration === undefined
      ? ''
      : `?${duration.unit}=${duration.count}${on === '' ? '' : `&on=${on}`}`),
  /** Notes an order that was placed already. */
  vipOrderPlaced: (id: string, authorization: string) =>
    at(`/vip/${id}/order/${authorization}`) + '?placed',
  /** Asks for a return, beginning with an order. */
  vipReturn: (id: string, order: string) => at(`/vip/${id}/return/${order}`),
  /** The duration calculator; with what is known of a line it begins with that. */
  vipCalculator: (given?: Readonly<Record<string, string>>) => {
    const asked = new URLSearchParams(given).toString();
    return at('/vip/calculator') + (asked === '' ? '' : `?${asked}`);
  },
  /** What a distributor's invoices and the orders do not agree about. */
  vipReconcile: () => at('/vip/reconcile'),
  renewals: () => at('/renewals'),
  /** With a customer's renewal beside the list, where there is room. */
  renewal: (customer: string) => `${at('/renewals')}?customer=${customer}`,
  renewalHistory: () => at('/renewals/history'),
  import: () => at('/import'),
  importRun: (run: string) => at(`/import/${run}`),
  /** The rule behind a date; with a record, how its own date was counted. */
  rule: (rule: string, record?: string) =>
    at(`/rules/${rule}`) + (record === undefined ? '' : `?record=${record}`),
  more: () => at('/more'),
  safety: () => at('/safety'),
  people: () => at('/people'),
  join: () => at('/join'),
  trash: () => at('/trash'),
  /** What the app is built with; a file, no screen. */
  licences: () => at('/licences.txt'),
  settings: () => at('/settings'),
  vault: () => at('/vault'),
} as const;
