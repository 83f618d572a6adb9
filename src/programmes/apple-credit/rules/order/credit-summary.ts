import { urgencyOf, type Urgency } from '#core/reminder/deadline.ts';
import type { Day } from '#core/day/day.ts';
import { sumOf, toCents } from '#core/money.ts';
import { saidDay } from '#core/import/import-steps.ts';
import { lastOf } from '#core/record/step.ts';
import { isAskedAbout, type CreditOrder } from './credit-order.ts';
import { orderDeadlines } from './order-deadlines.ts';
import { countOn, inboxCount, orderState, type OrderState } from './order-life.ts';

/** The sections of the list of orders, most urgent first (picture 22). */
export const CREDIT_GROUPS = [
  'expired',
  'inbox',
  'ordered',
  'downloaded',
  'redeemed',
  'draft',
  'ended',
] as const;

/**
 * `expired` holds orders whose days in the inbox are over, `ended` those that were rejected, lost
 * or cancelled.
 */
export type CreditGroup = (typeof CREDIT_GROUPS)[number];

/** Groups whose credit is bought but not redeemed: the parts of the bar. */
export type UnredeemedGroup = 'downloaded' | 'inbox' | 'ordered' | 'expired';

/**
 * One order as the list shows it on a day. `left` days until the last day in the inbox (negative:
 * late).
 */
export type OrderRow = {
  readonly order: CreditOrder;
  readonly state: OrderState;
  readonly group: CreditGroup;
  readonly lastDay?: Day;
  readonly left?: number;
  readonly provisional?: boolean;
  readonly urgency: Urgency;
  /** The day of the step that gave the state as someone said it, or ''. */
  readonly on: Day;
};

const groupOf: Record<OrderState, CreditGroup> = {
  expired: 'expired',
  'resend-requested': 'expired',
  ready: 'inbox',
  ordered: 'ordered',
  validated: 'ordered',
  downloaded: 'downloaded',
  redeemed: 'redeemed',
  spent: 'redeemed',
  draft: 'draft',
  rejected: 'ended',
  lost: 'ended',
  cancelled: 'ended',
};

const known = new WeakMap<CreditOrder, { readonly today: Day; readonly row: OrderRow }>();

/**
 * One order on a day. Rows of unchanged records are kept for the day: a thousand orders stay quick.
 */
export const orderRow = (order: CreditOrder, today: Day): OrderRow => {
  const before = known.get(order);
  if (before?.today === today) return before.row;
  const row = rowOf(order, today);
  known.set(order, { today, row });
  return row;
};

const rowOf = (order: CreditOrder, today: Day): OrderRow => {
  const state = orderState(order.data, order.steps, today);
  const count = inboxCount(order.data, order.steps);
  const step = lastOf(order.steps, state);
  const ordered = state === 'ordered' ? order.data.orderDate : '';
  const on = step === undefined ? ordered : saidDay(step);
  const base = { order, state, group: groupOf[state], on };
  if (count === undefined) return { ...base, urgency: 'calm' };
  // Of an order that may be another one only that one reminds.
  const deadline = isAskedAbout(order) ? undefined : orderDeadlines(order.data, order.steps)[0];
  return {
    ...base,
    lastDay: count.lastDay,
    left: countOn(count, today).left,
    ...(count.provisional ? { provisional: true } : {}),
    urgency: deadline === undefined ? 'calm' : urgencyOf(deadline, today),
  };
};

/**
 * The orders by section. Within a section: the earliest last day first, the most recently expired
 * first, otherwise the newest first.
 */
export const groupOrders = (
  orders: readonly CreditOrder[],
  today: Day,
): Map<CreditGroup, OrderRow[]> => {
  const groups = new Map<CreditGroup, OrderRow[]>(CREDIT_GROUPS.map((group) => [group, []]));
  for (const order of orders) {
    const row = orderRow(order, today);
    groups.get(row.group)?.push(row);
  }
  for (const [group, rows] of groups)
    rows.sort(group === 'inbox' || group === 'ordered' ? soonest : newest);
  return groups;
};

/** Among the expired, orders without a requested resend come first. */
const asked = ({ state }: OrderRow): number => (state === 'resend-requested' ? 1 : 0);

const soonest = (a: OrderRow, b: OrderRow): number =>
  compare(a.lastDay ?? '9', b.lastDay ?? '9') || newest(a, b);
const newest = (a: OrderRow, b: OrderRow): number =>
  asked(a) - asked(b) ||
  compare(b.lastDay ?? b.on, a.lastDay ?? a.on) ||
  b.order.updatedAt - a.order.updatedAt;
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Bought but unredeemed credit in one currency, in total and by part; empty parts are left out.
 */
export type Unredeemed = {
  readonly currency: string;
  readonly amount: string;
  readonly orders: number;
  readonly parts: readonly {
    readonly group: UnredeemedGroup;
    readonly amount: string;
    readonly share: number;
  }[];
};

/** The parts of the bar from left to right (picture 22). */
const PARTS: readonly UnredeemedGroup[] = ['downloaded', 'inbox', 'ordered', 'expired'];

/**
 * Unredeemed credit per currency, the largest number of orders first. Orders without a value are
 * counted as 0, and one that may be another is not counted beside it.
 */
export const unredeemed = (groups: ReadonlyMap<CreditGroup, readonly OrderRow[]>): Unredeemed[] => {
  const rows = PARTS.flatMap((group) =>
    (groups.get(group) ?? [])
      .filter(({ order }) => !isAskedAbout(order))
      .map((row) => ({ group, ...row.order.data })),
  );
  const currencies = [...new Set(rows.map(({ currency }) => currency))];
  return currencies
    .map((currency): Unredeemed => {
      const own = rows.filter((row) => row.currency === currency);
      const sum = (group?: UnredeemedGroup): string =>
        sumOf(
          own
            .filter((row) => (group ?? row.group) === row.group)
            .flatMap(({ amount }) => amount || []),
        );
      const amount = sum();
      const parts = PARTS.map((group) => ({
        group,
        amount: sum(group),
        share: shareOf(sum(group), amount),
      }));
      return {
        currency,
        amount,
        orders: own.length,
        parts: parts.filter(({ share }) => share > 0),
      };
    })
    .sort((a, b) => b.orders - a.orders);
};

const shareOf = (part: string, whole: string): number =>
  toCents(whole) === 0n ? 0 : Number((toCents(part) * 10_000n) / toCents(whole)) / 10_000;
