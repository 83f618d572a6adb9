import type { Day } from '#core/day/day.ts';
import type { Doing } from '#core/record/kind.ts';
import { isLikelyCount } from '#core/text/likely-count.ts';
import { isPlausibleDay } from '#core/day/plausible-day.ts';
import { todayOf, type Moment } from '#core/day/local-time.ts';
import type { Draft } from '#core/record/record.ts';
import { ok, refuse } from '#core/result.ts';
import { longTexts } from '#core/text/long-texts.ts';
import { currentSteps, withStep } from '#core/record/step.ts';
import { linesNow, orderEditionOf } from '../authorization/authorization-life.ts';
import { firstAskedBack } from '../return/asked-back.ts';
import { customerRenewal } from '../renewal/customer-renewal.ts';
import { linesOnce } from './lines-once.ts';
import { firstOrderDay, isStillAhead } from './order-day.ts';
import { linesLeft } from './order-lines-left.ts';
import type { CustomerBook } from '../plan/plans.ts';
import { planKey } from '../product/product-name.ts';
import type {
  PurchaseAuthorization,
  PurchaseAuthorizationData,
} from '../authorization/purchase-authorization.ts';
import { whyNotPurchaseOrder } from '../authorization/purchase-order.ts';
import { whyNotRenewed } from '../renewal/renewal-commands.ts';
import { returnState } from '../return/return-deadlines.ts';
import type { OrderLine, VipOrder, VipOrderData } from './vip-order.ts';
import type { VipFollowing, VipProblem, VipResult } from '../vip-problem.ts';
import type { RenewalProblem } from '../renewal/renewal-order-rules.ts';

/** What is corrected of a noted order (C4); what is not given stays. `lines` by their ids. */
export type OrderCorrection = {
  readonly orderNumber?: string;
  readonly orderDate?: Day;
  readonly purchaseOrderNumber?: string;
  readonly lines?: Readonly<Record<string, { readonly quantity?: number; readonly sku?: string }>>;
};

// A line that two devices named is corrected under both names, or it would be two lines from then
// on. Where they say different quantities it has the one that counts under both.
const linesWith = (
  { lines }: VipOrderData,
  { lines: corrected = {} }: OrderCorrection,
): Record<string, OrderLine> => {
  const named = linesOnce(lines).flatMap((line) => line.names.map((name) => [name, line] as const));
  const meant = new Map(named);
  return Object.fromEntries(
    Object.entries(lines).map(([name, line]) => {
      const { id, line: counted } = meant.get(name)!;
      const { quantity = counted.quantity, sku = line.sku } = corrected[id] ?? {};
      return [name, { ...line, quantity, sku: sku.trim() }];
    }),
  );
};

/**
 * All for which an order cannot be corrected so, in the form's order: what is asked when an order
 * is noted is asked of what changes. A renewal is asked as a whole once each field is right.
 */
export const orderCorrectionProblems = (
  order: VipOrder,
  correction: OrderCorrection,
  book: CustomerBook,
  asOf: Day | Moment,
): readonly (VipProblem | RenewalProblem)[] => {
  const { orderNumber, orderDate, purchaseOrderNumber } = correction;
  const { programme } = book.customer.data;
  const atFields = [
    orderNumber?.trim() === '' ? refuse('order-number-needed', 'orderNumber').problem : undefined,
    orderDate === undefined ? undefined : whyNotOn(orderDate, order, book, asOf),
    purchaseOrderNumber === undefined
      ? undefined
      : whyNotPurchaseOrder(purchaseOrderNumber, programme),
    ...problemsOfLines(order, correction, book),
    ...longTexts({ orderNumber, purchaseOrderNumber }),
  ].filter((problem) => problem !== undefined);
  if (atFields.length > 0) return atFields;
  const renewal = whyNoRenewal(order, correction, book, todayOf(asOf));
  return renewal === undefined ? [] : [renewal];
};

/**
 * The authorizations that an order covers lines of: that which it names, and those that say so
 * themselves.
 */
