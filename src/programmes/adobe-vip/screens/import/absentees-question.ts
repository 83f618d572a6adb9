import type { VipDryRun } from '#programmes/adobe-vip/work/import/trial.ts';
import type { Texts } from '#ui/text.ts';
import type { Absentees } from '#workspace/screens/import/importing.ts';

/**
 * Who is on a customer's list here and no longer on Adobe's, by name, and why others stay that are not
 * either; undefined where there is nobody.
 */
export const absenteesQuestion = (
  { plan: { notListed } }: VipDryRun,
  { importVip: { notListed: words }, format }: Texts,
): Absentees | undefined => {
  if (notListed.length === 0) return undefined;
  const offered = notListed.filter(({ kept }) => kept === undefined);
  const customers = new Set(notListed.map(({ customer }) => customer));
  const people = offered
    .map(({ id, name, account, product, customer, isTakenOff }) => ({
      id,
      label: name,
      // A list of Adobe's may know somebody by no more than the address: it is not said twice.
      detail: [account === name ? '' : account, product, customers.size > 1 ? customer : '']
        .filter((part) => part !== '')
        .join(' · '),
      isChosen: isTakenOff,
    }))
    .toSorted((a, b) => format.compare(a.label, b.label));
  const { title, all, more, kept } = words;
  const whyKept = new Set(notListed.flatMap((one) => one.kept ?? []));
  const why = [
    ...(offered.length === 0 ? [] : [words.why]),
    ...[...whyKept].map((one) => kept[one]),
  ];
  const count = offered.length === 0 ? notListed.length : offered.length;
  return { title: title(count), why: why.join(' '), all, more, people };
};
