// Before the first paint: the theme chosen on this device (src/data/settings.ts keeps it).
// A file and not a line in the page, because the policy allows no inline script.
try {
  const { theme } = JSON.parse(localStorage.getItem('volym-settings') ?? '{}');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage is shut off or holds something else: the system's theme.
}
