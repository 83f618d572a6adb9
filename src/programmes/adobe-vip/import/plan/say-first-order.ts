import { firstOrderKnown, type FirstOrder } from '#programmes/adobe-vip/rules/order/first-order.ts';
import type { VipCustomerData } from '#programmes/adobe-vip/rules/customer/vip-customer.ts';
import { livesUnder } from '../match/desk-records.ts';
import { tellOfCustomer } from './tell-row.ts';
import { setField, touch, type OnDesk, type VipDesk } from '../match/desk.ts';

type CustomerOnDesk = OnDesk<'vip-customer'>;

/** Says of a customer what the earliest of its orders does; `rows` are those of its orders. */
export const sayFirstOrder = (
  desk: VipDesk,
  customer: CustomerOnDesk,
  rows: readonly number[],
): void => {
  const { id, data, before } = customer;
  const authorizations = livesUnder(desk, 'purchase-authorization', id);
  const placed = {
    orders: livesUnder(desk, 'vip-order', id).map((order) => order.data),
    authorizedOn: authorizations.map((authorization) => authorization.data.createdOn),
  };
  const first = firstOrderKnown({ data, steps: before?.steps ?? [] }, placed, desk.known.editions);
  if (first === undefined) return;
  const at = rows.find((row) => desk.rows[row]?.day === first.firstOrderOn) ?? rows[0]!;
  touch(desk, customer, desk.rows[at]?.row ?? 0);
  for (const field of ['firstOrderOn', 'anniversary', 'anniversaryDay'] as const)
    if (first[field] !== undefined && first[field] !== data[field])
      setField(customer, field, first[field]);
  tellOfCustomer(desk.rows, at, changeAndNote(data, first));
};

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
