import { grouped } from '#core/grouped.ts';

/** Something to choose, and what tells it from another of the same name, the best first. */
export type Choosable = { readonly label: string; readonly more: readonly string[] };

/**
 * The labels of what can be chosen, each once: those of one name with as much more as tells them
 * apart, and numbered where nothing does.
 */
export const toldApart = (all: readonly Choosable[]): readonly string[] => {
  const labels = all.map(({ label }) => label);
  const most = Math.max(0, ...all.map(({ more }) => more.length));
  for (let nth = 0; nth < most; nth += 1)
    for (const same of sameOf(labels)) {
      const said = same.map((at) => all[at]?.more[nth] ?? '');
      if (new Set(said).size === 1) continue;
      for (const [index, at] of same.entries())
        labels[at] = [labels[at], said[index]].filter((part) => part !== '').join(', ');
    }
  const taken = new Set(labels.map(keyOf));
  for (const same of sameOf(labels)) {
    let number = 0;
    for (const at of same) {
      const label = labels[at] ?? '';
      // One may be called `Norr (1)` by itself.
      do number += 1;
      while (taken.has(keyOf(`${label} (${number})`)));
      labels[at] = `${label} (${number})`;
      taken.add(keyOf(`${label} (${number})`));
    }
  }
  return labels;
};

/** What a label is compared by, whatever it is. */
const keyOf = (label: string): string => `=${label.toLowerCase()}`;

/** The places of labels that more than one has, in whichever capitals. */
const sameOf = (labels: readonly string[]): readonly (readonly number[])[] => {
  const byLabel = grouped(
    labels.map((label, at) => ({ label, at })),
    ({ label }) => keyOf(label),
  );
  return [...byLabel.values()]
    .filter(({ length }) => length > 1)
    .map((same) => same.map(({ at }) => at));
};
