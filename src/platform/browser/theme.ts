/** Light, dark, or with the empty string as the system has it. */
export type Theme = '' | 'light' | 'dark';

/** `--canvas` of tokens.css, for the bars that the system draws around the app. */
const CANVAS = { light: '#f2f4f3', dark: '#0c1011' } as const;

/**
 * Shows a theme on the page and in the system's bars. Before the first paint `static/theme.js` has
 * done the first half.
 */
export const showTheme = (theme: Theme): void => {
  if (theme === '') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  for (const bar of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
    const system = bar.media.includes('dark') ? 'dark' : 'light';
    bar.content = CANVAS[theme === '' ? system : theme];
  }
};
