import { customerHistory } from '#domain/adobe-vip/customer-history.ts';
import { lastClosed } from '#domain/adobe-vip/customer-renewal.ts';
import { customerRows } from '#domain/adobe-vip/customer-rows.ts';
import { plansOf } from '#domain/adobe-vip/plans.ts';
import type { PurchaseAuthorization } from '#domain/adobe-vip/purchase-authorization.ts';
import { answeredPair, lineAnswer } from '#domain/adobe-vip/reconcile/answers.ts';
import { renewalEnds } from '#domain/adobe-vip/renewal-end.ts';
import { renewalHistory } from '#domain/adobe-vip/renewal-history.ts';
import { renewalRows } from '#domain/adobe-vip/renewal-overview.ts';
import type { ReturnAuthorization } from '#domain/adobe-vip/return-authorization.ts';
import { returnState } from '#domain/adobe-vip/return-deadlines.ts';
import type { VipCustomer } from '#domain/adobe-vip/vip-customer.ts';
import type { VipOrder } from '#domain/adobe-vip/vip-order.ts';
import { codeRows, countCodes } from '#domain/apple-credit/code-counts.ts';
import { revealsOf } from '#domain/apple-credit/code-log.ts';
import type { ContentPurchaser } from '#domain/apple-credit/content-purchaser.ts';
import type { CreditOrder } from '#domain/apple-credit/credit-order.ts';
import { lifeLine } from '#domain/apple-credit/life-line.ts';
import { inboxCount, orderState } from '#domain/apple-credit/order-life.ts';
import { purchaserRows } from '#domain/apple-credit/purchasers.ts';
import type { RedemptionCode } from '#domain/apple-credit/redemption-code.ts';
import { meetingOrders } from '#domain/apple-credit/same-order.ts';
import { countsOf } from '#domain/apple-licences/app-counts.ts';
import { appRows } from '#domain/apple-licences/app-rows.ts';
import type { ContentToken } from '#domain/apple-licences/content-token.ts';
import { isHeldElsewhere } from '#domain/apple-licences/held-elsewhere.ts';
import { licenceState } from '#domain/apple-licences/licence-life.ts';
import { fileOf } from '#domain/apple-licences/token-files.ts';
import { findingOf, renewalOf, tokenState } from '#domain/apple-licences/token-life.ts';
import { filesTaken, renewalToUndo, textOf } from '#domain/apple-licences/token-past-files.ts';
import { termsOf } from '#domain/apple-licences/user-terms.ts';
import type { VolumeApp } from '#domain/apple-licences/volume-app.ts';
import type { VolumeUser } from '#domain/apple-licences/volume-user.ts';
import type { KindId } from '#domain/kinds.ts';
import type { Device } from '#domain/people/device.ts';
import { shutOutOf } from '#domain/people/shut-out.ts';
import { openDeadlines } from '#domain/question.ts';
import type { VolymRecord } from '#domain/record.ts';
import { importState, type ImportRun } from '#domain/workspace/import-run.ts';
import { customerWith } from './vip.ts';

const TODAY = '2026-11-25';

const ofOrder = (order: CreditOrder): unknown => [
  lifeLine(order, TODAY),
  orderState(order.data, order.steps, TODAY),
  inboxCount(order.data, order.steps),
  purchaserRows([], [order], TODAY),
  meetingOrders([order, { ...order, id: 'order-2' }]),
];

const ofCode = (code: RedemptionCode): unknown => [countCodes(codeRows([code])), revealsOf(code)];

const ofToken = (token: ContentToken): unknown => [
  tokenState(fileOf(token), token.steps, TODAY),
  renewalOf(token.steps),
  findingOf(token.steps),
  filesTaken(token, TODAY),
  renewalToUndo(token.steps),
  textOf(token),
  isHeldElsewhere(token, { id: 'mdm-2', name: 'Jamf' }),
];

/** A customer's book with one of its records in it, and all that is told of it. */
const ofBook = ({
  customer,
  ...under
}: {
  readonly customer: VipCustomer;
  readonly authorizations?: readonly PurchaseAuthorization[];
  readonly orders?: readonly VipOrder[];
  readonly returns?: readonly ReturnAuthorization[];
}): unknown => {
  const book = { authorizations: [], orders: [], returns: [], ...under };
  const all = { ...book, customer };
  const open = [
    ...book.authorizations,
    ...book.orders,
    ...book.returns,
  ] as unknown as VolymRecord[];
  return [
    plansOf(all, TODAY),
    customerHistory(book, TODAY, renewalEnds(all, TODAY)),
    customerRows([customer], open, TODAY),
    renewalRows([all], TODAY),
    renewalHistory([customer], book.orders),
    lastClosed({ customer }),
  ];
};

const customer = customerWith();

/** What is reckoned from the steps of a record of each kind that has any. */
const RECKONED: Readonly<Partial<Record<KindId, (record: never) => unknown>>> = {
  'credit-order': ofOrder,
  'redemption-code': ofCode,
  'content-purchaser': (purchaser: ContentPurchaser) => purchaserRows([purchaser], [], TODAY),
  'content-token': ofToken,
  'volume-app': (app: VolumeApp) => [countsOf(app), appRows([app])],
  'volume-user': (user: VolumeUser) => termsOf(user),
  'assigned-licence': ({ steps }: VolymRecord) => licenceState(steps),
  'vip-customer': (one: VipCustomer) => ofBook({ customer: one }),
  'purchase-authorization': (one: PurchaseAuthorization) =>
    ofBook({ customer, authorizations: [one] }),
  'vip-order': (one: VipOrder) => ofBook({ customer, orders: [one] }),
  'return-authorization': (one: ReturnAuthorization) => [
    returnState(one),
    ofBook({ customer, returns: [one] }),
  ],
  'invoice-line': (line: VolymRecord) => [answeredPair(line), lineAnswer(line)],
  device: (device: Device) => shutOutOf(device, TODAY),
  'import-run': (run: ImportRun) => importState(run),
};

/** Numbers in what was reckoned that are none, by their place. */
const nonesIn = (value: unknown, at = '', seen = new Set<unknown>()): string[] => {
  if (typeof value === 'number') return Number.isNaN(value) ? [at] : [];
  if (typeof value === 'function') return [at];
  if (typeof value !== 'object' || value === null || seen.has(value)) return [];
  seen.add(value);
  return Object.entries(value).flatMap(([key, part]) => nonesIn(part, `${at}.${key}`, seen));
};

/**
 * Reckons all that lists, cards and life lines of a record show, as on a day of the year that all
 * tests live in. Answers the places of numbers that are none.
 */
export const reckon = (id: KindId, record: VolymRecord): string[] =>
  nonesIn([openDeadlines(record, TODAY), RECKONED[id]?.(record as never)]);
