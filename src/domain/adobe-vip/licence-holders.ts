import type { Doing } from '../kind.ts';
import type { Draft } from '../record.ts';
import { ok, refuse, type Result } from '../result.ts';
import { visibleText } from '../visible-text.ts';
import type { VipCustomer, VipCustomerData, VipHolder } from './vip-customer.ts';

/**
 * Adds all those of a pasted list who hold a licence of a product, each name once and none that is on the list already; refused where
 * none is new.
 */
export const sayHolders = (
  customer: VipCustomer,
  names: readonly string[],
  { group, plan }: Pick<VipHolder, 'group' | 'plan'>,
  doing: Doing,
): Result<Draft<VipCustomerData>> => {
  const { holders } = customer.data;
  const known = new Set(Object.values(holders).flatMap((one) => (one.plan === plan ? [nameKey(one.name)] : [])));
  const fresh = new Map(names.map((name) => [nameKey(name), visibleText(name)]));
  for (const key of ['', ...known]) fresh.delete(key);
  if (fresh.size === 0) return refuse('name-needed', 'name');
  const added = [...fresh.values()].map((name) => [doing.newId(), { name, group: visibleText(group), plan }] as const);
  return ok({ ...customer, data: { ...customer.data, holders: { ...holders, ...Object.fromEntries(added) } } });
};

const nameKey = (name: string): string => visibleText(name).toLowerCase();

/** Adds someone who holds a licence of a product, or changes the name; an empty name takes the person off the list. */
export const sayHolder = (
  customer: VipCustomer,
  id: string,
  holder: Pick<VipHolder, 'name' | 'group' | 'plan'>,
): Result<Draft<VipCustomerData>> => {
  const { [id]: before, ...others } = customer.data.holders;
  const name = visibleText(holder.name);
  if (name === '' && before === undefined) return refuse('name-needed', 'name');
  const holders =
    name === ''
      ? others
      : { ...others, [id]: { ...before, name, group: visibleText(holder.group), plan: holder.plan } };
  return ok({ ...customer, data: { ...customer.data, holders } });
};
