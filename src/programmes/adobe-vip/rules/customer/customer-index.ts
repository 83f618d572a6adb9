import { productKey } from '../product/product-name.ts';
import type { VipCustomer, VipCustomerData } from './vip-customer.ts';
import type { NamedCustomer } from './named-customer.ts';
import { numberKey } from '../number-key.ts';

/** Customers by what rows call them. */
export type CustomerIndex = {
  /** The ids that a row may mean: none, one, or several with the same name. */
  readonly find: (who: NamedCustomer) => readonly string[];
  /**
   * The ids of other customers than that one which a part of what a row says names: by a number, or
   * by its name if that one is called otherwise. With `name-apart` it has a number of its own, which
   * the row does not say.
   */
  readonly beside: (who: NamedCustomer, id: string) => readonly Beside[];
  readonly add: (
    id: string,
    data: Pick<VipCustomerData, 'vipId' | 'marketplaceId' | 'name'>,
  ) => void;
};

/** A customer that a row names beside the one it is taken for. */
export type Beside = { readonly id: string; readonly by: 'number' | 'name' | 'name-apart' };

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
  const beside: CustomerIndex['beside'] = ({ vipId, marketplaceId, name }, id) => {
    const market = numberKey(marketplaceId);
    const numbered = [byVipId.get(vipId), byMarketplace.get(market)].flatMap((other) =>
      other === undefined || other === id ? [] : [{ id: other, by: 'number' as const }],
    );
    const called = byName.get(productKey(name)) ?? [];
    if (called.some((entry) => entry.id === id)) return numbered;
    const isApart = (entry: Entry): boolean =>
      (vipId !== '' && entry.vipId !== '') || (market !== '' && entry.marketplaceId !== '');
    const named = called.map((entry): Beside => ({
      id: entry.id,
      by: isApart(entry) ? 'name-apart' : 'name',
    }));
    return [...numbered, ...named];
  };
  return { find, beside, add };
};
