// Before the first paint: the theme chosen on this device, where it is not the system's own (written by src/platform/theme.ts).
// A file and not a line in the page, because the policy allows no inline script.
try {
  const theme = localStorage.getItem('volym.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage is shut off: the system's theme.
}
