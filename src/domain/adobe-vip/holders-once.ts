import { visibleText } from '../visible-text.ts';
import type { VipCustomerData, VipHolder } from './vip-customer.ts';

/** Someone who holds a licence, once: with every entry of the list that means this one. */
export type HolderOnce = VipHolder & { readonly id: string; readonly ids: readonly string[] };

/** A name as it is compared: on every device alike. */
export const nameKey = (name: string): string => visibleText(name).toLowerCase();

/** The entry of a name on a plan's list, the same whoever writes it down. */
export const entryOf = ({ plan, name }: Pick<VipHolder, 'plan' | 'name'>): string => `${plan}|${nameKey(name)}`;

/** Whether an entry is that of another person than the first of the name. */
export const isNumbered = (id: string): boolean => id.startsWith('#');

/**
 * Those who hold licences, each once. Two devices that write down one name mean one person; two people of one name are there where
 * someone wrote the name again beside the one that stood there.
 */
export const holdersOnce = (holders: VipCustomerData['holders']): HolderOnce[] => {
  const found = new Map<string, HolderOnce>();
  for (const [id, holder] of Object.entries(holders)) {
    const person = isNumbered(id) ? id : entryOf(holder);
    const known = found.get(person) ?? { ...holder, id, ids: [] };
    found.set(person, { ...known, ids: [...known.ids, id] });
  }
  return [...found.values()];
};

/** Those of one plan, each once. */
export const holdersOf = (holders: VipCustomerData['holders'], plan: string): HolderOnce[] =>
  holdersOnce(holders).filter((one) => one.plan === plan);