export const authorizationsOf = <A extends Pick<PurchaseAuthorization, 'id' | 'data' | 'steps'>>(
  { id, data }: Pick<VipOrder, 'id' | 'data'>,
  authorizations: readonly A[],
): A[] =>
  authorizations.filter(
    (authorization) =>
      authorization.id === data.authorization ||
      linesNow(authorization).some((line) => line.order === id),
  );

const whyNotOn = (
  orderDate: Day,
  order: VipOrder,
  book: CustomerBook,
  asOf: Day | Moment,
): VipProblem | undefined => {
  if (!isPlausibleDay(orderDate)) return refuse('day-needed', 'orderDate').problem;
  const authorizations = authorizationsOf(order, book.authorizations);
  // As when the order is noted; of no authorization it is of the user's own day.
  const editions =
    authorizations.length === 0 ? [{ zone: '' as const }] : authorizations.map(orderEditionOf);
  if (editions.every((edition) => isStillAhead(edition, orderDate, asOf)))
    return refuse('day-ahead', 'orderDate').problem;
  // The day that it was noted with may be one that is over where the user was then.
  const isKept = orderDate === order.data.orderDate;
  const early = isKept
    ? []
    : authorizations.filter((authorization) => orderDate < firstOrderDay(authorization, asOf));
  const createdOn = lastCreated(early);
  if (createdOn !== undefined)
    return refuse('order-before-authorization', 'orderDate', { createdOn }).problem;
  const askedOn = firstAskedBack(order.id, book.returns);
  return askedOn !== undefined && orderDate > askedOn && orderDate !== order.data.orderDate
    ? refuse('order-after-return', 'orderDate', { askedOn }).problem
    : undefined;
};

/** The day of the youngest of some authorizations; undefined where there are none. */
const lastCreated = (
  authorizations: readonly Pick<PurchaseAuthorization, 'data'>[],
): Day | undefined =>
  authorizations
    .map(({ data }) => data.createdOn)
    .toSorted()
    .at(-1);

const problemsOfLines = (
  order: VipOrder,
  correction: OrderCorrection,
  { returns }: CustomerBook,
): readonly VipProblem[] => {
  const lines = linesWith(order.data, correction);
  return linesLeft(order, returns).flatMap(
    ({ id, quantity: was, granted, asked }): readonly VipProblem[] => {
      const { quantity, sku, authorizationLine } = lines[id]!;
      const field = `lines.${id}`;
      const [long] = longTexts({ [field]: sku });
      if (long !== undefined) return [long];
      if (quantity === was) return [];
      if (!isLikelyCount(quantity) || quantity < 1)
        return [refuse('quantity-not-whole', field).problem];
      // An order is of all that its authorization has left: what was authorized counts as owned.
      if (authorizationLine !== '')
        return [refuse('quantity-of-authorization', field, { quantity: was }).problem];
      const least = granted + asked;
      return quantity < least ? [refuse('quantity-below-returned', field, { least }).problem] : [];
    },
  );
};

/**
 * A renewal is asked of as it was when it was ordered: its anniversary open, and this order not
 * there yet.
 */
const whyNoRenewal = (
  order: VipOrder,
  correction: OrderCorrection,
  book: CustomerBook,
  today: Day,
): VipProblem | RenewalProblem | undefined => {
  const { orderType, renews, lines, orderNumber } = order.data;
  const next = linesWith(order.data, correction);
  const isSame = Object.keys(lines).every((id) => lines[id]?.quantity === next[id]?.quantity);
  const { orderDate = order.data.orderDate } = correction;
  if (orderType !== 'renewal' || (isSame && orderDate === order.data.orderDate)) return undefined;
  const { customer } = book;
  const steps = customer.steps.filter(
    ({ data }) => data?.anniversary === undefined || data.anniversary < renews,
  );
  const orders = book.orders.filter(({ id }) => id !== order.id);
  const renewing = customerRenewal(
    { ...book, customer: { ...customer, steps }, orders },
    orderDate,
  );
  // Of another anniversary, from a list of earlier years: nobody knows any more what was owned
  // then.
  if (renewing?.anniversary !== renews) return undefined;
  const byPlan = new Map<string, { readonly quantity: number; readonly sku: string }>();
  for (const { line } of linesOnce(next)) {
    const { product, licenceType, quantity, sku } = line;
    const key = planKey(product, licenceType);
    byPlan.set(key, { quantity: (byPlan.get(key)?.quantity ?? 0) + quantity, sku });
  }
  const corrected = {
    orderNumber: orderNumber || '-',
    orderDate,
    lines: Object.fromEntries(byPlan),
  };
  return whyNotRenewed(customer, corrected, renewing, today);
};

