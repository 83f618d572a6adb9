// Before the first paint: theme (src/data/device/settings.ts), first files (src/tools/start-page.mjs). The
// policy allows no inline script.
try {
  const { theme, language, workspace } = JSON.parse(localStorage.getItem('volym-settings') ?? '{}');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;

  // Right after the page's own files, not once those have run: home, or the first start where there
  // is no workspace.
  const { homeSv, homeEn, startSv, startEn } = document.currentScript?.dataset ?? {};
  const isEnglish = (language || navigator.language).startsWith('en');
  const files = workspace ? [homeSv, homeEn] : [startSv, startEn];
  const ask = () => {
    for (const href of (files[isEnglish ? 1 : 0] ?? '').split(' ').filter(Boolean)) {
      const way = href.endsWith('.css')
        ? { rel: 'preload', as: 'style', crossOrigin: '' }
        : { rel: 'modulepreload' };
      document.head.append(Object.assign(document.createElement('link'), { ...way, href }));
    }
  };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', ask);
  else ask();
} catch {
  // No storage: the system's theme, and files when they are asked for.
}
