import type { VipDryRun } from '#programmes/adobe-vip/work/import/trial.ts';
import type { Texts } from '#ui/text.ts';
import { optionsOf, valueOf } from '#workspace/screens/import/dry-run/questions/destinations.ts';
import type { PlaceQuestion } from '#workspace/screens/import/importing.ts';

/**
 * Which customer a list is of that says who has a licence; undefined where nothing is to choose.
 * Where nothing speaks for one of them, nothing can be written before it is answered.
 */
export const ownerQuestion = (
  { plan: { asksOwner }, known }: VipDryRun,
  _: VipDryRun,
  { importVip: words, import: common, format }: Texts,
  sheets: readonly string[],
): PlaceQuestion | undefined => {
  const asked = asksOwner.find(({ sheet }) => sheets.includes(sheet));
  if (asked === undefined) return undefined;
  const { suggested, all } = asked;
  const data = new Map(known.customers.map((customer) => [customer.id, customer.data]));
  const options = optionsOf(
    all
      .toSorted((a, b) => format.compare(a.name, b.name))
      .map(({ id, name }) => {
        const { vipId = '', marketplaceId = '', adminEmail = '' } = data.get(id) ?? {};
        return { id, label: name, more: [vipId, marketplaceId, adminEmail] };
      }),
  );
  const suggestion = suggested && valueOf(suggested);
  const others = options.filter(({ value }) => value !== suggestion);
  const first =
    suggested === undefined
      ? { label: words.asksOwner, text: words.chooseOwner }
      : {
          label: common.groupSuggested,
          text: options.find(({ value }) => value === suggestion)?.label ?? suggested.name,
        };
  return {
    title: words.asksOwner,
    why: words.asksOwnerWhy,
    sheets: asksOwner.map(({ sheet }) => sheet).filter((sheet) => sheets.includes(sheet)),
    groups: [
      { label: first.label, options: [{ value: 'as-suggested', label: first.text }] },
      { label: words.groupCustomers, options: others },
    ],
    ...(suggested === undefined && {
      first: { button: words.chooseOwner, note: words.chooseOwnerFirst },
    }),
  };
};
