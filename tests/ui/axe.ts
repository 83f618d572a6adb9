import axe from 'axe-core';

/** What axe finds in the page, by rule and element; empty when all is well. */
export const faults = async (): Promise<string[]> => {
  const { violations } = await axe.run(document, { resultTypes: ['violations'] });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html, any }) => `${id}: ${html} ${any[0]?.message ?? ''}`));
};

/** Sets the theme for a test and takes it back afterwards. */
export const inTheme = (theme: 'light' | 'dark'): void => {
  document.documentElement.dataset.theme = theme;
  document.documentElement.lang = 'sv';
  document.title = 'Volym';
};
