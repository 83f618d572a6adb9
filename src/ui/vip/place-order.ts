import { coverLines, orderOf, uncoverLines, type OrderInput } from '#domain/adobe-vip/order-commands.ts';
import { firstOrderPlaced, firstOrderTakenBack, type PlacedOrders } from '#domain/adobe-vip/first-order.ts';
import type { PurchaseAuthorization, PurchaseAuthorizationData } from '#domain/adobe-vip/purchase-authorization.ts';
import type { ChosenEditions } from '#domain/adobe-vip/vip-edition.ts';
import type { VipCustomer, VipCustomerData } from '#domain/adobe-vip/vip-customer.ts';
import type { VipOrder } from '#domain/adobe-vip/vip-order.ts';
import type { Problem } from '#domain/result.ts';
import { toTrash } from '#domain/trash.ts';
import { conditionOf } from '#data/read-record.ts';
import type { Records } from '#data/records.ts';
import { newId } from '#platform/ids.ts';
import type { Texts } from '../text.ts';
import { toasts } from '../toast.svelte.ts';
import { writeOrder } from './write-order.ts';

/**
 * Notes an order that was placed on the licensing site. The authorization is written first: cut off there, it is known as
 * ordered by its number, and nobody places it a second time. The earliest order that is known of a customer sets the anniversary
 * date, by the customer's editions or else the workspace's (`editions`). `order` is its id where it has one already.
 */
export const placeOrder = async (
  records: Records,
  { id, parent }: Pick<PurchaseAuthorization, 'id' | 'parent'>,
  input: OrderInput,
  {
    text,
    editions,
    order = newId(),
  }: { readonly text: Texts; readonly editions: ChosenEditions | undefined; readonly order?: string },
): Promise<Problem | undefined> => {
  let before: PurchaseAuthorization | undefined;
  const covered = await records.change<PurchaseAuthorizationData>(id, (one, doing) => {
    before = one;
    return coverLines(one, order, input, doing);
  });
  if (!covered.ok || before === undefined) return covered.ok ? { code: 'record-is-gone' } : covered.problem;
  const written = await writeOrder(records, orderOf(order, before, input, records.doing()));
  if (!written.ok) return written.problem;
  const customer = (await records.get(parent)) as VipCustomer | undefined;
  const placed = await placedUnder(records, parent);
  const set = await records.change<VipCustomerData>(parent, (one) => firstOrderPlaced(one, placed, editions));
  const { vip, format } = text;
  const number = input.orderNumber.trim();
  const said =
    set.ok && set.value.data.anniversary !== customer?.data.anniversary
      ? vip.order.savedFirst(number, format.dayShort(set.value.data.anniversary, records.doing().today))
      : vip.order.saved(number);
  toasts.say(said, async () => {
    await records.change<PurchaseAuthorizationData>(id, (one, doing) => uncoverLines(one, order, doing));
    await records.change(order, toTrash);
    if (set.ok && customer !== undefined)
      await records.change<VipCustomerData>(parent, (one) => firstOrderTakenBack(one, set.value, customer));
  });
  return undefined;
};

/** The orders and authorizations of a customer that can be read. */
const placedUnder = async (records: Records, parent: string): Promise<PlacedOrders> => {
  const kinds = ['vip-order', 'purchase-authorization'].map((kind) => records.find({ kind, parent }));
  const [orders = [], authorizations = []] = (await Promise.all(kinds)).map((found) =>
    found.filter((record) => conditionOf(record) === 'fine'),
  );
  return {
    orders: (orders as VipOrder[]).map(({ data }) => data),
    authorizedOn: (authorizations as PurchaseAuthorization[]).map(({ data }) => data.createdOn),
  };
};
