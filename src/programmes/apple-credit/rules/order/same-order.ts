import type { Doing } from '#core/record/kind.ts';
import { madeAt } from '#core/record/past.ts';
import type { Draft } from '#core/record/record.ts';
import { ok, refuse, type Problem } from '#core/result.ts';
import { currentSteps, WITHDRAWN, withStep, type Step } from '#core/record/step.ts';
import type { CreditOrder, CreditOrderData } from './credit-order.ts';
import { orderKey } from './order-key.ts';
import type { CreditResult } from '../credit-problem.ts';

/** Step by which a person says that an order is not the one that its data names. */
export const OTHER_ORDER = 'other-order';

type Met = Pick<CreditOrder, 'id' | 'data' | 'steps' | 'history' | 'updatedAt'>;

/**
 * Which orders may be the same as an older one (A5): same number and same purchaser, where both are
 * known, and nobody said that they are two. Maps the id of the younger order to the id of the
 * oldest one it may be. The same on every device, whatever the order of the records. In small
 * parts: each reports how many steps and orders it went over, visiting each once, however many are
 * alike.
 */
export function* meetingInTurns(
  orders: readonly Met[],
): Generator<number, ReadonlyMap<string, string>, void> {
  const met = new Map<string, string>();
  for (const [number, alike] of Map.groupBy(orders, ({ data }) => orderKey(data.orderNumber))) {
    if (number === '' || alike.length < 2) continue;
    const known: Known[] = [];
    for (const order of alike) {
      known.push(knownOf(order));
      yield order.steps.length + 1;
    }
    const before = new Map<string, Known[]>();
    for (const order of known.sort(byAge)) {
      const { older, gone } = oldestOf(order, before);
      if (older !== undefined) met.set(order.id, older.id);
      for (const key of [order.purchaser, ANYBODY]) {
        const others = before.get(key);
        if (others === undefined) before.set(key, [order]);
        else others.push(order);
      }
      yield gone + 1;
    }
  }
  return met;
}

/**
 * The facts that decide whether an order may be another one, computed once: it may have many
 * steps.
 */
type Known = {
  readonly id: string;
  readonly moment: number;
  readonly purchaser: string;
  /** The orders that someone said it is not. */
  readonly others: ReadonlySet<string>;
};

/**
 * Every order is also filed under this name, since an order without a purchaser may be
 * anybody's.
 */
const ANYBODY = ' ';

const knownOf = (order: Met): Known => {
  const [moment, purchaser] = [firstMoment(order), purchaserOf(order)];
  const hasAnswers = order.steps.some(({ kind }) => kind === OTHER_ORDER);
  const steps = hasAnswers
    ? currentSteps(order.steps).filter(({ kind }) => kind === OTHER_ORDER)
    : [];
  return {
    id: order.id,
    moment,
    purchaser,
    others: new Set(steps.map(({ data }) => data?.['order'] ?? '')),
  };
};

/**
 * The oldest of those before it that an order may be, and how many were asked. Each that is passed
 * over was named by a step of either.
 */
const oldestOf = (
  order: Known,
  before: ReadonlyMap<string, readonly Known[]>,
): { readonly older: Known | undefined; readonly gone: number } => {
  let gone = 0;
  const mayBeSame = (other: Known): boolean => {
    gone += 1;
    return !order.others.has(other.id) && !other.others.has(order.id);
  };
  // Who is not named may be anybody, as for a row of a sheet.
  const keys = order.purchaser === '' ? [ANYBODY] : [order.purchaser, ''];
  const found = keys.flatMap((key) => before.get(key)?.find(mayBeSame) ?? []);
  return { older: found.sort(byAge)[0], gone };
};

/** An order's data with the older order that it may be; '' for none. */
export const meeting = (data: CreditOrderData, older: string): CreditOrderData => {
  const { meets: _, ...rest } = data;
  return older === '' ? rest : { ...rest, meets: older };
};

/** Says that an order and the older one are two; never asked again, on any device. */
export const sayTwoOrders = (
  order: CreditOrder,
  older: string,
  doing: Doing,
): CreditResult<Draft<CreditOrderData>, Problem<'question-is-gone'>> => {
  if (order.data.meets !== older) return refuse('question-is-gone');
  const step = { kind: OTHER_ORDER, on: doing.today, data: { order: older } };
  return ok({ ...order, data: meeting(order.data, ''), steps: withStep(order.steps, step, doing) });
};

/** Takes back that they are two: the question is open again. */
export const askAgain = (
  order: CreditOrder,
  { older, reason }: { readonly older: string; readonly reason: string },
  doing: Doing,
): CreditResult<Draft<CreditOrderData>> => {
  const named = currentSteps(order.steps).filter((step) => namesOrder(step, older));
  if (named.length === 0) return refuse('changed-since');
  const steps = named.reduce(
    (before, { id }) =>
      withStep(before, { kind: WITHDRAWN, on: doing.today, withdraws: id, reason }, doing),
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
  return {
    by: first?.by ?? (owner || order.updatedBy),
    at: firstMoment(order),
    isFromSheet: origin !== undefined,
  };
};

const byAge = (a: Known, b: Known): number => a.moment - b.moment || (a.id < b.id ? -1 : 1);

/**
 * When an order was first written, which its id shows. If the id was made from a sheet, its first
 * step shows it, or without steps its first known change.
 */
const firstMoment = ({ id, steps, history, updatedAt }: Met): number => {
  const dated = steps.length > 0 ? steps : history;
  const first =
    dated.length === 0 ? updatedAt : dated.reduce((least, { at }) => Math.min(least, at), Infinity);
  return madeAt(id) ?? first;
};

const purchaserOf = ({ data }: Met): string => data.purchaserAppleId.trim().toLowerCase();

/** Whether an order records that it is not the other one. */
export const isOther = ({ steps }: Pick<CreditOrder, 'steps'>, other: string): boolean =>
  currentSteps(steps).some((step) => namesOrder(step, other));

const namesOrder = ({ kind, data }: Step, order: string): boolean =>
  kind === OTHER_ORDER && data?.order === order;
