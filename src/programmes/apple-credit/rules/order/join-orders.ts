import { after } from '#core/day/moment.ts';
import { BY_CODES, saidDay } from '#core/import/import-steps.ts';
import type { Day } from '#core/day/day.ts';
import type { Doing } from '#core/record/kind.ts';
import type { Draft } from '#core/record/record.ts';
import { ok, refuse, type Problem } from '#core/result.ts';
import {
  lastOf,
  currentSteps,
  WITHDRAWN,
  withStep,
  withSteps,
  type Step,
} from '#core/record/step.ts';
import type { CreditOrder, CreditOrderData } from './credit-order.ts';
import { dayClash, daysClash, orderedOn } from './order-days.ts';
import { isOther, meeting, OTHER_ORDER } from './same-order.ts';
import type { CreditResult } from '../credit-problem.ts';

/**
 * What an order took over from another that is the same: the steps by their ids, and fields that it
 * did not have.
 */
export type TakenOver = {
  readonly steps: readonly string[];
  readonly fields: Partial<CreditOrderData>;
  readonly was: Partial<CreditOrderData>;
};

/** Used when nothing was taken over. */
export const NOTHING_TAKEN: TakenOver = { steps: [], fields: {}, was: {} };

/** Fields that an order takes over where it has none. */
const TEXTS = [
  'institution',
  'purchaserName',
  'purchaserAppleId',
  'buyerAppleId',
  'creditNumber',
  'purchaseOrderNumber',
  'orderDate',
  'inboxLink',
  'owner',
] as const;

/**
 * What the older of two identical orders takes over from the younger: its own values are kept,
 * except its day if something happened before it. `firstUse` is the first day on which a code of
 * either was used.
 */
export const takenOver = (
  older: CreditOrder,
  younger: CreditOrder,
  firstUse: Day = '',
): TakenOver & { readonly added: readonly Step[] } => {
  const came = stepsToTake(older, younger);
  const lacked = fieldsToTake(older, younger, came);
  const day = earlierDay(younger, daysWith(older, came, lacked, firstUse));
  const added = day === undefined ? came : [...came, ...dayStep(older, younger, came, day)];
  const fields: Partial<CreditOrderData> =
    day === undefined ? lacked : { ...lacked, orderDate: day };
  const names = Object.keys(fields) as (keyof CreditOrderData)[];
  const was = Object.fromEntries(names.map((field) => [field, older.data[field]]));
  return { added, steps: added.map(({ id }) => id), fields, was };
};

/** The older order with what it takes over. Written on two devices at once, it is the same. */
export const takeOver = (
  older: CreditOrder,
  younger: CreditOrder,
  firstUse: Day = '',
): Draft<CreditOrderData> => {
  const { added, fields } = takenOver(older, younger, firstUse);
  return { ...older, data: { ...older.data, ...fields }, steps: [...older.steps, ...added] };
};

/**
 * The day that the older of two orders gets when they are made one, '' where it keeps its own; and
 * whether days clash all the same.
 */
export const dayOfJoin = (
  older: CreditOrder,
  younger: CreditOrder,
  firstUse: Day,
): { readonly takes: Day; readonly clashes: boolean } => {
  const { added, fields } = takenOver(older, younger, firstUse);
  const [own, then] = [daysWith(older, [], {}, ''), daysWith(older, added, fields, firstUse)];
  const isMoved = orderedOn(own) !== '' && orderedOn(own) !== orderedOn(then);
  return { takes: isMoved ? orderedOn(then) : '', clashes: daysClash(then) };
};

/** The younger order, into the trash with the order that it is. */
export const leaveFor = (
  younger: CreditOrder,
  older: string,
  doing: Doing,
  taken: TakenOver = NOTHING_TAKEN,
): CreditResult<Draft<CreditOrderData>, Problem<'question-is-gone'>> => {
  if (younger.data.meets !== older) return refuse('question-is-gone');
  return ok({ ...younger, data: joined(younger, older, taken), trashedOn: doing.today });
};

/**
 * The younger order where it is, with the order that it is, and with what that one took over now
 * or before.
 */
export const joinAs = (
  younger: CreditOrder,
  older: string,
  _doing: Doing,
  taken: TakenOver,
): CreditResult<Draft<CreditOrderData>> => ok({ ...younger, data: joined(younger, older, taken) });

