import { isDay, type Day } from '../day.ts';
import type { Doing } from '../kind.ts';
import type { Draft } from '../record.ts';
import { ok, refuse, type Problem, type Result } from '../result.ts';
import { standingSteps, withStep } from '../step.ts';
import { mostOf, type AuthorizationInput } from './authorization-commands.ts';
import { openLines, orderEditionOf } from './authorization-life.ts';
import type { PurchaseAuthorization, PurchaseAuthorizationData } from './purchase-authorization.ts';
import { whyNotPurchaseOrder } from './purchase-order.ts';

/** What was written wrongly of an authorization; what is not given stays. */
export type AuthorizationCorrection = Partial<
  Pick<AuthorizationInput, 'purchaseOrderNumber' | 'requestNumber' | 'createdOn'>
> & {
  /** How many licences wait for their order, by line. */
  readonly left?: Readonly<Record<string, number>>;
};

/**
 * Puts an authorization right: the end customer's number and Adobe's own, the day it was created, which its last day is counted
 * from, and how many licences wait for their order. What is ordered is at Adobe: it is put right on the order.
 */
export const correctAuthorization = (
  authorization: PurchaseAuthorization,
  said: AuthorizationCorrection,
  doing: Doing,
): Result<Draft<PurchaseAuthorizationData>> => {
  const problem =
    whyNotNumber(authorization, said) ??
    whyNotCreated(authorization, said, doing.today) ??
    whyNotLeft(authorization, said);
  if (problem !== undefined) return { ok: false, problem };
  const { data } = authorization;
  const { createdOn = data.createdOn } = said;
  return ok({
    ...authorization,
    data: {
      ...data,
      createdOn,
      // Nobody said another day: the licences were added with it.
      deploymentDate: data.deploymentDate === data.createdOn ? createdOn : data.deploymentDate,
      purchaseOrderNumber: (said.purchaseOrderNumber ?? data.purchaseOrderNumber).trim(),
      requestNumber: (said.requestNumber ?? data.requestNumber).trim(),
      lines: { ...data.lines, ...linesSaid(authorization, said) },
    },
    steps: createdSteps(authorization, createdOn, doing),
  });
};

const whyNotNumber = (authorization: PurchaseAuthorization, said: AuthorizationCorrection): Problem | undefined =>
  said.purchaseOrderNumber === undefined
    ? undefined
    : whyNotPurchaseOrder(said.purchaseOrderNumber.trim(), orderEditionOf(authorization).programme ?? 'vip');

const whyNotCreated = (
  { data, steps }: PurchaseAuthorization,
  { createdOn }: AuthorizationCorrection,
  today: Day,
): Problem | undefined => {
  if (createdOn === undefined) return undefined;
  if (!isDay(createdOn)) return refuse('day-needed', 'createdOn').problem;
  if (createdOn > today) return refuse('day-ahead', 'createdOn').problem;
  // What happened to it happened after it was there.
  const since = standingSteps(steps).filter(({ kind }) => !['authorized', 'due-stated', 'expiry-noted'].includes(kind));
  const earliest = [data.statedDue, ...since.map(({ on }) => on)].filter((on) => on !== '').sort()[0];
  return earliest !== undefined && createdOn > earliest
    ? refuse('created-after', 'createdOn', { on: earliest }).problem
    : undefined;
};

const whyNotLeft = (
  authorization: PurchaseAuthorization,
  { left = {} }: AuthorizationCorrection,
): Problem | undefined => {
  const open = openLines(authorization).map(({ id }) => id);
  const most = mostOf(authorization.data.licenceType || 'enterprise');
  for (const [id, quantity] of Object.entries(left)) {
    const field = `left.${id}`;
    if (!open.includes(id)) return refuse('changed-since', field).problem;
    if (!Number.isInteger(quantity) || quantity < 1) return refuse('quantity-not-whole', field).problem;
    if (quantity > most) return refuse('quantity-too-large', field, { most }).problem;
  }
  return undefined;
};

/** The lines with what is left of them as it was said: what was removed of them stays removed. */
const linesSaid = (
  authorization: PurchaseAuthorization,
  { left = {} }: AuthorizationCorrection,
): PurchaseAuthorizationData['lines'] =>
  Object.fromEntries(
    openLines(authorization)
      .filter(({ id }) => left[id] !== undefined)
      .map(({ id, product, sku, quantity, left: was }) => [id, { product, quantity: quantity - was + left[id]!, sku }]),
  );

const createdSteps = ({ steps }: PurchaseAuthorization, on: Day, doing: Doing): PurchaseAuthorization['steps'] => {
  const made = standingSteps(steps).find(({ kind }) => kind === 'authorized');
  if (made === undefined || made.on === on) return steps;
  const { id, note, data } = made;
  const kept = { ...(note === undefined ? {} : { note }), ...(data === undefined ? {} : { data }) };
  return withStep(steps, { kind: 'authorized', on, corrects: id, ...kept }, doing);
};
