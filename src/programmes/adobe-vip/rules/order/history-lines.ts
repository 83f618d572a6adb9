import { NOTHING_DUE, type Day } from '#core/day/day.ts';
import type { AsOf } from '#core/day/local-time.ts';
import { lastOf } from '#core/record/step.ts';
import {
  isOrdered,
  linesNow,
  localOrderDue,
  type LineNow,
} from '../authorization/authorization-life.ts';
import {
  authorizationState,
  type AuthorizationState,
} from '../authorization/authorization-state.ts';
import { customerHistory, type VipEvent } from '../customer/customer-history.ts';
import { linesLeft } from './order-lines-left.ts';
import type { CustomerBook } from '../plan/plans.ts';
import type { PurchaseAuthorization } from '../authorization/purchase-authorization.ts';
import type { RenewalEnd } from '../renewal/renewal-end.ts';
import { leftToRenew } from '../renewal/renewal-need.ts';
import { returnState, type ReturnState } from '../return/return-deadlines.ts';

/** The state of a line of an authorization or a return, or what went back of an order. */
export type HistoryLineState = AuthorizationState | ReturnState | 'part-returned' | 'returned' | '';

/** One line of one event of a customer (C8); '' for what it does not have. */
export type HistoryLine = {
  readonly on: Day;
  readonly at: number;
  readonly kind: 'authorized' | VipEvent['kind'];
  readonly product: string;
  readonly sku: string;
  readonly quantity: number;
  readonly orderNumber: string;
  readonly purchaseOrderNumber: string;
  /** Adobe's number of the authorization. */
  readonly requestNumber: string;
  /** Adobe's number of the return. */
  readonly reference: string;
  readonly state: HistoryLineState;
  /** The last day to order what was authorized, in the user's calendar. */
  readonly lastDay: Day;
  readonly returnUntil: Day;
  /** Person id. */
  readonly by: string;
};

type Book = Omit<CustomerBook, 'customer'>;
type Event<Kind extends VipEvent['kind']> = Extract<VipEvent, { readonly kind: Kind }>;

const NOTHING: Omit<HistoryLine, 'on' | 'at' | 'by' | 'kind'> = {
  product: '',
  sku: '',
  quantity: 0,
  orderNumber: '',
  purchaseOrderNumber: '',
  requestNumber: '',
  reference: '',
  state: '',
  lastDay: '',
  returnUntil: '',
};

/**
 * A customer's whole order and authorization history line by line, the newest first: what was
 * authorized is among it.
 */
export const historyLines = (
  book: Book,
  asOf: AsOf,
  ends: readonly RenewalEnd[] = [],
): HistoryLine[] =>
  [
    ...customerHistory(book, asOf, ends).flatMap((event) => linesOf(event, book)),
    ...book.authorizations.flatMap((authorization) => authorizedLines(authorization, book, asOf)),
  ].sort((a, b) => (a.on === b.on ? b.at - a.at : a.on < b.on ? 1 : -1));

const linesOf = (event: VipEvent, book: Book): HistoryLine[] => {
  const { on, at, by, kind } = event;
  const base = { ...NOTHING, on, at, by, kind };
  switch (event.kind) {
    case 'ordered':
    case 'renewed':
      return orderLines(event, book).map((line) => ({ ...base, ...line }));
    case 'withdrawn':
    case 'expired':
      return event.lines.map(({ product, sku, left }) => ({
        ...base,
        ...numbersOf(event.authorization),
        product,
        sku,
        quantity: left,
      }));
    case 'removed': {
      const { product, sku, quantity } = event;
      return [{ ...base, ...numbersOf(event.authorization), product, sku, quantity }];
    }
    case 'renewal-closed':
    case 'renewal-declined':
      // Its last day of access is shown in place of the last day of an order.
      return event.end.plans.map((plan) => ({
        ...base,
        product: plan.product,
        sku: plan.sku,
        quantity: leftToRenew(plan),
        lastDay: event.end.lastDay,
      }));
    default:
      return returnLines(event).map((line) => ({ ...base, ...line }));
  }
};

const numbersOf = ({ data: { purchaseOrderNumber, requestNumber } }: PurchaseAuthorization) => ({
  purchaseOrderNumber,
  requestNumber,
});

const orderLines = (
  { order, returnUntil }: Event<'ordered' | 'renewed'>,
  book: Book,
): Partial<HistoryLine>[] => {
  const authorization = book.authorizations.find(({ id }) => id === order.data.authorization);
  const { purchaseOrderNumber = '', requestNumber = '' } = authorization?.data ?? {};
  const { orderNumber } = order.data;
  return linesLeft(order, book.returns).map(({ product, sku, quantity, granted }) => ({
    product,
    sku,
    quantity,
    orderNumber,
    requestNumber,
    returnUntil,
    purchaseOrderNumber: order.data.purchaseOrderNumber || purchaseOrderNumber,
    state: granted === 0 ? '' : granted < quantity ? 'part-returned' : 'returned',
  }));
};

const returnLines = ({ request, order }: Event<`return-${ReturnState}`>): Partial<HistoryLine>[] =>
  Object.entries(request.data.lines).map(([id, quantity]) => {
    const { product = '', sku = '' } = order?.data.lines[id] ?? {};
    const { orderNumber = '', purchaseOrderNumber = '' } = order?.data ?? {};
    const { reference } = request.data;
    return {
      product,
      sku,
      quantity,
      orderNumber,
      purchaseOrderNumber,
      reference,
      state: returnState(request),
    };
  });

const authorizedLines = (
  authorization: PurchaseAuthorization,
  book: Book,
  asOf: AsOf,
): HistoryLine[] => {
  const { at = 0, by = '' } = lastOf(authorization.steps, 'authorized') ?? {};
  return linesNow(authorization).map((line) => ({
    ...NOTHING,
    ...numbersOf(authorization),
    kind: 'authorized',
    on: authorization.data.createdOn,
    at,
    by,
    product: line.product,
    sku: line.sku,
    quantity: line.quantity,
    orderNumber:
      book.orders.find(({ id }) => id === line.order)?.data.orderNumber || line.orderNumber,
    state: stateOf(line, authorizationState(authorization, asOf)),
    lastDay: lastDayOf(authorization, asOf),
  }));
};

// In the user's calendar, as home and the list have it: it is sorted by.
const lastDayOf = (authorization: PurchaseAuthorization, asOf: AsOf): Day => {
  const due = localOrderDue(authorization, asOf);
  return due === NOTHING_DUE ? '' : due;
};

/** In a partly ordered authorization each line has its own state. */
const stateOf = (line: LineNow, whole: AuthorizationState): AuthorizationState =>
  isOrdered(line) ? 'ordered' : line.left === 0 ? 'withdrawn' : whole;