/** What the order that a younger one was joined to took over from it, as that one remembers. */
export const givenBy = ({ data, steps }: CreditOrder): TakenOver => {
  const { steps: ids = [], was = {} } = data.gave ?? {};
  const day = lastOf(steps, 'ordered')?.on ?? data.orderDate;
  const fields = Object.fromEntries(
    Object.keys(was).map((field) => [
      field,
      field === 'orderDate' ? day : data[field as keyof CreditOrderData],
    ]),
  );
  return { steps: ids, fields, was };
};

const joined = (
  { data }: CreditOrder,
  older: string,
  { steps, was }: TakenOver,
): CreditOrderData => {
  const before = data.gave ?? { steps: [], was: {} };
  const gave = {
    steps: [...new Set([...before.steps, ...steps])],
    was: { ...(was as Readonly<Record<string, string>>), ...before.was },
  };
  return { ...meeting(data, ''), joinedTo: older, gave };
};

/**
 * Takes the younger order out of the trash, and opens the question again unless someone said that
 * it is another order.
 */
export const comeBack = (
  younger: CreditOrder,
  older: string,
): CreditResult<Draft<CreditOrderData>> => {
  if (younger.data.joinedTo !== older) return refuse('changed-since');
  const { joinedTo: _, gave: __, ...data } = younger.data;
  return ok({
    ...younger,
    data: meeting(data, isOther(younger, older) ? '' : older),
    trashedOn: '',
  });
};

/** What is left under an older order once a younger one has its codes again. */
export type CodesLeft = {
  /** The first day when one of them was used. */
  readonly firstUse?: Day;
  /** Codes were moved away, and none is left. */
  readonly isEmptied?: boolean;
};

/**
 * Removes from the older order what it took over, and what its codes wrote on it if none is left;
 * what someone has written since stays, and so does the joined day if the order's own day would be
 * later than that, or than the first use of its own codes.
 */
export const giveBack = (
  older: CreditOrder,
  { steps: ids, fields, was }: TakenOver,
  reason: string | undefined,
  doing: Doing,
  { firstUse = '', isEmptied = false }: CodesLeft = {},
): Draft<CreditOrderData> => {
  const why = reason === undefined ? {} : { reason };
  const steps = currentSteps(older.steps)
    .filter((step) => ids.includes(step.id) || (isEmptied && isByCodes(step)))
    .reduce(
      (before, { id }) =>
        withStep(before, { kind: WITHDRAWN, on: doing.today, withdraws: id, ...why }, doing),
      older.steps,
    );
  const day = ownDay(older.steps, ids);
  const clashes = (on: Day): boolean =>
    dayClash({ steps, orderDate: older.data.orderDate, firstUse }, { kind: 'ordered', on }) !==
    undefined;
  const isDayBack =
    day === undefined ? !clashes(was.orderDate ?? '') : day !== 'stays' && !clashes(day.on);
  const names = Object.keys(fields) as (keyof CreditOrderData)[];
  const held = names.filter(
    (field) => older.data[field] === fields[field] && (field !== 'orderDate' || isDayBack),
  );
  const back = Object.fromEntries(held.map((field) => [field, was[field]]));
  const data = { ...older.data, ...back };
  if (day === undefined || day === 'stays' || !isDayBack) return { ...older, data, steps };
  const { id: corrects, kind, on, note, data: ownData } = day;
  const again = {
    kind,
    on,
    corrects,
    ...why,
    ...(note === undefined ? {} : { note }),
    ...(ownData === undefined ? {} : { data: ownData }),
  };
  return { ...older, data, steps: withStep(steps, again, doing) };
};

/**
 * The step that gave an order's day before a join corrected it; `stays` if someone has corrected it
 * since, undefined if no join did.
 */
const ownDay = (steps: readonly Step[], ids: readonly string[]): Step | 'stays' | undefined => {
  const moved = steps.findLast(({ id, corrects }) => corrects !== undefined && ids.includes(id));
  const corrected = currentSteps(steps).find(({ id }) => id === moved?.corrects);
  if (moved === undefined || corrected === undefined) return undefined;
  if (corrected.at !== moved.at) return 'stays';
  return currentSteps(steps.filter((step) => step !== moved)).find(({ id }) => id === corrected.id);
};

/** Of these an order has one; the others may come more than once. */
const ONCE = ['ordered', 'validated', 'downloaded', 'redeemed', 'rejected', 'lost', 'cancelled'];

