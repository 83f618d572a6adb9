import type { Doing } from '../kind.ts';
import { madeAt } from '../past.ts';
import type { Draft } from '../record.ts';
import { ok, refuse, type Result } from '../result.ts';
import { standingSteps, WITHDRAWN, withStep, type Step } from '../step.ts';
import type { CreditOrder, CreditOrderData } from './credit-order.ts';
import { orderKey } from './order-key.ts';

/** Step by which a person says that an order is not the one that its data names. */
export const OTHER_ORDER = 'other-order';

type Met = Pick<CreditOrder, 'id' | 'data' | 'steps' | 'history' | 'updatedAt'>;

/**
 * Which orders may be an older one (A5): of the same number and the same purchaser, where both are known, and nobody said that
 * they are two. By the id of the younger order, the id of the oldest that it may be. The same on every device, whatever order
 * the records are given in.
 */
export const meetingOrders = (orders: readonly Met[]): ReadonlyMap<string, string> => {
  const numbered = Map.groupBy(orders, ({ data }) => orderKey(data.orderNumber));
  const met = new Map<string, string>();
  for (const [number, alike] of numbered) {
    if (number === '' || alike.length < 2) continue;
    const oldestFirst = alike.toSorted(byAge);
    for (const [at, order] of oldestFirst.entries()) {
      const older = oldestFirst.slice(0, at).find((other) => isSamePurchaser(order, other) && !areTwo(order, other));
      if (older !== undefined) met.set(order.id, older.id);
    }
  }
  return met;
};

/** An order's data with the older order that it may be; '' for none. */
export const meeting = (data: CreditOrderData, older: string): CreditOrderData => {
  const { meets: _, ...rest } = data;
  return older === '' ? rest : { ...rest, meets: older };
};

/** Says that an order and the older one are two; never asked again, on any device. */
export const sayTwoOrders = (order: CreditOrder, older: string, doing: Doing): Result<Draft<CreditOrderData>> => {
  if (order.data.meets !== older) return refuse('question-is-gone');
  const step = { kind: OTHER_ORDER, on: doing.today, data: { order: older } };
  return ok({ ...order, data: meeting(order.data, ''), steps: withStep(order.steps, step, doing) });
};

/** Takes back that they are two: someone is asked again. */
export const askAgain = (
  order: CreditOrder,
  { older, reason }: { readonly older: string; readonly reason: string },
  doing: Doing,
): Result<Draft<CreditOrderData>> => {
  const said = standingSteps(order.steps).filter((step) => namesOrder(step, older));
  if (said.length === 0) return refuse('changed-since');
  const steps = said.reduce(
    (before, { id }) => withStep(before, { kind: WITHDRAWN, on: doing.today, withdraws: id, reason }, doing),
    order.steps,
  );
  return ok({ ...order, data: meeting(order.data, older), steps });
};

/** Who wrote an order first, when, and whether a sheet brought it. */
export const writtenFirst = (
  order: Met & Pick<CreditOrder, 'updatedBy'>,
): { readonly by: string; readonly at: number; readonly isFromSheet: boolean } => {
  const [first] = [...order.steps, ...order.history].toSorted((a, b) => a.at - b.at);
  const { origin, owner } = order.data;
  return { by: first?.by ?? (owner || order.updatedBy), at: firstMoment(order), isFromSheet: origin !== undefined };
};

const byAge = (a: Met, b: Met): number => firstMoment(a) - firstMoment(b) || (a.id < b.id ? -1 : 1);

/**
 * When an order was first written: its id tells it. Where that comes from a sheet, its first step does, or without one the first change
 * that is known of it.
 */
const firstMoment = ({ id, steps, history, updatedAt }: Met): number => {
  const told = steps.length > 0 ? steps : history;
  const [first = updatedAt] = told.map(({ at }) => at).toSorted((a, b) => a - b);
  return madeAt(id) ?? first;
};

const purchaserOf = ({ data }: Met): string => data.purchaserAppleId.trim().toLowerCase();

// Who is not named may be anybody, as for a row of a sheet.
const isSamePurchaser = (one: Met, other: Met): boolean => {
  const [own, others] = [purchaserOf(one), purchaserOf(other)];
  return own === others || own === '' || others === '';
};

/** Whether someone said on an order that it is not the other one. */
export const isOther = ({ steps }: Pick<CreditOrder, 'steps'>, other: string): boolean =>
  standingSteps(steps).some((step) => namesOrder(step, other));

const areTwo = (one: Met, other: Met): boolean => isOther(one, other.id) || isOther(other, one.id);

const namesOrder = ({ kind, data }: Step, order: string): boolean => kind === OTHER_ORDER && data?.order === order;
