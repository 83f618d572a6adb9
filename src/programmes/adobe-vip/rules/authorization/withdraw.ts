import type { Day } from '#core/day/day.ts';
import type { Doing } from '#core/record/kind.ts';
import type { Moment } from '#core/day/local-time.ts';
import type { Draft } from '#core/record/record.ts';
import { ok, refuse } from '#core/result.ts';
import { withStep } from '#core/record/step.ts';
import { linesNow, openLines, type LineNow } from './authorization-life.ts';
import { authorizationState } from './authorization-state.ts';
import type { Plan } from '../plan/plans.ts';
import { planKey } from '../product/product-name.ts';
import type { PurchaseAuthorization, PurchaseAuthorizationData } from './purchase-authorization.ts';
import { takeStepsBack } from '../customer/take-steps-back.ts';
import type { VipProblem, VipResult } from '../vip-problem.ts';

/**
 * What is taken off an authorization: all of it, a product, or some of a product's licences (C5).
 */
export type Withdrawal = { readonly line?: string; readonly quantity?: number };

/**
 * How many users must be unassigned before the quantities can go, by product; only those where
 * someone must.
 */
export type ToUnassign = { readonly product: string; readonly users: number };

/**
 * How many users prevent the withdrawal. Adobe does not say how it distinguishes "these" licences
 * from others of the product: the remaining ones must still cover everyone who has one (adobe.md
 * §2, inferred).
 */
export const usersToUnassign = (
  lines: readonly Pick<LineNow, 'product' | 'left'>[],
  licenceType: PurchaseAuthorizationData['licenceType'],
  plans: readonly Plan[],
): ToUnassign[] => {
  const going = new Map<string, { readonly product: string; readonly quantity: number }>();
  for (const { product, left } of lines) {
    const key = planKey(product, licenceType);
    going.set(key, { product, quantity: (going.get(key)?.quantity ?? 0) + left });
  }
  return [...going].flatMap(([key, { product, quantity }]) => {
    const { owned = 0, assigned = 0 } = plans.find((plan) => plan.key === key) ?? {};
    const users = assigned - Math.max(0, owned - quantity);
    return users > 0 ? [{ product, users }] : [];
  });
};

/** Why something cannot be taken off an authorization on a day, or undefined when it can (C5). */
export const whyNotWithdrawn = (
  authorization: PurchaseAuthorization,
  withdrawal: Withdrawal,
  plans: readonly Plan[],
  asOf: Day | Moment,
): VipProblem | undefined => {
  const problem =
    stateProblem(authorization, withdrawal, asOf) ?? quantityProblem(authorization, withdrawal);
  if (problem !== undefined) return problem;
  const [first, ...more] = usersToUnassign(
    goingOf(authorization, withdrawal),
    authorization.data.licenceType,
    plans,
  );
  if (first === undefined) return undefined;
  const users = [first, ...more].reduce((sum, part) => sum + part.users, 0);
  return refuse('unassign-first', 'line', { users, product: first.product }).problem;
};

/** What of the lines would go. */
const goingOf = (
  authorization: PurchaseAuthorization,
  { line, quantity }: Withdrawal,
): Pick<LineNow, 'product' | 'left'>[] =>
  openLines(authorization)
    .filter(({ id }) => id === (line ?? id))
    .map(({ product, left }) => ({ product, left: quantity ?? left }));

const stateProblem = (
  authorization: PurchaseAuthorization,
  { line }: Withdrawal,
  asOf: Day | Moment,
): VipProblem | undefined => {
  const state = authorizationState(authorization, asOf);
  if (state === 'withdrawn') return refuse('withdrawn-already').problem;
  if (state === 'expired') return refuse('expired-already').problem;
  // "Begär en returauktorisering om en order redan har lagts hos Adobe" (seed 002).
  const lines = linesNow(authorization).filter(({ id, left }) => id === (line ?? id) && left > 0);
  const ordered = lines.find(({ order, orderNumber }) => order !== '' || orderNumber !== '');
  if (ordered !== undefined)
    return refuse('ordered-ask-return', 'line', { order: ordered.orderNumber }).problem;
  return lines.length === 0 ? refuse('line-gone', 'line').problem : undefined;
};

const quantityProblem = (
  authorization: PurchaseAuthorization,
  { line, quantity }: Withdrawal,
): VipProblem | undefined => {
  if (quantity === undefined) return undefined;
  const left = linesNow(authorization).find(({ id }) => id === line)?.left ?? 0;
  if (!Number.isInteger(quantity) || quantity < 1)
    return refuse('quantity-not-whole', 'quantity').problem;
  return quantity > left ? refuse('quantity-above-line', 'quantity', { left }).problem : undefined;
};

/**
 * Takes an authorization back, a product of it, or some licences of a product (seed 002: "[X]").
 * Refused once it is ordered, and as long as users hold the licences.
 */
export const withdraw = (
  authorization: PurchaseAuthorization,
  withdrawal: Withdrawal,
  plans: readonly Plan[],
  doing: Doing,
): VipResult<Draft<PurchaseAuthorizationData>> => {
  const problem = whyNotWithdrawn(authorization, withdrawal, plans, doing);
  if (problem !== undefined) return { ok: false, problem };
  const { line, quantity } = withdrawal;
  const found = linesNow(authorization).find(({ id }) => id === line);
  const step =
    line === undefined || found === undefined
      ? { kind: 'authorization-withdrawn', on: doing.today }
      : {
          kind: 'line-removed',
          on: doing.today,
          data: { line, quantity: String(quantity ?? found.left) },
        };
  return ok({ ...authorization, steps: withStep(authorization.steps, step, doing) });
};

/**
 * Takes back what was noted of an authorization by mistake, long after its undo: that it was
 * withdrawn or had expired (`kind`), or that a product of it was removed (`step`).
 */
export const noteTakenBack = (
  authorization: PurchaseAuthorization,
  meant: { readonly kind: string } | { readonly step: string },
  doing: Doing,
): VipResult<Draft<PurchaseAuthorizationData>> =>
  takeStepsBack(
    authorization,
    ({ id, kind }) => ('step' in meant ? id === meant.step : kind === meant.kind),
    doing,
  );
