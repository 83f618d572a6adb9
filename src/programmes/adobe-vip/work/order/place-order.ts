import {
  followFirstOrder,
  type ChangedOrder,
} from '#programmes/adobe-vip/rules/order/follow-first-order.ts';
import {
  coverLines,
  orderOf,
  type OrderInput,
} from '#programmes/adobe-vip/rules/order/order-commands.ts';
import {
  joinOrder,
  orderToJoin,
  type Joining,
} from '#programmes/adobe-vip/rules/order/join-order.ts';
import type { PurchaseAuthorization } from '#programmes/adobe-vip/rules/authorization/purchase-authorization.ts';
import {
  takeAddedBack,
  takeChangeBack,
} from '#programmes/adobe-vip/rules/customer/take-steps-back.ts';
import type { Changed } from '#core/record/changed.ts';
import type { VipCustomerData } from '#programmes/adobe-vip/rules/customer/vip-customer.ts';
import type { ChosenEditions } from '#programmes/adobe-vip/rules/edition/vip-edition.ts';
import type { VipOrder } from '#programmes/adobe-vip/rules/order/vip-order.ts';
import type { Day } from '#core/day/day.ts';
import type { VipFollowing, VipRefused } from '#programmes/adobe-vip/rules/vip-problem.ts';
import { ok } from '#core/result.ts';
import { readUnder } from '#data/records/read-under.ts';
import type { Records } from '#data/records/records.ts';
import { newId } from '#platform/ids.ts';
import { followPlaced, type FollowedPlaced } from './follow-placed.ts';
import { changeKept } from '#data/records/kept-change.ts';
import type { VipUndo } from '../vip-undo.ts';
import { takeBackWhole } from '#data/records/take-back-whole.ts';
import { whyOrderStays } from './why-order-stays.ts';
import { writeOrder } from './write-order.ts';
import { onKind, type KindCommand } from '#data/records/on-kind.ts';

/** By whose editions an order is noted, and its id where it has one already. */
export type Placing = {
  readonly editions: ChosenEditions | undefined;
  readonly order?: string;
};

/**
 * Notes an order that was placed on the licensing site. The authorization is written first: cut off
 * there, it is known as ordered by its number, and nobody places it a second time. Where the order
 * is refused it waits as before. The earliest order that is known of a customer sets the
 * anniversary date, by the customer's editions or else the workspace's (`editions`). `order` is its
 * id where it has one already. Where a list brought the order before, on no authorization, it is
 * that one.
 */
export const placeWithAll = async (
  records: Records,
  { id, parent }: Pick<PurchaseAuthorization, 'id' | 'parent'>,
  input: OrderInput,
  { editions, order = newId() }: Placing,
): Promise<VipFollowing<{ readonly anniversary: Day; readonly undo: VipUndo }>> => {
  const joining = await joiningOf(records, { id, parent }, input);
  if (!joining.ok) return joining;
  const known = joining.value?.order;
  const own = known?.id ?? order;
  const covered = await changeKept(
    records,
    { id, kind: 'purchase-authorization' },
    (authorization, doing) =>
      coverLines(authorization, own, onDayOf(known, authorization, input), doing),
  );
  if (!covered.ok) return covered;
  const before = covered.value.before;
  const placed = await writePlaced(records, before, { input, order, joining: joining.value });
  const uncover = onKind('purchase-authorization', (authorization, doing) =>
    takeAddedBack(authorization, covered.value, doing),
  );
  if (!placed.ok) {
    // The user is told why the order was refused.
    await records.change(id, uncover);
    return placed;
  }
  const first = await followOrder(records, parent, { moved: placed.value.moved, editions });
  const undo: VipUndo = async () => {
    // What was noted of an order that was here before stays noted.
    const stays =
      known === undefined ? await whyOrderStays(records, { id: own, parent }) : undefined;
    const problem =
      stays ??
      (await takeBackWhole(records, [
        { id, command: uncover },
        { id: own, command: onKind('vip-order', placed.value.back) },
      ]));
    if (problem === undefined) await first.back();
    return problem;
  };
  return ok({ anniversary: first.anniversary, undo });
};

