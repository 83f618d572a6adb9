import {
  correctAuthorization,
  type AuthorizationCorrection,
} from '#programmes/adobe-vip/rules/authorization/correct-authorization.ts';
import {
  authorizationsOf,
  cannotGoBack,
  correctCovered,
  correctOrder,
  whyNotRemoved,
  type OrderCorrection,
} from '#programmes/adobe-vip/rules/order/correct-order.ts';
import {
  followAuthorization,
  followFirstOrder,
} from '#programmes/adobe-vip/rules/order/follow-first-order.ts';
import { followRenewal } from '#programmes/adobe-vip/rules/renewal/follow-renewal.ts';
import { coverAgain } from '#programmes/adobe-vip/rules/order/cover-again.ts';
import { uncoverLines } from '#programmes/adobe-vip/rules/order/order-commands.ts';
import type { CustomerBook } from '#programmes/adobe-vip/rules/plan/plans.ts';
import type { PurchaseAuthorization } from '#programmes/adobe-vip/rules/authorization/purchase-authorization.ts';
import { takeChangeBack } from '#programmes/adobe-vip/rules/customer/take-steps-back.ts';
import type { Changed } from '#core/record/changed.ts';
import type { Data } from '#core/record/record.ts';
import type { VipOrder, VipOrderData } from '#programmes/adobe-vip/rules/order/vip-order.ts';
import type { Day } from '#core/day/day.ts';
import { toTrash } from '#core/record/trash.ts';
import { fromTrashAsLeft } from '#core/record/trash-undone.ts';
import type { RenewalProblem } from '#programmes/adobe-vip/rules/renewal/renewal-order-rules.ts';
import type {
  VipFollowing,
  VipProblem,
  VipRefused,
} from '#programmes/adobe-vip/rules/vip-problem.ts';
import { ok, refuse, type CommonProblem, type Problem } from '#core/result.ts';
import { placedUnder } from '../order/placed-under.ts';
import { readUnder } from '#data/records/read-under.ts';
import type { Here } from '../here.ts';
import { changeKept, changeManyKept, type ChangedRecord } from '#data/records/kept-change.ts';
import { takeBackEach } from '#data/records/change-fields.ts';
import type { VipUndo } from '../vip-undo.ts';
import { takeBackWhole, type PartBack } from '#data/records/take-back-whole.ts';
import { takingBack, takingManyBack } from '#data/records/taking-back.ts';
import { onKind, type KindCommand } from '#data/records/on-kind.ts';
import { isFine } from '#data/records/read-record.ts';

type VipPartBack = PartBack<VipRefused['code']>;

type Corrected<T> = VipFollowing<T, RenewalProblem>;

type Refused = Problem<(VipProblem | CommonProblem | RenewalProblem)['code'] | 'nothing-to-follow'>;

// What an order says of itself elsewhere may have gone, or never have been there.
const isNothing = ({ code }: Refused): boolean =>
  ['nothing-to-follow', 'changed-since', 'record-is-gone'].includes(code);

const backOf = ({ records }: Here, id: string, { before, after }: ChangedRecord<Data>): VipUndo =>
  takingBack(records, { id, kind: before.kind }, (now, doing) =>
    takeChangeBack(now, { before, after }, doing, { entries: ['lines'] }),
  );

const inTurn = (ways: readonly (VipUndo | undefined)[]): VipUndo => {
  const there = ways.filter((way) => way !== undefined);
  return () => takeBackEach(there);
};

/**
 * Changes the authorizations that an order covers, all of them or, where one refuses, none; answers
 * the way back, or the refusal. One order may have come for several.
 */
const changeCovered = async (
  here: Here,
  order: VipOrder,
  command: KindCommand<'purchase-authorization', Refused['code']>,
  book: CustomerBook,
): Promise<VipUndo | Refused | undefined> => {
  const ways: VipUndo[] = [];
  for (const { id } of authorizationsOf(order, book.authorizations)) {
    const changed = await changeKept(here.records, { id, kind: 'purchase-authorization' }, command);
    if (changed.ok) ways.push(backOf(here, id, changed.value));
    else if (!isNothing(changed.problem)) {
      await inTurn(ways)();
      return changed.problem;
    }
  }
  return ways.length === 0 ? undefined : inTurn(ways);
};

/**
 * The customer follows what became of its first order; answers the way back where something
 * changed.
 */
