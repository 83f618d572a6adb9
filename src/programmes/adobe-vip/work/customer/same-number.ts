import {
  sharedNumbers,
  type SharedNumber,
} from '#programmes/adobe-vip/rules/customer/shared-numbers.ts';
import type { PurchaseAuthorization } from '#programmes/adobe-vip/rules/authorization/purchase-authorization.ts';
import { readCustomers } from './customers-here.ts';
import { readUnder } from '#data/records/read-under.ts';
import type { Records } from '#data/records/records.ts';

/** The numbers that a customer has and others have too, each with those others. */
export const sharedNumbersOf = async (
  records: Pick<Records, 'find'>,
  id: string,
): Promise<SharedNumber[]> => {
  return sharedNumbers(await readCustomers(records))
    .filter(({ customers }) => customers.some((customer) => customer.id === id))
    .map(({ field, customers }) => ({
      field,
      customers: customers.filter((customer) => customer.id !== id),
    }));
};

/**
 * The authorizations of other customers with the same number: to Adobe all of them are one
 * customer.
 */
export const authorizationsOfNumber = async (
  records: Pick<Records, 'find'>,
  id: string,
): Promise<PurchaseAuthorization[]> => {
  const shared = await sharedNumbersOf(records, id);
  const others = new Set(
    shared.flatMap(({ customers }) => customers.map((customer) => customer.id)),
  );
  const kind = 'purchase-authorization';
  const found = await Promise.all(
    [...others].map((parent) => readUnder(records, { kind, parent })),
  );
  return found.flat();
};
