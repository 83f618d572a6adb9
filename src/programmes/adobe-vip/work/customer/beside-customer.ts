import type { Editing, EditUndoing } from '#programmes/adobe-vip/rules/customer/edit-customer.ts';
import type { ChosenEditions } from '#programmes/adobe-vip/rules/edition/vip-edition.ts';
import type { Records } from '#data/records/records.ts';
import { placedUnder } from '../order/placed-under.ts';
import { customersHere } from './customers-here.ts';

/** What the form of a customer knows: what is under the customer, and the other customers. */
type BesideCustomer = Pick<Editing, 'placed' | 'chosen'> & Pick<EditUndoing, 'others'>;

/**
 * What the form of a customer would know besides the field being written; nothing is read for
 * fields that need nothing else.
 */
export const besideCustomer = async (
  records: Pick<Records, 'find'>,
  id: string,
  field: string,
  chosen: ChosenEditions | undefined,
): Promise<BesideCustomer> => {
  if (field === 'vipId') return { others: await customersHere(records) };
  return field === 'firstOrderOn' ? { placed: await placedUnder(records, id), chosen } : {};
};
