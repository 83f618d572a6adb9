import { addDays, type Day } from '#core/day/day.ts';
import type { Doing } from '#core/record/kind.ts';
import { isPlausibleDay } from '#core/day/plausible-day.ts';
import type { Moment } from '#core/day/local-time.ts';
import type { Draft } from '#core/record/record.ts';
import { ok, refuse } from '#core/result.ts';
import { longTexts } from '#core/text/long-texts.ts';
import { currentSteps, withStep } from '#core/record/step.ts';
import { visibleText } from '#core/text/visible-text.ts';
import { mostOf, type AuthorizationInput } from './authorization-commands.ts';
import {
  countedDay,
  isOrdered,
  linesNow,
  openLines,
  orderEditionOf,
} from './authorization-life.ts';
import type { Plan } from '../plan/plans.ts';
import { productKey } from '../product/product-name.ts';
import type { LicenceType } from '../edition/programme.ts';
import type { PurchaseAuthorization, PurchaseAuthorizationData } from './purchase-authorization.ts';
import { whyNotPurchaseOrder } from './purchase-order.ts';
import { usersToUnassign } from './withdraw.ts';
import type { VipProblem, VipResult } from '../vip-problem.ts';

/** What was written wrongly of an authorization; what is not given stays. */
export type AuthorizationCorrection = Partial<
  Pick<AuthorizationInput, 'purchaseOrderNumber' | 'requestNumber' | 'createdOn' | 'deploymentDate'>
> & {
  /** Only while nothing of it is ordered: an order has a type of its own. */
  readonly licenceType?: LicenceType;
  /** The name of a product that waits for its order, by line. */
  readonly products?: Readonly<Record<string, string>>;
  /** How many licences wait for their order, by line. */
  readonly left?: Readonly<Record<string, number>>;
};

/** All for which an authorization cannot be corrected so, in the form's order. */
export const authorizationCorrectionProblems = (
  authorization: PurchaseAuthorization,
  correction: AuthorizationCorrection,
  asOf: Day | Moment,
): readonly VipProblem[] => {
  const type =
    correction.licenceType !== undefined && linesNow(authorization).some(isOrdered)
      ? refuse('type-of-order', 'licenceType').problem
      : undefined;
  return [
    whyNotCreated(authorization, correction, asOf),
    whyNotDeployed(correction),
    whyNotNumber(authorization, correction),
    ...problemsOfLeft(authorization, correction),
    type,
    ...problemsOfNames(authorization, correction),
    ...longTexts(correction),
  ].filter((problem) => problem !== undefined);
};

/**
 * Puts an authorization right: the end customer's number and Adobe's own, the day it was created,
 * which its last day is counted from, and which licences wait for their order. What is ordered is
 * at Adobe: it is corrected on the order.
 */
export const correctAuthorization = (
  authorization: PurchaseAuthorization,
  correction: AuthorizationCorrection,
  doing: Doing,
): VipResult<Draft<PurchaseAuthorizationData>> => {
  const [problem] = authorizationCorrectionProblems(authorization, correction, doing);
  if (problem !== undefined) return { ok: false, problem };
  const { data } = authorization;
  const { createdOn = data.createdOn, licenceType = data.licenceType } = correction;
  // Nobody gave another day: the licences were added with it.
  const followed = data.deploymentDate === data.createdOn ? createdOn : data.deploymentDate;
  return ok({
    ...authorization,
    data: {
      ...data,
      createdOn,
      licenceType,
      deploymentDate: correction.deploymentDate || followed,
      purchaseOrderNumber: (correction.purchaseOrderNumber ?? data.purchaseOrderNumber).trim(),
      requestNumber: (correction.requestNumber ?? data.requestNumber).trim(),
      lines: { ...data.lines, ...linesEntered(authorization, correction) },
    },
    steps: createdSteps(authorization, createdOn, doing),
  });
};

const whyNotNumber = (
  authorization: PurchaseAuthorization,
  correction: AuthorizationCorrection,
): VipProblem | undefined =>
  correction.purchaseOrderNumber === undefined
    ? undefined
    : whyNotPurchaseOrder(
        correction.purchaseOrderNumber.trim(),
        orderEditionOf(authorization).programme ?? 'vip',
      );

