import {
  holdersOf,
  personOf,
  type HolderOnce,
} from '#programmes/adobe-vip/rules/plan/holders-once.ts';
import {
  sayHolder,
  sayHolders,
  sayNewHolder,
} from '#programmes/adobe-vip/rules/plan/licence-holders.ts';
import type {
  VipCustomerData,
  VipHolder,
} from '#programmes/adobe-vip/rules/customer/vip-customer.ts';
import type { VipRefused } from '#programmes/adobe-vip/rules/vip-problem.ts';
import type { Records } from '#data/records/records.ts';
import type { Texts } from '#ui/text.ts';
import { toasts } from '#ui/toast.svelte.ts';
import { doAndSay } from '../do-and-say.ts';
import type { HoldersWords } from '#programmes/adobe-vip/words/load.ts';

type ActionWords = { readonly text: Texts; readonly words: HoldersWords };

/** Writes someone on the list of those who hold a licence. */
export const addHolder = (
  records: Records,
  id: string,
  holder: VipHolder,
  { text, words }: ActionWords,
): Promise<VipRefused | undefined> =>
  doAndSay(
    records,
    { id, kind: 'vip-customer' },
    (customer, doing) => sayNewHolder(customer, holder, doing),
    words.added(holder.name),
    text,
    ['holders'],
  );

/** Adds everyone in a pasted list, and says how many of them were there already. */
export const addHolders = async (
  records: Records,
  id: string,
  names: readonly string[],
  on: Pick<VipHolder, 'group' | 'plan'>,
  { text, words }: ActionWords,
): Promise<VipRefused | undefined> => {
  // A name that is pasted twice was not there before.
  const people = new Set(names.map((name) => personOf({ plan: on.plan, name }))).size;
  const countOf = ({ data }: { readonly data: VipCustomerData }): number =>
    holdersOf(data.holders).length;
  const problem = await doAndSay(
    records,
    { id, kind: 'vip-customer' },
    (customer, doing) => sayHolders(customer, names, on, doing),
    ({ before, after }) => {
      const added = countOf(after) - countOf(before);
      return words.addedMany(added, people - added);
    },
    text,
    ['holders'],
  );
  if (problem?.code !== 'name-needed') return problem;
  toasts.say(words.addedMany(0, people));
  return undefined;
};

/** Takes someone off that list. */
export const removeHolder = (
  records: Records,
  id: string,
  { id: known, name, plan }: Pick<HolderOnce, 'id' | 'name' | 'plan'>,
  { text, words }: ActionWords,
): Promise<VipRefused | undefined> =>
  doAndSay(
    records,
    { id, kind: 'vip-customer' },
    (customer) => sayHolder(customer, known, { name: '', group: '', plan }),
    words.removed(name),
    text,
    ['holders'],
  );
