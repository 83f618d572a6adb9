import type { PlacedOrders } from '#programmes/adobe-vip/rules/order/first-order.ts';
import type { ChosenEditions } from '#programmes/adobe-vip/rules/edition/vip-edition.ts';
import type { VolymRecord } from '#core/record/record.ts';
import type { BesideField } from '#programmes/ground.ts';
import { customersHere } from '../customers/customers-here.ts';
import { firstUseUnder } from '../workspace/first-use.ts';
import { readUnder } from '../records/read-under.ts';
import type { Records } from '../records/records.ts';

/** The orders and authorizations of a customer that can be read. */
export const placedUnder = async (
  records: Pick<Records, 'find'>,
  parent: string,
): Promise<PlacedOrders> => {
  const [orders, authorizations] = await Promise.all([
    readUnder(records, { kind: 'vip-order', parent }),
    readUnder(records, { kind: 'purchase-authorization', parent }),
  ]);
  return {
    orders: orders.map(({ data }) => data),
    authorizedOn: authorizations.map(({ data }) => data.createdOn),
  };
};

/** The fields that identify an app. */
const TELLS_APP = ['adamId', 'location'];

/**
 * What the form of a record would know besides the field being written; nothing is read for fields
 * that need nothing else.
 */
export const besideField = async (
  records: Pick<Records, 'find'>,
  { id, kind }: Pick<VolymRecord, 'id' | 'kind'>,
  field: string,
  chosen: ChosenEditions | undefined,
): Promise<BesideField> => {
  if (kind === 'credit-order' && field === 'orderDate')
    return { firstUse: await firstUseUnder(records, id) };
  if (kind === 'volume-app' && TELLS_APP.includes(field))
    return { apps: await readUnder(records, { kind: 'volume-app', parent: '' }) };
  if (kind !== 'vip-customer') return {};
  if (field === 'vipId') return { others: await customersHere(records) };
  return field === 'firstOrderOn' ? { placed: await placedUnder(records, id), chosen } : {};
};
