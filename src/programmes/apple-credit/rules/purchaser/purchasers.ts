import type { Day } from '#core/day/day.ts';
import { ownEntry } from '#core/own-entry.ts';
import { firstWritten, lastOf, currentSteps, type Step } from '#core/record/step.ts';
import type { ContentPurchaser, ContentPurchaserData } from './content-purchaser.ts';
import type { CreditOrder } from '../order/credit-order.ts';
import { orderState } from '../order/order-life.ts';

/**
 * What Apple has said of an account: nothing yet, being checked with an order, valid, or rejected.
 */
export type AccountState = 'rejected' | 'checking' | 'valid' | 'unknown';

/** The states in the order of the list: what must be mended first (picture 30). */
export const ACCOUNT_STATES: readonly AccountState[] = ['rejected', 'checking', 'valid', 'unknown'];

/** One account as the register shows it, from its record and from the orders that name it. */
export type PurchaserRow = Omit<ContentPurchaserData, 'v'> & {
  /** The Apple ID in small letters. */
  readonly key: string;
  /** The id to open: its record's, or that of its newest order if it has no record. */
  readonly id: string;
  readonly record?: ContentPurchaser;
  /** The newest first. */
  readonly orders: readonly CreditOrder[];
  readonly state: AccountState;
  /** The day of what gave the state, or ''. */
  readonly since: Day;
  /** The note on the verdict: Apple's reason. */
  readonly note: string;
  /** The order that gave the state, if one did. */
  readonly by?: CreditOrder;
};

/** Two accounts are the same if their addresses are, regardless of case. */
export const accountKey = (appleId: string): string => appleId.trim().toLowerCase();

type Verdict = {
  readonly state: 'valid' | 'rejected';
  readonly on: Day;
  readonly at: number;
  readonly note: string;
  readonly by?: CreditOrder;
};

/**
 * What a step says of the account. "Vi kontrollerar att innehållsköparens konto är giltigt. Och när
 * beställningen är klar skickar vi e-post" (seed 000): a mail, or all that follows it, comes only
 * to a valid account.
 */
const VERDICTS: Readonly<Record<string, Verdict['state']>> = {
  validated: 'valid',
  ready: 'valid',
  resent: 'valid',
  downloaded: 'valid',
  redeemed: 'valid',
  spent: 'valid',
  rejected: 'rejected',
};

const verdictsIn = (steps: readonly Step[], by?: CreditOrder): Verdict[] =>
  currentSteps(steps).flatMap((step) => {
    const { kind, on, note = '' } = step;
    const state = ownEntry(VERDICTS, kind);
    const at = firstWritten(steps, step);
    return state === undefined
      ? []
      : [{ state, on, at, note, ...(by === undefined ? {} : { by }) }];
  });

/**
 * The newest change of mind: of a row of equal verdicts the first, which is since when it holds.
 */
const standing = (verdicts: readonly Verdict[]): Verdict | undefined => {
  const inOrder = [...verdicts].sort((a, b) =>
    a.on === b.on ? a.at - b.at : a.on < b.on ? -1 : 1,
  );
  const last = inOrder.at(-1);
  const changed = inOrder.findLastIndex(({ state }) => state !== last?.state);
  return inOrder[changed + 1];
};

/** The day of the step, as the order's own life line shows it; the field if no step gives it. */
const orderedOn = ({ data, steps }: CreditOrder): Day =>
  lastOf(steps, 'ordered')?.on ?? data.orderDate;

const rowOf = (
  key: string,
  orders: readonly CreditOrder[],
  record: ContentPurchaser | undefined,
  today: Day,
): PurchaserRow => {
  const newest = [...orders].sort((a, b) =>
    b.data.orderDate === a.data.orderDate
      ? b.updatedAt - a.updatedAt
      : b.data.orderDate > a.data.orderDate
        ? 1
        : -1,
  );
  const newestOf = (field: 'institution' | 'purchaserName' | 'purchaserAppleId'): string =>
    newest.map(({ data }) => data[field]).find((value) => value !== '') ?? '';
  const verdict = standing([
    ...verdictsIn(record?.steps ?? []),
    ...orders.flatMap((order) => verdictsIn(order.steps, order)),
  ]);
  const waiting = newest.find(({ data, steps }) => orderState(data, steps, today) === 'ordered');
  const state = verdict?.state ?? (waiting === undefined ? 'unknown' : 'checking');
  const by = verdict === undefined ? waiting : verdict.by;
  return {
    key,
    id: record?.id ?? newest[0]?.id ?? '',
    name: record?.data.name || newestOf('purchaserName'),
    appleId: record?.data.appleId || newestOf('purchaserAppleId'),
    institution: record?.data.institution || newestOf('institution'),
    manager: record?.data.manager ?? '',
    ...(record === undefined ? {} : { record }),
    orders: newest,
    state,
    note: verdict?.note ?? '',
    since: verdict?.on ?? (waiting === undefined ? '' : orderedOn(waiting)),
    ...(by === undefined ? {} : { by }),
  };
};

/** All content purchasers, from the register and from the orders, by account. */
export const purchaserRows = (
  records: readonly ContentPurchaser[],
  orders: readonly CreditOrder[],
  today: Day,
): PurchaserRow[] => {
  const named = orders.filter(({ data }) => accountKey(data.purchaserAppleId) !== '');
  const ordersOf = Map.groupBy(named, ({ data }) => accountKey(data.purchaserAppleId));
  const byAccount = new Map(
    records.toReversed().map((record) => [accountKey(record.data.appleId), record]),
  );
  const keys = new Set([...byAccount.keys(), ...ordersOf.keys()]);
  return [...keys]
    .map((key) => rowOf(key, ordersOf.get(key) ?? [], byAccount.get(key), today))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
};

/**
 * What is known about an account apart from one order, for judging the account of that order: the
 * order's own progress does not prove its address right. A rejection by Apple still counts.
 * Undefined if nothing else mentions the account.
 */
export const knownBeside = (
  row: PurchaserRow,
  order: string,
  today: Day,
): PurchaserRow | undefined => {
  const others = row.orders.filter(({ id }) => id !== order);
  if (others.length === row.orders.length || row.state !== 'valid') return row;
  const beside = rowOf(row.key, others, row.record, today);
  return beside.state === 'valid' ? beside : undefined;
};
