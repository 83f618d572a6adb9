import type { Draft } from '../record.ts';
import { ok, refuse, type Result } from '../result.ts';
import { visibleText } from '../visible-text.ts';
import { entryOf, holdersOf, holdersOnce, isNumbered, nameKey } from './holders-once.ts';
import type { VipCustomer, VipCustomerData, VipHolder } from './vip-customer.ts';

/** The entry of someone who comes to a list: another person, with a number, where the name stands there already. */
const newEntry = (holders: VipCustomerData['holders'], holder: Pick<VipHolder, 'plan' | 'name'>): string => {
  const entry = entryOf(holder);
  const same = holdersOf(holders, holder.plan).filter((one) => entryOf(one) === entry);
  if (!same.some(({ id }) => !isNumbered(id))) return entry;
  let number = 2;
  while (`#${number}|${entry}` in holders) number += 1;
  return `#${number}|${entry}`;
};

/**
 * Adds all those of a pasted list who hold a licence of a product, each name once and none that is on the list already; refused where
 * none is new. Pasted on two devices the list is one.
 */
export const sayHolders = (
  customer: VipCustomer,
  names: readonly string[],
  { group, plan }: Pick<VipHolder, 'group' | 'plan'>,
): Result<Draft<VipCustomerData>> => {
  const { holders } = customer.data;
  const known = new Set(holdersOf(holders, plan).map((one) => nameKey(one.name)));
  const fresh = new Map(names.map((name) => [nameKey(name), visibleText(name)]));
  for (const key of ['', ...known]) fresh.delete(key);
  if (fresh.size === 0) return refuse('name-needed', 'name');
  const added = [...fresh.values()].map((name) => {
    const holder = { name, group: visibleText(group), plan };
    return [newEntry(holders, holder), holder] as const;
  });
  return ok({ ...customer, data: { ...customer.data, holders: { ...holders, ...Object.fromEntries(added) } } });
};

/** Adds someone who holds a licence of a product; who has the name of one on the list is another person. */
export const sayNewHolder = (
  customer: VipCustomer,
  holder: Pick<VipHolder, 'name' | 'group' | 'plan'>,
): Result<Draft<VipCustomerData>> => sayHolder(customer, newEntry(customer.data.holders, holder), holder);

/** Adds someone who holds a licence of a product, or changes the name; an empty name takes the person off the list. */
export const sayHolder = (
  customer: VipCustomer,
  id: string,
  holder: Pick<VipHolder, 'name' | 'group' | 'plan'>,
): Result<Draft<VipCustomerData>> => {
  const { holders: before } = customer.data;
  const name = visibleText(holder.name);
  const person = holdersOnce(before).find(({ ids }) => ids.includes(id));
  if (name === '' && person === undefined) return refuse('name-needed', 'name');
  const holders =
    name === ''
      ? Object.fromEntries(Object.entries(before).filter(([one]) => person?.ids.includes(one) !== true))
      : { ...before, [id]: { ...before[id], name, group: visibleText(holder.group), plan: holder.plan } };
  return ok({ ...customer, data: { ...customer.data, holders } });
};
