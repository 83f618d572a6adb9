import { keptKey } from '#core/record/kept-key.ts';
import { visibleText } from '#core/text/visible-text.ts';
import type { VipCustomerData, VipHolder } from '../customer/vip-customer.ts';

type Holders = VipCustomerData['holders'];

/** Someone who holds a licence, by one entry of the list. */
export type HolderOnce = VipHolder & { readonly id: string };

/**
 * Entries from before names were used as ids: then two with the same name were two people, if each
 * was in a different group.
 */
const isOld = (id: string): boolean => id !== '' && !id.includes('|');

/**
 * Whom an entry means, the same whoever writes it down: whoever has one account, or without any is
 * called by one name, on a plan's list is one person, but for those whose entry has a number. The
 * entry of someone new, too.
 */
export const personOf = ({
  id = '',
  plan,
  name,
  account = '',
  group = '',
}: Pick<VipHolder, 'plan' | 'name' | 'account'> & {
  readonly id?: string;
  readonly group?: string;
}): string => {
  if (id.startsWith('#')) return id;
  const parts = [plan, visibleText(account || name).toLowerCase()];
  if (account !== '') return keptKey(parts.join('|'));
  return keptKey((isOld(id) && group !== '' ? [...parts, group.toLowerCase()] : parts).join('|'));
};

/**
 * The holders of a plan's licences, each once. Two devices that enter the same name mean one
 * person; there are two people with the same name if someone entered it again although it was there
 * already.
 */
export const holdersOf = (holders: Holders, plan?: string): HolderOnce[] => {
  const all = Object.entries(holders).map(([id, holder]) => ({ ...holder, id }));
  const found = new Map(all.map((holder) => [personOf(holder), holder]));
  return [...found.values()].filter((holder) => plan === undefined || holder.plan === plan);
};
