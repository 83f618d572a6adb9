import type { VipCustomer } from './vip-customer.ts';
import { vipIdText } from './vip-id.ts';

/** Customers that have one number of Adobe's, which gives each to one. */
export type SharedNumber = {
  readonly field: 'vipId' | 'marketplaceId';
  readonly customers: readonly VipCustomer[];
};

/** A Marketplace id tells nothing of customers that have one VIP ID, too. */
const isKnownByVipId = (
  field: SharedNumber['field'],
  [customer, ...others]: readonly VipCustomer[],
): boolean =>
  field === 'marketplaceId' &&
  customer?.data.vipId !== '' &&
  others.every(({ data: { vipId } }) => vipId === customer?.data.vipId);

/**
 * The numbers that several of these customers have: two devices wrote one down each, or its number
 * later.
 */
export const sharedNumbers = (customers: readonly VipCustomer[]): readonly SharedNumber[] =>
  (['vipId', 'marketplaceId'] as const).flatMap((field) =>
    [...Map.groupBy(customers, ({ data }) => vipIdText(data[field]))]
      .filter(([number, all]) => number !== '' && all.length > 1 && !isKnownByVipId(field, all))
      .map(([, all]) => ({ field, customers: all })),
  );