/** Corrects what was recorded on an order; the record's history shows the former values. */
export const correctOrder = (
  order: VipOrder,
  correction: OrderCorrection,
  book: CustomerBook,
  doing: Doing,
): VipResult<Draft<VipOrderData>, RenewalProblem> => {
  const [problem] = orderCorrectionProblems(order, correction, book, doing);
  if (problem !== undefined) return { ok: false, problem };
  const { data } = order;
  const { orderNumber = data.orderNumber, orderDate = data.orderDate } = correction;
  const { purchaseOrderNumber = data.purchaseOrderNumber } = correction;
  const numbers = {
    orderNumber: orderNumber.trim(),
    purchaseOrderNumber: purchaseOrderNumber.trim(),
  };
  return ok({
    ...order,
    data: { ...data, ...numbers, orderDate, lines: linesWith(data, correction) },
  });
};

/**
 * Which fields of a correction cannot go back beside what was noted since: an order is not dated
 * after what was asked back of it nor before its authorization, and no line has fewer than went
 * back. What was so when it was corrected may be so again.
 */
export const cannotGoBack = (
  order: VipOrder,
  back: VipOrderData,
  { was, now }: Readonly<Record<'was' | 'now', CustomerBook>>,
): ('orderDate' | 'lines')[] => {
  const { orderDate } = back;
  const isOut = (book: CustomerBook): boolean =>
    orderDate < (lastCreated(authorizationsOf(order, book.authorizations)) ?? '') ||
    orderDate > (firstAskedBack(order.id, book.returns) ?? orderDate);
  const isOutNow = orderDate !== order.data.orderDate && isOut(now) && !isOut(was);
  const isBelow = problemsOfLines(order, { lines: back.lines }, now).some(({ code }) =>
    BUILT_ON.includes(code),
  );
  return [...(isOutNow ? (['orderDate'] as const) : []), ...(isBelow ? (['lines'] as const) : [])];
};

const BUILT_ON: readonly string[] = ['quantity-of-authorization', 'quantity-below-returned'];

/** Puts right what an authorization says of its order: the number and the day. */
export const correctCovered = (
  authorization: PurchaseAuthorization,
  { id: order, data: { orderNumber, orderDate } }: Pick<VipOrder, 'id' | 'data'>,
  doing: Doing,
): VipFollowing<Draft<PurchaseAuthorizationData>> => {
  const meant = currentSteps(authorization.steps).filter(
    ({ kind, on, data }) =>
      kind === 'ordered' &&
      data?.order === order &&
      (on !== orderDate || data.orderNumber !== orderNumber),
  );
  if (meant.length === 0) return refuse('nothing-to-follow');
  const steps = meant.reduce(
    (now, { id, kind, data }) =>
      withStep(now, { kind, on: orderDate, corrects: id, data: { ...data, orderNumber } }, doing),
    authorization.steps,
  );
  return ok({ ...authorization, steps });
};

/**
 * Why an order that was noted by mistake cannot go, or undefined: what is asked back of it would
 * hang in the air.
 */
export const whyNotRemoved = (
  { id }: Pick<VipOrder, 'id'>,
  { returns }: Pick<CustomerBook, 'returns'>,
): VipProblem | undefined =>
  returns.some((request) => request.data.order === id && returnState(request) !== 'denied')
    ? refuse('order-has-returns').problem
    : undefined;
