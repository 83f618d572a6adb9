import axe from 'axe-core';

/** Something half faded in has half its contrast: what begins and ends is waited for. */
const allMoved = async (): Promise<void> => {
  const ending = document
    .getAnimations()
    .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
  await Promise.allSettled(ending.map(({ finished }) => finished));
};

/** What axe finds in the page, by rule and element; empty when all is well. */
export const faults = async (): Promise<string[]> => {
  await allMoved();
  const { violations } = await axe.run(document, { resultTypes: ['violations'] });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, any }) => `${id}: ${html} ${any[0]?.message ?? ''}`),
  );
};

/** Sets the theme for a test and takes it back afterwards. */
export const inTheme = (theme: 'light' | 'dark'): void => {
  document.documentElement.dataset.theme = theme;
  document.documentElement.lang = 'sv';
  document.title = 'Volym';
};
