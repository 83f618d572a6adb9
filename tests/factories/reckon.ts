import { customerHistory } from '#programmes/adobe-vip/rules/customer/customer-history.ts';
import { lastClosed } from '#programmes/adobe-vip/rules/renewal/customer-renewal.ts';
import { customerRows } from '#programmes/adobe-vip/rules/customer/customer-rows.ts';
import { plansOf } from '#programmes/adobe-vip/rules/plan/plans.ts';
import type { PurchaseAuthorization } from '#programmes/adobe-vip/rules/authorization/purchase-authorization.ts';
import { answeredPair, lineAnswer } from '#programmes/adobe-vip/rules/reconcile/answers.ts';
import { renewalEnds } from '#programmes/adobe-vip/rules/renewal/renewal-end.ts';
import { renewalHistory } from '#programmes/adobe-vip/rules/renewal/renewal-history.ts';
import { renewalRows } from '#programmes/adobe-vip/rules/renewal/renewal-overview.ts';
import type { ReturnAuthorization } from '#programmes/adobe-vip/rules/return/return-authorization.ts';
import { returnState } from '#programmes/adobe-vip/rules/return/return-deadlines.ts';
import type { VipCustomer } from '#programmes/adobe-vip/rules/customer/vip-customer.ts';
import type { VipOrder } from '#programmes/adobe-vip/rules/order/vip-order.ts';
import { codeRows, countCodes } from '#programmes/apple-credit/rules/code/code-counts.ts';
import { revealsOf } from '#programmes/apple-credit/rules/code/code-log.ts';
import type { ContentPurchaser } from '#programmes/apple-credit/rules/purchaser/content-purchaser.ts';
import type { CreditOrder } from '#programmes/apple-credit/rules/order/credit-order.ts';
import { lifeLine } from '#programmes/apple-credit/rules/order/life-line.ts';
import { inboxCount, orderState } from '#programmes/apple-credit/rules/order/order-life.ts';
import { purchaserRows } from '#programmes/apple-credit/rules/purchaser/purchasers.ts';
import type { RedemptionCode } from '#programmes/apple-credit/rules/code/redemption-code.ts';
import { meetingOrders } from './meeting-orders.ts';
import { countsOf } from '#programmes/apple-licences/rules/app/app-counts.ts';
import { appRows } from '#programmes/apple-licences/rules/app/app-rows.ts';
import type { ContentToken } from '#programmes/apple-licences/rules/token/content-token.ts';
import { isHeldElsewhere } from '#programmes/apple-licences/rules/sync/held-elsewhere.ts';
import { licenceState } from '#programmes/apple-licences/rules/licence/licence-life.ts';
import { fileOf } from '#programmes/apple-licences/rules/token/token-files.ts';
import {
  findingOf,
  renewalOf,
  tokenState,
} from '#programmes/apple-licences/rules/token/token-life.ts';
import {
  filesTaken,
  renewalToUndo,
  textOf,
} from '#programmes/apple-licences/rules/token/token-past-files.ts';
import { termsOf } from '#programmes/apple-licences/rules/user/user-terms.ts';
import type { VolumeApp } from '#programmes/apple-licences/rules/app/volume-app.ts';
import type { VolumeUser } from '#programmes/apple-licences/rules/user/volume-user.ts';
import type { KindId } from '#programmes/kinds.ts';
import type { Device } from '#workspace/rules/people/device.ts';
import { shutOutOf } from '#workspace/rules/people/shut-out.ts';
import { openDeadlines } from '#workspace/rules/questions/question.ts';
import type { VolymRecord } from '#core/record/record.ts';
import { importState, type ImportRun } from '#core/import/import-run.ts';
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

/** A customer's book with one of its records in it, and everything about that record. */
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
  'vip-customer': (customer: VipCustomer) => ofBook({ customer }),
  'purchase-authorization': (authorization: PurchaseAuthorization) =>
    ofBook({ customer, authorizations: [authorization] }),
  'vip-order': (order: VipOrder) => ofBook({ customer, orders: [order] }),
  'return-authorization': (request: ReturnAuthorization) => [
    returnState(request),
    ofBook({ customer, returns: [request] }),
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
