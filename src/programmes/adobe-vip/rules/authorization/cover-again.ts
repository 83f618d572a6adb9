import type { Doing } from '#core/record/kind.ts';
import type { Draft } from '#core/record/record.ts';
import { ok, refuse } from '#core/result.ts';
import { withStep } from '#core/record/step.ts';
import { isOrdered, linesNow } from './authorization-life.ts';
import type { PurchaseAuthorization, PurchaseAuthorizationData } from './purchase-authorization.ts';
import type { VipOrder } from '../order/vip-order.ts';
import type { VipFollowing } from '../vip-problem.ts';

type Ordered = Pick<VipOrder, 'id' | 'data'>;

/**
 * The authorizations (record ids) that an order says it was placed for: lists may bring one order
 * for several.
 */
export const authorizationsNamedBy = ({ data }: Ordered): string[] => {
  const named = Object.values(data.lines).map((line) => line.authorization ?? '');
  return [...new Set([data.authorization, ...named])].filter((id) => id !== '');
};

/**
 * Notes on an authorization again what an order restored from the trash covers: nobody should place
 * it a second time. A line that another order covers by now stays with that order; one withdrawn
 * meanwhile was ordered all the same.
 */
export const coverAgain = (
  authorization: PurchaseAuthorization,
  { id: order, data }: Ordered,
  doing: Doing,
): VipFollowing<Draft<PurchaseAuthorizationData>> => {
  const its = Object.values(data.lines)
    .filter((line) => (line.authorization ?? data.authorization) === authorization.id)
    .map(({ authorizationLine }) => authorizationLine);
  const meant = linesNow(authorization).filter((line) => its.includes(line.id) && !isOrdered(line));
  if (meant.length === 0) return refuse('nothing-to-follow');
  const { orderNumber, orderDate } = data;
  const steps = meant.reduce(
    (now, { id: line }) =>
      withStep(now, { kind: 'ordered', on: orderDate, data: { order, orderNumber, line } }, doing),
    authorization.steps,
  );
  return ok({ ...authorization, steps });
};
