import type { VolymRecord } from '#core/record/record.ts';
import { followOrders } from '#programmes/adobe-vip/rules/order/follow-first-order.ts';
import {
  firstOrderKnown,
  type FirstOrder,
  type PlacedOrders,
} from '#programmes/adobe-vip/rules/order/first-order.ts';
import type { VipCustomerData } from '#programmes/adobe-vip/rules/customer/vip-customer.ts';
import { livesUnder, recordOnDesk } from '../match/desk-records.ts';
import { tellOfCustomer } from './tell-row.ts';
import { setField, touch, type OnDesk, type VipDesk } from '../match/desk.ts';

type CustomerOnDesk = OnDesk<'vip-customer'>;

/**
 * Says of a customer what the earliest of its orders does, and what follows where a list puts the
 * day of one right; `rows` are those of its orders.
 */
export const sayFirstOrder = (
  desk: VipDesk,
  customer: CustomerOnDesk,
  rows: readonly number[],
): void => {
  const { data } = customer;
  const first = firstKnown(desk, customer) ?? firstMoved(desk, customer);
  if (first === undefined) return;
  const at = rows.find((row) => desk.rows[row]?.day === first.firstOrderOn) ?? rows[0]!;
  touch(desk, customer, desk.rows[at]?.row ?? 0);
  for (const field of ['firstOrderOn', 'anniversary', 'anniversaryDay'] as const)
    if (first[field] !== undefined && first[field] !== data[field])
      setField(customer, field, first[field]);
  tellOfCustomer(desk.rows, at, changeAndNote(data, first));
};

/** What the earliest order of a customer says of it and is not written down yet. */
export const firstKnown = (
  desk: VipDesk,
  { id, data, before }: CustomerOnDesk,
): FirstOrder | undefined =>
  firstOrderKnown({ data, steps: before?.steps ?? [] }, placedNow(desk, id), desk.known.editions);

/** What changes of a customer where orders that were here have other days now. */
const firstMoved = (desk: VipDesk, customer: CustomerOnDesk): FirstOrder | undefined => {
  const orders = livesUnder(desk, 'vip-order', customer.id);
  if (!orders.some(({ changed }) => changed.has('orderDate') || changed.has('orderType')))
    return undefined;
  const now = placedNow(desk, customer.id);
  const was = orders.flatMap(({ before }) => (isThere(before) ? [before.data] : []));
  const followed = followOrders(
    recordOnDesk(customer),
    { before: { ...now, orders: was }, after: now },
    desk.known.editions,
  );
  if (!followed.ok) return undefined;
  const { firstOrderOn, anniversary, anniversaryDay } = followed.value.data;
  // What the list itself says of the anniversary stays.
  return anniversary === customer.data.anniversary || customer.changed.has('anniversary')
    ? { firstOrderOn }
    : { firstOrderOn, anniversary, ...(anniversaryDay !== undefined && { anniversaryDay }) };
};

const isThere = <Order extends Pick<VolymRecord, 'trashedOn'>>(
  before: Order | undefined,
): before is Order => before?.trashedOn === '';

const placedNow = (desk: VipDesk, customer: string): PlacedOrders => ({
  orders: livesUnder(desk, 'vip-order', customer).map((order) => order.data),
  authorizedOn: livesUnder(desk, 'purchase-authorization', customer).map(
    (authorization) => authorization.data.createdOn,
  ),
});

const changeAndNote = (data: VipCustomerData, { firstOrderOn = '', anniversary }: FirstOrder) =>
  anniversary === undefined
    ? {
        change: { field: 'firstOrderOn', from: data.firstOrderOn, to: firstOrderOn },
        note: { code: 'first-order' as const, params: { day: firstOrderOn } },
      }
    : {
        change: { field: 'anniversary', from: data.anniversary, to: anniversary },
        note: { code: 'anniversary-counted' as const, params: { day: anniversary } },
      };
