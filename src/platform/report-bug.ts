/**
 * The one door for what nobody foresaw: the browser's console, by the error's name alone, since its
 * text may hold a secret; and by what it says of itself in `told`, which whoever made it knows to
 * hold none. Whoever comes through it tells the user what to do.
 */
export const reportBug = (what: string, error: unknown): void => {
  if (!(error instanceof Error)) return console.error(what, '');
  const told = 'told' in error && typeof error.told === 'string' ? error.told : '';
  console.error(what, told === '' ? error.name : `${error.name} (${told})`);
};