const changeFirst = async (
  here: Here,
  orders: { readonly was: VipOrder; readonly now: VipOrder | undefined },
  book: CustomerBook,
): Promise<VipUndo | undefined> => {
  const { parent } = orders.was;
  const changed = await changeKept(here.records, { id: parent, kind: 'vip-customer' }, (customer) =>
    followFirstOrder(customer, orders, book, here.workspace?.data.editions),
  );
  return changed.ok ? backOf(here, parent, changed.value) : undefined;
};

/** The renewal follows what became of its order; answers the way back where something changed. */
const changeRenewal = async (
  here: Here,
  orders: { readonly was: VipOrder; readonly now: VipOrder | undefined },
  book: CustomerBook,
): Promise<VipUndo | undefined> => {
  const { parent } = orders.was;
  const changed = await changeKept(
    here.records,
    { id: parent, kind: 'vip-customer' },
    (customer, doing) => followRenewal(customer, orders, book, doing),
  );
  return changed.ok ? backOf(here, parent, changed.value) : undefined;
};

/**
 * Puts a noted order right, with what its authorization and its customer say of it. The
 * authorization is written first, as when an order is noted; undone, all of it is as it was, as far
 * as nobody changed it since.
 */
export const correctWithAll = async (
  here: Here,
  order: VipOrder,
  correction: OrderCorrection,
  book: CustomerBook,
): Promise<Corrected<VipUndo>> => {
  const planned = correctOrder(order, correction, book, here.records.doing());
  if (!planned.ok) return planned;
  const right = { ...order, data: planned.value.data };
  const covered = await changeCovered(
    here,
    order,
    (authorization, doing) => correctCovered(authorization, right, doing),
    book,
  );
  if (typeof covered === 'object') return { ok: false, problem: covered };
  const changed = await changeKept(
    here.records,
    { id: order.id, kind: 'vip-order' },
    (record, doing) => correctOrder(record, correction, book, doing),
  );
  if (!changed.ok) {
    await covered?.();
    return changed;
  }
  const first = await changeFirst(here, { was: order, now: right }, book);
  const ended = await changeRenewal(here, { was: order, now: right }, book);
  const orders = { was: order, now: { ...order, ...changed.value.after } };
  return ok(correctionBack(here, orders, changed.value, book, [covered, first, ended]));
};

const bookNow = async (
  { records }: Here,
  { customer }: CustomerBook,
  parent: string,
): Promise<CustomerBook> => {
  const [authorizations, orders, returns] = await Promise.all([
    readUnder(records, { kind: 'purchase-authorization', parent }),
    readUnder(records, { kind: 'vip-order', parent }),
    readUnder(records, { kind: 'return-authorization', parent }),
  ]);
  return { customer, authorizations, orders, returns };
};

/**
 * The undo of a correction. The day stays if something has been recorded since that would come
 * before it; what depends on the day then follows the current order, and does not go back without
 * it.
 */
const correctionBack = (
  here: Here,
  { was, now: right }: Readonly<Record<'was' | 'now', VipOrder>>,
  changed: Changed<VipOrderData>,
  book: CustomerBook,
  along: readonly (VipUndo | undefined)[],
): VipUndo => {
  return async () => {
    const known = await bookNow(here, book, was.parent);
    const cannot = (order: VipOrder) => (back: VipOrderData) =>
      cannotGoBack(order, back, { was: book, now: known });
    const left = await takingBack(here.records, { id: was.id, kind: 'vip-order' }, (order, doing) =>
      takeChangeBack(order, changed, doing, { entries: ['lines'], cannot: cannot(order) }),
    )();
    const now = await bookNow(here, book, was.parent);
    const current = now.orders.find(({ id }) => id === was.id);
    if (current === undefined || current.data.orderDate === was.data.orderDate)
      return inTurn([() => Promise.resolve(left), ...along])();
    await changeCovered(
      here,
      current,
      (authorization, doing) => correctCovered(authorization, current, doing),
      now,
    );
    await changeFirst(here, { was: right, now: current }, now);
    await changeRenewal(here, { was: right, now: current }, now);
    return left;
  };
};

/**
 * Takes a noted order away, so that its authorization waits again; undone, it is there as before.
 */
