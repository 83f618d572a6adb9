import { destinationFor, type Choice } from '#core/import/choice.ts';
import { vipIdText } from '#programmes/adobe-vip/rules/customer/vip-id.ts';
import { productKey } from '#programmes/adobe-vip/rules/product/product-name.ts';
import type { VipCustomerData } from '#programmes/adobe-vip/rules/customer/vip-customer.ts';
import type { AsksOwner, IncomingVip, MayOwn } from '../plan/planned.ts';
import type { VipDesk } from './desk.ts';

/** The holders on one sheet, the name of its file, and its own; '' where that says nothing. */
export type SheetOfHolders = Pick<IncomingVip, 'rows'> & {
  readonly sheet: string;
  readonly file: string;
  readonly own: string;
};

/** Whose a list of holders is that does not say it in its rows. */
export type ListOwner = {
  /** Undefined as long as it cannot be told. */
  readonly id: string | undefined;
  /** Whether any customer is there whose it may be. */
  readonly isAnyHere: boolean;
  readonly asks: AsksOwner | undefined;
};

/**
 * Whose a list of holders is: of the one customer who is here; of the one that someone chose; else of
 * the one that it speaks for itself: by the name of the sheet or the file, by those on it who are
 * known, or by the domain of its addresses.
 */
export const listOwner = (desk: VipDesk, list: SheetOfHolders, choice: Choice): ListOwner => {
  const all = liveCustomers(desk);
  const ids = all.map(({ id }) => id);
  const [only, ...others] = ids;
  if (others.length === 0) return { id: only, isAnyHere: only !== undefined, asks: undefined };
  const domains = domainsIn(list);
  const suggested =
    calledIn(all, list.own) ??
    calledIn(all, list.file) ??
    ofAccounts(all, accountsIn(list)) ??
    ofDomain(all, domains);
  const destination = destinationFor(choice, list.sheet);
  const chosen = typeof destination === 'string' ? undefined : destination.id;
  const id = chosen !== undefined && ids.includes(chosen) ? chosen : suggested?.id;
  const { sheet } = list;
  const asks = {
    sheet,
    suggested: suggested && nameOf(suggested),
    mark: suggested?.id ?? mostOf(domains),
    all: all.map(nameOf),
  };
  return { id, isAnyHere: true, asks };
};

type Here = { readonly id: string; readonly data: VipCustomerData };

const nameOf = ({ id, data }: Here): MayOwn => ({ id, name: data.name });

const liveCustomers = ({ people, touched, known }: VipDesk): readonly Here[] =>
  [...people.values()].filter(
    ({ id, before }) => !known.strange.has(id) && (!before?.trashedOn || touched.has(id)),
  );

const only = <T>(found: readonly T[]): T | undefined => (found.length === 1 ? found[0] : undefined);

/** Shorter names are in the name of many a file. */
const LONG_NAME = 4;

const calledIn = (all: readonly Here[], file: string): Here | undefined => {
  const [number, words] = [vipIdText(file), wordsIn(file)];
  const byNumber = all.filter(({ data }) => data.vipId !== '' && number.includes(data.vipId));
  const byName = all.filter(
    ({ data }) => data.name.length >= LONG_NAME && words.includes(wordsIn(data.name)),
  );
  return only(byNumber) ?? only(byName);
};

const wordsIn = (text: string): string =>
  ` ${productKey(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .join(' ')} `;

/** The part of an address that says where somebody is; '' without one. */
const domainOf = (address: string): string => /@([^\s@]+)$/.exec(address.toLowerCase())?.[1] ?? '';

/** The accounts on the list, each as it is compared. */
const accountsIn = ({ rows }: SheetOfHolders): ReadonlySet<string> =>
  new Set(
    rows.flatMap((row) =>
      row.outcome === 'value' && row.is === 'holder' && row.person.account !== ''
        ? row.person.account.toLowerCase()
        : [],
    ),
  );

/** The only customer at which most of a list's accounts have a licence already. */
const ofAccounts = (all: readonly Here[], listed: ReadonlySet<string>): Here | undefined =>
  only(
    all.filter(({ data }) => {
      const own = Object.values(data.holders).flatMap(({ account = '' }) => account.toLowerCase());
      return new Set(own.filter((account) => listed.has(account))).size > listed.size / 2;
    }),
  );

/** How many on the list have an address of each domain. */
const domainsIn = (list: SheetOfHolders): ReadonlyMap<string, number> => {
  const found = new Map<string, number>();
  for (const domain of [...accountsIn(list)].map(domainOf))
    if (domain !== '') found.set(domain, (found.get(domain) ?? 0) + 1);
  return found;
};

/** The domain of most; '' without any. */
const mostOf = (domains: ReadonlyMap<string, number>): string =>
  [...domains].toSorted(([a, some], [b, more]) => more - some || (a < b ? -1 : 1))[0]?.[0] ?? '';

/** The only customer with an administrator, or somebody with a licence, in a domain of most. */
const ofDomain = (all: readonly Here[], domains: ReadonlyMap<string, number>): Here | undefined => {
  const listed = [...domains.values()].reduce((sum, count) => sum + count, 0);
  const found = all.filter(({ data }) => {
    const own = new Set(
      [data.adminEmail, ...Object.values(data.holders).map(({ account, name }) => account ?? name)]
        .map(domainOf)
        .filter((domain) => domain !== ''),
    );
    const count = [...own].reduce((sum, domain) => sum + (domains.get(domain) ?? 0), 0);
    return count > listed / 2;
  });
  return only(found);
};
