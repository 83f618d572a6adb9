import { visibleText } from '#core/text/visible-text.ts';
import type { VipCustomerData, VipHolder } from '../customer/vip-customer.ts';
import { personOf, type HolderOnce } from './holders-once.ts';

/** Someone as a list of Adobe's names them; '' for what it leaves out, but not for all of it. */
export type ListedPerson = {
  /** The address, or else the user name. */
  readonly account: string;
  readonly name: string;
  readonly group: string;
};

/** When a name is written down, and when the file that has it was written, where that is known. */
export type Named = { readonly at: number; readonly listedAt?: number | undefined };

/** What a list says of someone who holds a licence of a plan. */
export type HolderSaid = {
  readonly id: string;
  readonly before: VipHolder | undefined;
  readonly after: VipHolder;
};

/** The holders of a customer, in which those of a list are looked up and laid down. */
export type ListedHolders = {
  /** Which entry a person of a list means on a plan's list, and what it says from then on. */
  readonly said: (plan: string, person: ListedPerson, named: Named) => HolderSaid;
  readonly lay: (said: HolderSaid) => void;
  /** Takes someone off, with every entry that means them. */
  readonly drop: (holder: HolderOnce) => void;
  readonly all: () => VipCustomerData['holders'];
};

const key = (text: string): string => visibleText(text).toLowerCase();

/**
 * Looks up whom a list means among those who are known to hold a licence: by their account; else
 * whoever was written down by hand under that account or that name, and has none yet. So nobody is
 * there twice, and two people who have one name and two accounts are two.
 */
export const listedHolders = (holders: VipCustomerData['holders']): ListedHolders => {
  const entries = new Map(Object.entries(holders));
  const byAccount = new Map<string, string>();
  const byName = new Map<string, string[]>();
  const lay = (id: string, { plan, name, account = '' }: VipHolder): void => {
    if (account !== '') byAccount.set(`${plan}|${key(account)}`, id);
    const place = `${plan}|${key(name)}`;
    const same = byName.get(place) ?? [];
    if (!same.includes(id)) byName.set(place, [...same, id]);
  };
  for (const [id, holder] of entries) lay(id, holder);
  const named = (plan: string, text: string, isFree: (id: string) => boolean) =>
    text === '' ? undefined : byName.get(`${plan}|${key(text)}`)?.find(isFree);
  const hasNoAccount = (id: string): boolean => (entries.get(id)?.account ?? '') === '';
  const meant = (plan: string, { account, name }: ListedPerson): string | undefined =>
    account === ''
      ? named(plan, name, () => true)
      : (byAccount.get(`${plan}|${key(account)}`) ??
        named(plan, account, hasNoAccount) ??
        named(plan, name, hasNoAccount));
  const freeId = (plan: string, { account, name }: ListedPerson): string => {
    const id = personOf({ plan, name: name || account, account });
    if (!entries.has(id)) return id;
    let number = 2;
    while (entries.has(`#${number}|${id}`)) number += 1;
    return `#${number}|${id}`;
  };
  return {
    said: (plan, person, { at, listedAt }) => {
      const known = meant(plan, person);
      const before = known === undefined ? undefined : entries.get(known);
      const { account, group } = person;
      if (known === undefined || before === undefined) {
        const name = person.name || account;
        const told = { ...(account !== '' && { account }), ...(listedAt && { listedAt }) };
        const after = { name, group, plan, at, ...told };
        return { id: freeId(plan, person), before: undefined, after };
      }
      // Adobe says what its accounts are called; what someone wrote of a department stays.
      const isOfAccount = [before.account ?? '', before.name].map(key).includes(key(account));
      const isOther = person.name !== '' && key(person.name) !== key(before.name);
      const after = {
        ...before,
        name: isOfAccount && isOther ? person.name : before.name,
        group: before.group || group,
        ...(account !== '' && (before.account ?? '') === '' && { account }),
      };
      return { id: known, before, after };
    },
    lay: ({ id, after }) => {
      entries.set(id, after);
      lay(id, after);
    },
    drop: (gone) => {
      const person = personOf(gone);
      for (const [id, holder] of entries)
        if (personOf({ id, ...holder }) === person) entries.delete(id);
    },
    all: () => Object.fromEntries(entries),
  };
};
