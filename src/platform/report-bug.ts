/**
 * The one place for unforeseen errors: it writes the error's name to the browser's console, without
 * its text, which may hold a secret; and its `told`, which the code that made the error knows to
 * hold none. The caller tells the user what to do.
 */
export const reportBug = (what: string, error: unknown): void => {
  if (!(error instanceof Error)) return console.error(what, '');
  const detail = 'told' in error && typeof error.told === 'string' ? error.told : '';
  console.error(what, detail === '' ? error.name : `${error.name} (${detail})`);
};
