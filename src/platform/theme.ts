/** Light, dark, or as the system has it. */
export type Theme = 'system' | 'light' | 'dark';

/** Where `static/theme.js` looks before the first paint. */
const KEY = 'volym.theme';

/** `--canvas` of tokens.css, for the bars that the system draws around the app. */
const CANVAS = { light: '#f2f4f3', dark: '#0c1011' } as const;

const isChosen = (theme: string | null): theme is 'light' | 'dark' => theme === 'light' || theme === 'dark';

/** The theme kept on this device. */
export const keptTheme = (): Theme => {
  try {
    const kept = localStorage.getItem(KEY);
    return isChosen(kept) ? kept : 'system';
  } catch {
    return 'system';
  }
};

/** Shows a theme on the page and in the system's bars. */
export const showTheme = (theme: Theme): void => {
  if (isChosen(theme)) document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
  for (const bar of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
    const system = bar.media.includes('dark') ? 'dark' : 'light';
    bar.content = CANVAS[isChosen(theme) ? theme : system];
  }
};

/** Shows a theme at once and keeps it for the next start, whose first paint already has it. */
export const chooseTheme = (theme: Theme): void => {
  showTheme(theme);
  try {
    if (isChosen(theme)) localStorage.setItem(KEY, theme);
    else localStorage.removeItem(KEY);
  } catch {
    // Storage is shut off: the choice lasts as long as the page.
  }
};
