import { productKey } from '../product/product-name.ts';
import type { VipCustomer, VipCustomerData } from './vip-customer.ts';
import type { NamedCustomer } from './named-customer.ts';
import { numberKey } from '../number-key.ts';

/** Customers by what rows call them. */
export type CustomerIndex = {
  /** The ids that a row may mean: none, one, or several with the same name. */
  readonly find: (who: NamedCustomer) => readonly string[];
  readonly add: (
    id: string,
    data: Pick<VipCustomerData, 'vipId' | 'marketplaceId' | 'name'>,
  ) => void;
};

type Entry = Pick<VipCustomerData, 'vipId' | 'marketplaceId'> & { readonly id: string };

/**
 * Looks customers up by VIP ID, else by Marketplace id, else by name; live ones before those in the
 * trash. A name does not match if both have a VIP ID.
 */
export const customersBy = (customers: readonly VipCustomer[]): CustomerIndex => {
  const byVipId = new Map<string, string>();
  const byMarketplace = new Map<string, string>();
  const byName = new Map<string, Entry[]>();
  const add: CustomerIndex['add'] = (id, { vipId, marketplaceId, name }) => {
    if (vipId !== '' && !byVipId.has(vipId)) byVipId.set(vipId, id);
    const market = numberKey(marketplaceId);
    if (market !== '' && !byMarketplace.has(market)) byMarketplace.set(market, id);
    const key = productKey(name);
    if (key === '') return;
    const same = byName.get(key) ?? [];
    byName.set(key, [
      ...same.filter((entry) => entry.id !== id),
      { id, vipId, marketplaceId: market },
    ]);
  };
  for (const { id, data } of customers.filter(({ trashedOn }) => trashedOn === '')) add(id, data);
  const live = new Set(byName.keys());
  for (const { id, data, trashedOn } of customers)
    if (trashedOn !== '') add(id, live.has(productKey(data.name)) ? { ...data, name: '' } : data);
  const find: CustomerIndex['find'] = ({ vipId, marketplaceId, name }) => {
    const market = numberKey(marketplaceId);
    const known = byVipId.get(vipId) ?? byMarketplace.get(market);
    if (known !== undefined) return [known];
    const isOther = (given: string, known: string): boolean => given !== '' && known !== '';
    return (byName.get(productKey(name)) ?? [])
      .filter((entry) => !isOther(vipId, entry.vipId) && !isOther(market, entry.marketplaceId))
      .map(({ id }) => id);
  };
  return { find, add };
};