type Under = {
  readonly orders: readonly VipOrder[];
  readonly authorizations: readonly PurchaseAuthorization[];
};

const underCustomer = async (records: Records, parent: string): Promise<Under> => {
  const [orders, authorizations] = await Promise.all([
    readUnder(records, { kind: 'vip-order', parent }),
    readUnder(records, { kind: 'purchase-authorization', parent }),
  ]);
  return { orders, authorizations };
};

/** The order of its number that is here without an authorization, as far as it is this one. */
const joiningOf = async (
  records: Records,
  { id, parent }: Pick<PurchaseAuthorization, 'id' | 'parent'>,
  input: OrderInput,
): Promise<VipFollowing<Joining | undefined>> => {
  const under = await underCustomer(records, parent);
  const authorization = under.authorizations.find((authorization) => authorization.id === id);
  return authorization === undefined ? ok(undefined) : orderToJoin(authorization, input, under);
};

/** An order that is here keeps its day, unless the authorization is younger than that. */
const onDayOf = (
  order: VipOrder | undefined,
  { data }: PurchaseAuthorization,
  input: OrderInput,
): OrderInput =>
  order === undefined || order.data.orderDate < data.createdOn
    ? input
    : { ...input, orderDate: order.data.orderDate };

/**
 * The way back of an order that was written, and what became of its day where it was here before.
 */
type Placed = {
  readonly back: KindCommand<'vip-order', VipRefused['code']>;
  readonly moved?: ChangedOrder;
};

/** Writes the order, or lets the one that is here be it. */
const writePlaced = async (
  records: Records,
  authorization: PurchaseAuthorization,
  {
    input,
    order,
    joining,
  }: { readonly input: OrderInput; readonly order: string; readonly joining: Joining | undefined },
): Promise<VipFollowing<Placed>> => {
  if (joining === undefined) {
    return writeOrder(records, orderOf(order, authorization, input, records.doing()));
  }
  const { parent } = authorization;
  const returns = await readUnder(records, {
    kind: 'return-authorization',
    parent,
  });
  const changed = await changeKept(records, { id: joining.order.id, kind: 'vip-order' }, (record) =>
    joinOrder(record, authorization, input, joining.lines, returns),
  );
  if (!changed.ok) return changed;
  const { before, after } = changed.value;
  const moved = { was: { ...joining.order, ...before }, now: { ...joining.order, ...after } };
  return ok({ back: (now, doing) => takeChangeBack(now, changed.value, doing), moved });
};

/**
 * Lets a customer follow an order: one that was here and has another day now, and the earliest that
 * is known.
 */
const followOrder = async (
  records: Records,
  parent: string,
  {
    moved,
    editions,
  }: { readonly moved: ChangedOrder | undefined; readonly editions: ChosenEditions | undefined },
): Promise<FollowedPlaced> => {
  const followed =
    moved === undefined ? undefined : await followMoved(records, parent, moved, editions);
  const first = await followPlaced(records, parent, editions);
  const [was, now] = [followed?.before, followed?.after].map(
    (customer) => customer?.data.anniversary,
  );
  return {
    anniversary: first.anniversary || (was === now ? '' : (now ?? '')),
    back: async () => {
      await first.back();
      // Where someone changed it since, it stays as they left it.
      if (followed !== undefined)
        await records.change(
          parent,
          onKind('vip-customer', (customer, doing) => takeChangeBack(customer, followed, doing)),
        );
    },
  };
};

const followMoved = async (
  records: Records,
  parent: string,
  moved: ChangedOrder,
  editions: ChosenEditions | undefined,
): Promise<Changed<VipCustomerData> | undefined> => {
  if (moved.was.data.orderDate === moved.now?.data.orderDate) return undefined;
  const under = await underCustomer(records, parent);
  const changed = await changeKept(records, { id: parent, kind: 'vip-customer' }, (customer) =>
    followFirstOrder(customer, moved, under, editions),
  );
  return changed.ok ? changed.value : undefined;
};