const whyNotCreated = (
  authorization: PurchaseAuthorization,
  { createdOn }: AuthorizationCorrection,
  asOf: Day | Moment,
): VipProblem | undefined => {
  if (createdOn === undefined) return undefined;
  const { data, steps } = authorization;
  if (!isPlausibleDay(createdOn)) return refuse('day-needed', 'createdOn').problem;
  if (createdOn > countedDay(orderEditionOf(authorization), asOf))
    return refuse('day-ahead', 'createdOn').problem;
  // What happened to it happened after it was there, on a day of the user's: west of Adobe its own
  // may begin the evening before.
  const slack = orderEditionOf(authorization).zone === '' ? 0 : 1;
  const since = currentSteps(steps).filter(
    ({ kind }) => !['authorized', 'due-stated', 'expiry-noted'].includes(kind),
  );
  const before = since.map(({ on }) => on).filter((on) => createdOn > addDays(on, slack));
  const isPastDue = data.statedDue !== '' && createdOn > data.statedDue;
  const [on] = [...before, ...(isPastDue ? [data.statedDue] : [])].sort();
  return on === undefined ? undefined : refuse('created-after', 'createdOn', { on }).problem;
};

const whyNotDeployed = ({ deploymentDate = '' }: AuthorizationCorrection): VipProblem | undefined =>
  deploymentDate !== '' && !isPlausibleDay(deploymentDate)
    ? refuse('day-needed', 'deploymentDate').problem
    : undefined;

const problemsOfLeft = (
  authorization: PurchaseAuthorization,
  { left = {} }: AuthorizationCorrection,
): readonly VipProblem[] => {
  const open = openLines(authorization).map(({ id }) => id);
  const most = mostOf(authorization.data.licenceType || 'enterprise');
  return Object.entries(left).flatMap(([id, quantity]): readonly VipProblem[] => {
    const field = `left.${id}`;
    if (!open.includes(id)) return [refuse('changed-since', field).problem];
    if (!Number.isInteger(quantity) || quantity < 1)
      return [refuse('quantity-not-whole', field).problem];
    return quantity > most ? [refuse('quantity-too-large', field, { most }).problem] : [];
  });
};

const problemsOfNames = (
  authorization: PurchaseAuthorization,
  { products = {} }: AuthorizationCorrection,
): readonly VipProblem[] => {
  const lines = linesNow(authorization);
  const open = openLines(authorization).map(({ id }) => id);
  return Object.entries(products).flatMap(([id, name]): readonly VipProblem[] => {
    const field = `products.${id}`;
    const key = productKey(name);
    if (!open.includes(id)) return [refuse('changed-since', field).problem];
    if (key === '') return [refuse('product-needed', field).problem];
    const [long] = longTexts({ [field]: visibleText(name) });
    if (long !== undefined) return [long];
    const others = lines
      .filter((line) => line.id !== id)
      .map((line) => products[line.id] ?? line.product);
    const isTwice = others.some((other) => productKey(other) === key);
    return isTwice ? [refuse('product-twice', field, { product: visibleText(name) }).problem] : [];
  });
};

/**
 * The lines as entered: licences removed from a line stay removed, and another product has another
 * SKU.
 */
const linesEntered = (
  authorization: PurchaseAuthorization,
  { left = {}, products = {} }: AuthorizationCorrection,
): PurchaseAuthorizationData['lines'] =>
  Object.fromEntries(
    openLines(authorization)
      .filter(({ id }) => left[id] !== undefined || products[id] !== undefined)
      .map(({ id, product, sku, quantity, left: was }) => {
        const named = visibleText(products[id] ?? product);
        const isSame = productKey(named) === productKey(product);
        return [
          id,
          { product: named, quantity: quantity - was + (left[id] ?? was), sku: isSame ? sku : '' },
        ];
      }),
  );

const createdSteps = (
  { steps }: PurchaseAuthorization,
  on: Day,
  doing: Doing,
): PurchaseAuthorization['steps'] => {
  const made = currentSteps(steps).find(({ kind }) => kind === 'authorized');
  if (made === undefined || made.on === on) return steps;
  const { id, note, data } = made;
  const kept = { ...(note === undefined ? {} : { note }), ...(data === undefined ? {} : { data }) };
  return withStep(steps, { kind: 'authorized', on, corrects: id, ...kept }, doing);
};

/**
 * Why fewer licences cannot wait than a correction says: users hold them (C5). Who was counted
 * wrongly is corrected on the plan first.
 */
export const whyNotHeld = (
  authorization: PurchaseAuthorization,
  { left = {} }: AuthorizationCorrection,
  plans: readonly Plan[],
): VipProblem | undefined => {
  const going = openLines(authorization).flatMap(({ id, product, left: was }) => {
    const fewer = was - (left[id] ?? was);
    return fewer > 0 ? [{ id, product, left: fewer }] : [];
  });
  const [first] = usersToUnassign(going, authorization.data.licenceType, plans);
  if (first === undefined) return undefined;
  const line = going.find(({ product }) => product === first.product)!;
  return refuse('unassign-first', `left.${line.id}`, { users: first.users, product: first.product })
    .problem;
};
