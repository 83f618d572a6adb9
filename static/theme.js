// Before the first paint: the theme chosen on this device (src/data/settings.ts keeps it).
// A file and not a line in the page, because the policy allows no inline script.
try {
  const { theme, language, workspace } = JSON.parse(localStorage.getItem('volym-settings') ?? '{}');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;

  // What the first screen needs is asked for right after the page's own files, not once those have run: home and its store
  // where there is a workspace, the first start where there is none.
  const { homeSv, homeEn, startSv, startEn } = document.currentScript?.dataset ?? {};
  const isEnglish = (language || navigator.language).startsWith('en');
  const files = workspace ? [homeSv, homeEn] : [startSv, startEn];
  const ask = () => {
    for (const href of (files[isEnglish ? 1 : 0] ?? '').split(' ').filter(Boolean)) {
      const way = href.endsWith('.css') ? { rel: 'preload', as: 'style', crossOrigin: '' } : { rel: 'modulepreload' };
      document.head.append(Object.assign(document.createElement('link'), { ...way, href }));
    }
  };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', ask);
  else ask();
} catch {
  // Storage is shut off or holds something else: the system's theme, and files when they are asked for.
}
