// Before the first paint: the theme chosen on this device (src/data/settings.ts keeps it).
// A file and not a line in the page, because the policy allows no inline script.
try {
  const { theme, language, workspace } = JSON.parse(localStorage.getItem('volym-settings') ?? '{}');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;

  // A device with a workspace asks for its store and words along with the page's own files, not once those have run. A
  // first visit needs neither, and would wait longer for its first screen.
  const { store, sv, en } = document.currentScript?.dataset ?? {};
  const words = (language || navigator.language).startsWith('en') ? en : sv;
  if (workspace && store)
    for (const href of `${store} ${words}`.split(' '))
      document.head.append(Object.assign(document.createElement('link'), { rel: 'modulepreload', href }));
} catch {
  // Storage is shut off or holds something else: the system's theme, and files when they are asked for.
}