/** That its codes are redeemed an order hears of the codes, which come along. */
const isByCodes = ({ kind, data }: Step): boolean =>
  kind === 'redeemed' && data?.by === BY_CODES.by;

const stepsToTake = (older: CreditOrder, younger: CreditOrder): Step[] => {
  const own = currentSteps(older.steps);
  const isKnown = (step: Step): boolean =>
    own.some(
      ({ id, kind, on, data }) =>
        id === step.id ||
        (kind === step.kind &&
          (ONCE.includes(kind) ||
            (on === step.on && JSON.stringify(data) === JSON.stringify(step.data)))),
    );
  /** The step here that happened on a day that nobody has said, where the other order says it. */
  const unsaidHere = (step: Step): Step | undefined =>
    own.find(
      (known) =>
        ONCE.includes(known.kind) &&
        known.kind === step.kind &&
        saidDay(known) === '' &&
        saidDay(step) !== '',
    );
  return currentSteps(younger.steps)
    .filter(
      (step) =>
        step.kind !== OTHER_ORDER &&
        !isByCodes(step) &&
        (!isKnown(step) || unsaidHere(step) !== undefined),
    )
    .map((step) => {
      const { corrects: _, ...taken } = step;
      const unsaid = unsaidHere(step);
      const id = freshIn(older.steps, step.id);
      if (unsaid === undefined) return { ...taken, id };
      // A correction holds only if it is the later of the two, whenever each was written.
      return { ...taken, id, corrects: unsaid.id, at: Math.max(taken.at, after(unsaid.at)) };
    });
};

/**
 * The id under which a step is added to an order: its own, or another one if that step was there
 * and was taken back.
 */
const freshIn = (steps: readonly Step[], id: string): string => {
  const known = new Set(steps.map((step) => step.id));
  let [fresh, again] = [id, 1];
  while (known.has(fresh)) fresh = `${id}~${(again += 1)}`;
  return fresh;
};

/** The days of an order together with the steps and fields being added. */
const daysWith = (
  { data, steps }: CreditOrder,
  added: readonly Step[],
  { orderDate = data.orderDate }: Partial<CreditOrderData>,
  firstUse: Day,
) => ({ steps: [...steps, ...added], orderDate, firstUse });

/**
 * The day of the younger order, if it is earlier and the older order's day is later than something
 * that happened.
 */
const earlierDay = (
  { data, steps }: CreditOrder,
  joined: ReturnType<typeof daysWith>,
): Day | undefined => {
  const day = orderedOn({ steps, orderDate: data.orderDate });
  return daysClash(joined) && day !== '' && day < orderedOn(joined) ? day : undefined;
};

/**
 * The step that corrects the older order's day to the younger's; none if the older one has its day
 * only in the field.
 */
const dayStep = (
  older: CreditOrder,
  younger: CreditOrder,
  came: readonly Step[],
  on: Day,
): Step[] => {
  const own = lastOf(older.steps, 'ordered');
  if (own === undefined) return [];
  const { reason: _, ...rest } = own;
  const { id, at, by } = lastOf(younger.steps, 'ordered') ?? {
    id: younger.id,
    at: own.at,
    by: younger.updatedBy,
  };
  const steps = [...older.steps, ...came];
  return withSteps(steps, [
    { ...rest, id: freshIn(steps, id), on, at, by, corrects: own.id },
  ]).slice(-1);
};

const fieldsToTake = (
  { data, steps }: CreditOrder,
  { data: other }: CreditOrder,
  added: readonly Step[],
): Partial<CreditOrderData> => {
  const lacked = TEXTS.filter((field) => data[field] === '' && other[field] !== '');
  const texts = Object.fromEntries(lacked.map((field) => [field, other[field]]));
  // An amount is of its currency, and a reseller of its channel.
  const money =
    data.amount === '' && other.amount !== ''
      ? { amount: other.amount, currency: other.currency }
      : {};
  const channel =
    data.channel === '' && other.channel !== ''
      ? { channel: other.channel, reseller: other.reseller }
      : {};
  // Field and life line never tell two days.
  const ordered = lastOf(steps, 'ordered') === undefined ? lastOf(added, 'ordered') : undefined;
  const orderDate =
    ordered === undefined || ordered.on === data.orderDate ? {} : { orderDate: ordered.on };
  return { ...texts, ...money, ...channel, ...orderDate };
};
