import { BY_CODES } from '../import/import-steps.ts';
import type { Doing } from '../kind.ts';
import type { Draft } from '../record.ts';
import { ok, refuse, type Result } from '../result.ts';
import { lastOf, standingSteps, WITHDRAWN, withStep, type Step } from '../step.ts';
import type { CreditOrder, CreditOrderData } from './credit-order.ts';
import { isOther, meeting, OTHER_ORDER } from './same-order.ts';

/** What an order took over from another that is the same: the steps by their ids, and fields that it did not have. */
export type TakenOver = {
  readonly steps: readonly string[];
  readonly fields: Partial<CreditOrderData>;
  readonly was: Partial<CreditOrderData>;
};

/** Nothing was taken over. */
export const NOTHING_TAKEN: TakenOver = { steps: [], fields: {}, was: {} };

/** Fields that an order takes over where it has none. */
const TEXTS = [
  ...(['institution', 'purchaserName', 'purchaserAppleId', 'buyerAppleId', 'creditNumber'] as const),
  ...(['purchaseOrderNumber', 'orderDate', 'inboxLink', 'owner'] as const),
];

/** What the older of two orders that are one takes over: what it knows itself stands. */
export const takenOver = (
  older: CreditOrder,
  younger: CreditOrder,
): TakenOver & { readonly added: readonly Step[] } => {
  const added = stepsToTake(older, younger);
  const fields = fieldsToTake(older, younger, added);
  const names = Object.keys(fields) as (keyof CreditOrderData)[];
  const was = Object.fromEntries(names.map((field) => [field, older.data[field]]));
  return { added, steps: added.map(({ id }) => id), fields, was };
};

/** The older order with what it takes over. Written on two devices at once, it is the same. */
export const takeOver = (older: CreditOrder, younger: CreditOrder): Draft<CreditOrderData> => {
  const { added, fields } = takenOver(older, younger);
  return { ...older, data: { ...older.data, ...fields }, steps: [...older.steps, ...added] };
};

/** The younger order, into the trash with the order that it is. */
export const leaveFor = (
  younger: CreditOrder,
  older: string,
  doing: Doing,
  taken: TakenOver = NOTHING_TAKEN,
): Result<Draft<CreditOrderData>> => {
  if (younger.data.meets !== older) return refuse('question-is-gone');
  return ok({ ...younger, data: joined(younger, older, taken), trashedOn: doing.today });
};

/** The younger order where it lies, with the order that it is, and with what that one took over now or before. */
export const joinAs = (
  younger: CreditOrder,
  older: string,
  _doing: Doing,
  taken: TakenOver,
): Result<Draft<CreditOrderData>> => ok({ ...younger, data: joined(younger, older, taken) });

/** What the order that a younger one was joined to took over from it, as that one remembers. */
export const givenBy = ({ data, steps }: CreditOrder): TakenOver => {
  const { steps: ids = [], was = {} } = data.gave ?? {};
  const day = lastOf(steps, 'ordered')?.on ?? data.orderDate;
  const fields = Object.fromEntries(
    Object.keys(was).map((field) => [field, field === 'orderDate' ? day : data[field as keyof CreditOrderData]]),
  );
  return { steps: ids, fields, was };
};

const joined = ({ data }: CreditOrder, older: string, { steps, was }: TakenOver): CreditOrderData => {
  const before = data.gave ?? { steps: [], was: {} };
  const gave = {
    steps: [...new Set([...before.steps, ...steps])],
    was: { ...(was as Readonly<Record<string, string>>), ...before.was },
  };
  return { ...meeting(data, ''), joinedTo: older, gave };
};

/** The younger order out of the trash again, and someone is asked anew unless it was called another one. */
export const comeBack = (younger: CreditOrder, older: string): Result<Draft<CreditOrderData>> => {
  if (younger.data.joinedTo !== older) return refuse('changed-since');
  const { joinedTo: _, gave: __, ...data } = younger.data;
  return ok({ ...younger, data: meeting(data, isOther(younger, older) ? '' : older), trashedOn: '' });
};

/** Takes back from the older order what it took over; what someone wrote since stays. */
export const giveBack = (
  older: CreditOrder,
  { steps: ids, fields, was }: TakenOver,
  reason: string | undefined,
  doing: Doing,
): Draft<CreditOrderData> => {
  const why = reason === undefined ? {} : { reason };
  const standing = new Set(standingSteps(older.steps).map(({ id }) => id));
  const steps = ids
    .filter((id) => standing.has(id))
    .reduce(
      (before, id) => withStep(before, { kind: WITHDRAWN, on: doing.today, withdraws: id, ...why }, doing),
      older.steps,
    );
  const names = Object.keys(fields) as (keyof CreditOrderData)[];
  const held = names.filter((field) => older.data[field] === fields[field]);
  const back = Object.fromEntries(held.map((field) => [field, was[field]]));
  return { ...older, data: { ...older.data, ...back }, steps };
};

/** Of these an order has one; the others may come more than once. */
const ONCE = ['ordered', 'validated', 'downloaded', 'redeemed', 'rejected', 'lost', 'cancelled'];

const stepsToTake = (older: CreditOrder, younger: CreditOrder): Step[] => {
  const own = standingSteps(older.steps);
  const isKnown = (step: Step): boolean =>
    own.some(
      ({ id, kind, on, data }) =>
        id === step.id ||
        (kind === step.kind &&
          (ONCE.includes(kind) || (on === step.on && JSON.stringify(data) === JSON.stringify(step.data)))),
    );
  // That its codes are redeemed an order hears of the codes, which come along.
  const isTold = ({ kind, data }: Step): boolean => kind === 'redeemed' && data?.by === BY_CODES.by;
  return standingSteps(younger.steps)
    .filter((step) => step.kind !== OTHER_ORDER && !isKnown(step) && !isTold(step))
    .map(({ corrects: _, ...step }) => ({ ...step, id: freshIn(older.steps, step.id) }));
};

/** The id under which a step comes to an order: its own, and another one where it was there and was taken back. */
const freshIn = (steps: readonly Step[], id: string): string => {
  const known = new Set(steps.map((step) => step.id));
  let [fresh, again] = [id, 1];
  while (known.has(fresh)) fresh = `${id}~${(again += 1)}`;
  return fresh;
};

const fieldsToTake = (
  { data, steps }: CreditOrder,
  { data: other }: CreditOrder,
  added: readonly Step[],
): Partial<CreditOrderData> => {
  const lacked = TEXTS.filter((field) => data[field] === '' && other[field] !== '');
  const texts = Object.fromEntries(lacked.map((field) => [field, other[field]]));
  // An amount is of its currency, and a reseller of its channel.
  const money = data.amount === '' && other.amount !== '' ? { amount: other.amount, currency: other.currency } : {};
  const channel =
    data.channel === '' && other.channel !== '' ? { channel: other.channel, reseller: other.reseller } : {};
  // Field and life line never tell two days.
  const ordered = lastOf(steps, 'ordered') === undefined ? lastOf(added, 'ordered') : undefined;
  const orderDate = ordered === undefined || ordered.on === data.orderDate ? {} : { orderDate: ordered.on };
  return { ...texts, ...money, ...channel, ...orderDate };
};
