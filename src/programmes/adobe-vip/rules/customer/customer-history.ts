import type { Day } from '#core/day/day.ts';
import type { AsOf } from '#core/day/local-time.ts';
import { currentSteps, type Step } from '#core/record/step.ts';
import {
  isOpen,
  linesNow,
  localOverOn,
  openLines,
  orderDue,
  wasNoted,
  withdrawnLines,
  type LineNow,
} from '../authorization/authorization-life.ts';
import { authorizationState } from '../authorization/authorization-state.ts';
import type { CustomerBook } from '../plan/plans.ts';
import type { PurchaseAuthorization } from '../authorization/purchase-authorization.ts';
import type { RenewalEnd } from '../renewal/renewal-end.ts';
import type { ReturnAuthorization } from '../return/return-authorization.ts';
import { windowOfOrder } from '../return/returnable.ts';
import type { VipOrder } from '../order/vip-order.ts';

type When = {
  readonly id: string;
  readonly on: Day;
  readonly at: number;
  /** Person id, or '' where nobody did it. */ readonly by: string;
};

/** One thing in a customer's order and authorization history (C8). */
export type VipEvent = When &
  (
    | {
        readonly kind: 'ordered' | 'renewed';
        readonly order: VipOrder;
        /** The last day of a return. */ readonly returnUntil: Day;
      }
    | {
        readonly kind: 'withdrawn' | 'expired';
        readonly authorization: PurchaseAuthorization;
        /** Kind of the step that a person noted it with; '' where the day alone says it. */ readonly noted: string;
        /** What went with it: `left` of each line. */ readonly lines: readonly LineNow[];
      }
    | {
        readonly kind: 'removed';
        readonly authorization: PurchaseAuthorization;
        /** Id of the step. */ readonly step: string;
        readonly product: string;
        readonly sku: string;
        readonly quantity: number;
      }
    | {
        readonly kind: 'return-asked' | 'return-granted' | 'return-denied';
        readonly request: ReturnAuthorization;
        readonly order: VipOrder | undefined;
      }
    | {
        readonly kind: RenewalEnd['kind'];
        readonly end: RenewalEnd;
      }
  );

/**
 * The last day on which a return of an order can be asked for (C6), or '' where its day is not
 * known.
 */
export const returnUntil = (order: Pick<VipOrder, 'data'>): Day => windowOfOrder(order).lastDay;

/** The authorizations that wait for their order, the one that is due first first. */
export const waitingAuthorizations = ({
  authorizations,
}: Pick<CustomerBook, 'authorizations'>): PurchaseAuthorization[] =>
  authorizations
    .filter(isOpen)
    .sort((a, b) =>
      orderDue(a) === orderDue(b) ? (a.id < b.id ? -1 : 1) : orderDue(a) < orderDue(b) ? -1 : 1,
    );

/**
 * What happened, the newest first, with what lapsed of renewals that were ended; authorizations
 * that wait for their order are not among it (`waitingAuthorizations`).
 */
export const customerHistory = (
  book: Omit<CustomerBook, 'customer'>,
  asOf: AsOf,
  ends: readonly RenewalEnd[] = [],
): VipEvent[] =>
  [
    ...book.orders.map(ofOrder),
    ...book.authorizations.flatMap((authorization) => ofAuthorization(authorization, asOf)),
    ...book.returns.flatMap((request) => ofReturn(request, book.orders)),
    ...ends.map((end): VipEvent => ({
      ...whenOf({ id: end.anniversary }, end.step),
      kind: end.kind,
      end,
    })),
  ].sort((a, b) => (a.on === b.on ? b.at - a.at || (a.id < b.id ? 1 : -1) : a.on < b.on ? 1 : -1));

const whenOf = (record: { readonly id: string }, step: Step): When => ({
  id: `${record.id}.${step.id}`,
  on: step.on,
  at: step.at,
  by: step.by,
});

const ofOrder = (order: VipOrder): VipEvent => {
  const placed = currentSteps(order.steps).find(({ kind }) => kind === 'order-placed');
  const kind = order.data.orderType === 'renewal' ? 'renewed' : 'ordered';
  const when = {
    id: order.id,
    on: order.data.orderDate,
    at: placed?.at ?? 0,
    by: placed?.by ?? '',
  };
  return { ...when, kind, order, returnUntil: returnUntil(order) };
};

const ofAuthorization = (authorization: PurchaseAuthorization, asOf: AsOf): VipEvent[] => {
  const [lines, withdrawn] = [linesNow(authorization), withdrawnLines(authorization)];
  const steps = currentSteps(authorization.steps).flatMap((step): VipEvent[] => {
    const when = whenOf(authorization, step);
    if (step.kind === 'authorization-withdrawn')
      return [{ ...when, kind: 'withdrawn', authorization, noted: step.kind, lines: withdrawn }];
    const line = lines.find(({ id }) => id === step.data?.line);
    if (step.kind !== 'line-removed' || line === undefined) return [];
    const { product, sku } = line;
    return [
      {
        ...when,
        kind: 'removed',
        authorization,
        step: step.id,
        product,
        sku,
        quantity: Number(step.data?.quantity ?? 0),
      },
    ];
  });
  if (authorizationState(authorization, asOf) !== 'expired') return steps;
  const on = localOverOn(authorization, asOf);
  const expired = {
    id: `${authorization.id}.expired`,
    on,
    at: 0,
    by: '',
    kind: 'expired',
  } as const;
  const noted = wasNoted(authorization) ? 'expiry-noted' : '';
  return [...steps, { ...expired, authorization, noted, lines: openLines(authorization) }];
};

const ofReturn = (request: ReturnAuthorization, orders: readonly VipOrder[]): VipEvent[] => {
  const order = orders.find(({ id }) => id === request.data.order);
  return currentSteps(request.steps).flatMap((step): VipEvent[] =>
    step.kind === 'return-asked' || step.kind === 'return-granted' || step.kind === 'return-denied'
      ? [{ ...whenOf(request, step), kind: step.kind, request, order }]
      : [],
  );
};
