import type { VipDryRun } from '#programmes/adobe-vip/work/import/trial.ts';
import type { Texts } from '#ui/text.ts';
import { valueOf } from '#workspace/screens/import/dry-run/destinations.ts';
import type { PlaceQuestion } from '#workspace/screens/import/importing.ts';

/**
 * Which customer a list is of that says who has a licence; undefined where nothing is to choose.
 * Where nothing speaks for one of them, nothing can be written before it is answered.
 */
export const ownerQuestion = (
  { plan: { asksOwner } }: VipDryRun,
  _: VipDryRun,
  { importVip: words, import: common, format }: Texts,
  sheets: readonly string[],
): PlaceQuestion | undefined => {
  const asked = asksOwner.find(({ sheet }) => sheets.includes(sheet));
  if (asked === undefined) return undefined;
  const { suggested, all } = asked;
  const others = all
    .filter(({ id }) => id !== suggested?.id)
    .toSorted((a, b) => format.compare(a.name, b.name))
    .map(({ id, name }) => ({ value: valueOf({ id }), label: name }));
  const first =
    suggested === undefined
      ? { label: words.asksOwner, text: words.chooseOwner }
      : { label: common.groupSuggested, text: suggested.name };
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
