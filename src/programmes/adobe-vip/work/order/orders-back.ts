import {
  authorizationsNamedBy,
  coverAgain,
} from '#programmes/adobe-vip/rules/authorization/cover-again.ts';
import {
  firstOrderPlaced,
  type PlacedOrders,
} from '#programmes/adobe-vip/rules/order/first-order.ts';
import { followFirstOrder } from '#programmes/adobe-vip/rules/order/follow-first-order.ts';
import {
  followRenewal,
  type OrderComingOrGoing,
} from '#programmes/adobe-vip/rules/renewal/follow-renewal.ts';
import { uncoverLines } from '#programmes/adobe-vip/rules/order/order-commands.ts';
import type { CustomerBook } from '#programmes/adobe-vip/rules/plan/plans.ts';
import type { ChosenEditions } from '#programmes/adobe-vip/rules/edition/vip-edition.ts';
import type { VipOrder } from '#programmes/adobe-vip/rules/order/vip-order.ts';
import type { VolymRecord } from '#core/record/record.ts';
import { workspaceIn } from '#data/workspace/workspace-in.ts';
import { readMany, readOne, readUnder } from '#data/records/read-under.ts';
import type { Records } from '#data/records/records.ts';
import { onKind } from '#data/records/on-kind.ts';

// What an order set on its authorizations and its customer may have been set by someone since, or
// never: then there is nothing to restore, and a refused command is fine.

/**
 * Lets authorizations and customers follow orders that came out of the trash, as when the orders
 * were noted.
 */
export const ordersCameBack = async (
  records: Records,
  restored: readonly Pick<VolymRecord, 'id'>[],
): Promise<void> => {
  const chosen = await chosenIn(records);
  for (const order of await ordersOf(records, restored)) {
    const { parent } = order;
    for (const id of authorizationsNamedBy(order))
      await records.change(
        id,
        onKind('purchase-authorization', (authorization, doing) =>
          coverAgain(authorization, order, doing),
        ),
      );
    const book = await bookOf(records, parent);
    if (book === undefined) continue;
    const placed = placedIn(book);
    await records.change(
      parent,
      onKind('vip-customer', (customer) => firstOrderPlaced(customer, placed, chosen)),
    );
    await renewalFollows(records, parent, book, { was: undefined, now: order });
  }
};

/** The same, of orders that went back into the trash when that was undone. */
export const ordersWentAgain = async (
  records: Records,
  laid: readonly Pick<VolymRecord, 'id'>[],
): Promise<void> => {
  const chosen = await chosenIn(records);
  for (const order of await ordersOf(records, laid)) {
    const { parent } = order;
    for (const id of authorizationsNamedBy(order))
      await records.change(
        id,
        onKind('purchase-authorization', (authorization, doing) =>
          uncoverLines(authorization, order.id, doing),
        ),
      );
    const book = await bookOf(records, parent);
    if (book === undefined) continue;
    await records.change(
      parent,
      onKind('vip-customer', (customer) =>
        followFirstOrder(customer, { was: order, now: undefined }, book, chosen),
      ),
    );
    await renewalFollows(records, parent, book, { was: order, now: undefined });
  }
};

const renewalFollows = (
  records: Records,
  customer: string,
  book: CustomerBook,
  orders: OrderComingOrGoing,
): Promise<unknown> =>
  records.change(
    customer,
    onKind('vip-customer', (record, doing) => followRenewal(record, orders, book, doing)),
  );

const placedIn = ({ orders, authorizations }: CustomerBook): PlacedOrders => ({
  orders: orders.map(({ data }) => data),
  authorizedOn: authorizations.map(({ data }) => data.createdOn),
});

/** The VIP orders among some records, as far as this app understands them. */
const ordersOf = async (
  records: Pick<Records, 'many'>,
  orders: readonly Pick<VolymRecord, 'id'>[],
): Promise<VipOrder[]> => {
  const ids = orders.map(({ id }) => id);
  return [...(await readMany(records, ids, 'vip-order')).values()];
};

const bookOf = async (
  records: Pick<Records, 'find' | 'get'>,
  parent: string,
): Promise<CustomerBook | undefined> => {
  const customer = await readOne(records, parent, 'vip-customer');
  if (customer === undefined) return undefined;
  const [authorizations, orders, returns] = await Promise.all([
    readUnder(records, { kind: 'purchase-authorization', parent }),
    readUnder(records, { kind: 'vip-order', parent }),
    readUnder(records, { kind: 'return-authorization', parent }),
  ]);
  return { customer, authorizations, orders, returns };
};

const chosenIn = async (records: Pick<Records, 'get'>): Promise<ChosenEditions | undefined> =>
  (await workspaceIn(records))?.data.editions;