export const removeWithAll = async (
  here: Here,
  order: VipOrder,
  book: CustomerBook,
): Promise<Corrected<{ readonly waits: boolean; readonly undo: VipUndo }>> => {
  const problem = whyNotRemoved(order, book);
  if (problem !== undefined) return { ok: false, problem };
  const { id } = order;
  const covered = await uncoverAll(here, order, book);
  if (!covered.ok) return covered;
  const gone = await here.records.change(id, toTrash);
  if (!gone.ok) {
    await takeBackWhole(here.records, covered.value);
    return gone;
  }
  const first = await changeFirst(here, { was: order, now: undefined }, book);
  const ended = await changeRenewal(here, { was: order, now: undefined }, book);
  const back: VipPartBack = { id, command: (now) => fromTrashAsLeft(now, gone.value) };
  // What it covered may be ordered again by then: restored beside that, both would count.
  const undo: VipUndo = async () =>
    (await takeBackWhole(here.records, [...covered.value, back])) ?? inTurn([first, ended])();
  return ok({ waits: covered.value.length > 0, undo });
};

/** The lines that an order covers wait again; answers the way back of each authorization. */
const uncoverAll = async (
  { records }: Here,
  order: VipOrder,
  book: CustomerBook,
): Promise<Corrected<readonly VipPartBack[]>> => {
  const parts: VipPartBack[] = [];
  for (const { id } of authorizationsOf(order, book.authorizations)) {
    const changed = await changeKept(
      records,
      { id, kind: 'purchase-authorization' },
      (authorization, doing) => uncoverLines(authorization, order.id, doing),
    );
    if (changed.ok) {
      const { value } = changed;
      const command = onKind('purchase-authorization', (now, doing) =>
        coverAgain(now, value, doing),
      );
      parts.push({ id, command });
    } else if (!isNothing(changed.problem)) {
      await takeBackWhole(records, parts);
      return changed;
    }
  }
  return ok(parts);
};

/**
 * The customer follows the day of its authorization; answers the way back where something changed.
 */
const changeFrom = async (
  here: Here,
  { data, parent }: PurchaseAuthorization,
  now: Day,
): Promise<VipUndo | undefined> => {
  const was = data.createdOn;
  if (was === now) return undefined;
  // Its own record has the new day by now.
  const { orders, authorizedOn } = await placedUnder(here.records, parent);
  const at = authorizedOn.indexOf(now);
  const before = { orders, authorizedOn: at < 0 ? authorizedOn : authorizedOn.with(at, was) };
  const changed = await changeKept(here.records, { id: parent, kind: 'vip-customer' }, (customer) =>
    followAuthorization(customer, { was, now }, before, here.workspace?.data.editions),
  );
  return changed.ok ? backOf(here, parent, changed.value) : undefined;
};

/**
 * Puts an authorization right, on its orders the customer's number that they have of it, and the
 * anniversary where it was counted from its day; undone, all of it is as it was, as far as nobody
 * changed it since.
 */
export const correctAuthorizationWithAll = async (
  here: Here,
  authorization: PurchaseAuthorization,
  correction: AuthorizationCorrection,
): Promise<VipFollowing<VipUndo>> => {
  const { records } = here;
  const { id, parent } = authorization;
  const changed = await changeKept(
    records,
    { id, kind: 'purchase-authorization' },
    (record, doing) => correctAuthorization(record, correction, doing),
  );
  if (!changed.ok) return changed;
  const { before, after } = changed.value;
  const [was, now] = [before.data.purchaseOrderNumber, after.data.purchaseOrderNumber];
  const found =
    was === now ? [] : (await records.find({ kind: 'vip-order', parent })).filter(isFine);
  const its = found.filter(
    (order) =>
      order.data.purchaseOrderNumber === was &&
      authorizationsOf(order, [{ ...after, id }]).length > 0,
  );
  const orders = await changeManyKept(
    records,
    its.map((order) => order.id),
    onKind('vip-order', (order) =>
      order.data.purchaseOrderNumber === was
        ? ok({ ...order, data: { ...order.data, purchaseOrderNumber: now } })
        : refuse('nothing-to-follow'),
    ),
  );
  const { kept } = orders;
  const followed = await changeFrom(here, before, after.data.createdOn);
  const orderBack = takingManyBack(records, [...kept.keys()], (record, doing) =>
    takeChangeBack(record, kept.get(record.id)!, doing),
  );
  return ok(inTurn([backOf(here, id, changed.value), followed, orderBack]));
};
