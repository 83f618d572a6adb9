import type { Day } from '#core/day/day.ts';
import type { Doing } from '#core/record/kind.ts';
import { isLikelyCount } from '#core/text/likely-count.ts';
import { isPlausibleDay } from '#core/day/plausible-day.ts';
import type { Moment } from '#core/day/local-time.ts';
import type { Draft } from '#core/record/record.ts';
import { ok, refuse } from '#core/result.ts';
import { longTexts } from '#core/text/long-texts.ts';
import { withStep } from '#core/record/step.ts';
import { openLines, orderEditionOf } from '../authorization/authorization-life.ts';
import { firstOrderDay, isStillAhead } from './order-day.ts';
import { orderedName } from './ordered-name.ts';
import type {
  PurchaseAuthorization,
  PurchaseAuthorizationData,
} from '../authorization/purchase-authorization.ts';
import { return14 } from '../return/return-editions.ts';
import { takeStepsBack } from '../customer/take-steps-back.ts';
import type { OrderDuration, OrderLine, VipOrderData } from './vip-order.ts';
import type { VipProblem, VipResult } from '../vip-problem.ts';

/**
 * What is known of an order that was placed on the licensing site (C4). `lines`: ids of the
 * authorization's lines that it covers.
 */
export type OrderInput = {
  readonly orderNumber: string;
  readonly orderDate: Day;
  readonly lines: readonly string[];
  /** SKU of each line as it was ordered, by the line's id. */
  readonly skus: Readonly<Record<string, string>>;
  readonly duration?: OrderDuration | undefined;
};

const whyNotOn = (
  { orderDate }: Pick<OrderInput, 'orderDate'>,
  authorization: PurchaseAuthorization,
  asOf: Day | Moment,
): VipProblem | undefined => {
  const { createdOn } = authorization.data;
  if (!isPlausibleDay(orderDate)) return refuse('day-needed', 'orderDate').problem;
  if (isStillAhead(orderEditionOf(authorization), orderDate, asOf))
    return refuse('day-ahead', 'orderDate').problem;
  if (orderDate < firstOrderDay(authorization, asOf))
    return refuse('order-before-authorization', 'orderDate', { createdOn }).problem;
  return undefined;
};

const whyNotLines = (
  authorization: PurchaseAuthorization,
  { lines, duration }: Pick<OrderInput, 'lines' | 'duration'>,
): VipProblem | undefined => {
  const open = openLines(authorization).map(({ id }) => id);
  if (open.length === 0) return refuse('nothing-to-order').problem;
  if (lines.length === 0) return refuse('lines-needed', 'lines').problem;
  if (lines.some((line) => !open.includes(line)))
    return refuse('line-ordered-already', 'lines').problem;
  if (duration !== undefined && (!isLikelyCount(duration.count) || duration.count < 1))
    return refuse('duration-not-whole', 'duration').problem;
  return undefined;
};

/**
 * All that keeps an order from covering these lines of an authorization, in the order of its form.
 */
export const orderProblems = (
  authorization: PurchaseAuthorization,
  input: OrderInput,
  asOf: Day | Moment,
): readonly VipProblem[] => [
  ...(input.orderNumber.trim() === ''
    ? [refuse('order-number-needed', 'orderNumber').problem]
    : []),
  ...[whyNotOn(input, authorization, asOf), whyNotLines(authorization, input)].filter(
    (problem) => problem !== undefined,
  ),
  ...longTexts({ orderNumber: input.orderNumber }),
  ...longTexts(input.skus),
];

/** The first of them, or undefined. */
export const whyNotOrdered = (...given: Parameters<typeof orderProblems>): VipProblem | undefined =>
  orderProblems(...given)[0];

/**
 * Notes on the authorization that lines of it were ordered; a late one leaves past due with that
 * (adobe.md §8.10).
 */
export const coverLines = (
  authorization: PurchaseAuthorization,
  order: string,
  input: OrderInput,
  doing: Doing,
): VipResult<Draft<PurchaseAuthorizationData>> => {
  const problem = whyNotOrdered(authorization, input, doing);
  if (problem !== undefined) return { ok: false, problem };
  const number = { order, orderNumber: input.orderNumber.trim() };
  const steps = input.lines.reduce(
    (before, line) =>
      withStep(before, { kind: 'ordered', on: input.orderDate, data: { ...number, line } }, doing),
    authorization.steps,
  );
  return ok({ ...authorization, steps });
};

/** The order of those lines, as a record of its own. */
export const orderOf = (
  id: string,
  authorization: PurchaseAuthorization,
  input: OrderInput,
  doing: Doing,
): Draft<VipOrderData> => {
  const { data } = authorization;
  const covered = openLines(authorization).filter((line) => input.lines.includes(line.id));
  const lineOf = (line: (typeof covered)[number]): OrderLine => ({
    product: line.product,
    licenceType: data.licenceType,
    sku: (input.skus[line.id] ?? line.sku).trim(),
    quantity: line.left,
    authorizationLine: line.id,
    authorization: authorization.id,
    unitPrice: '',
  });
  return {
    id,
    kind: 'vip-order',
    programme: 'adobe-vip',
    parent: authorization.parent,
    data: {
      v: 1,
      orderNumber: input.orderNumber.trim(),
      orderDate: input.orderDate,
      orderType: 'new',
      authorization: authorization.id,
      purchaseOrderNumber: data.purchaseOrderNumber,
      lines: Object.fromEntries(
        covered.map((line) => [orderedName(authorization.id, line.id), lineOf(line)]),
      ),
      ...(input.duration === undefined ? {} : { duration: input.duration }),
      renews: '',
      level: '',
      currency: '',
      returnEdition: return14.id,
      owner: data.owner,
    },
    steps: withStep([], { kind: 'order-placed', on: input.orderDate }, doing),
  };
};

/** Takes back that an order covered lines, where the order was noted by mistake. */
export const uncoverLines = (
  authorization: PurchaseAuthorization,
  order: string,
  doing: Doing,
): VipResult<Draft<PurchaseAuthorizationData>> =>
  takeStepsBack(
    authorization,
    ({ kind, data }) => kind === 'ordered' && data?.order === order,
    doing,
  );
