/**
 * The one door for what nobody foresaw: the browser's console, by the error's name alone, since its text may hold a
 * secret. Whoever comes through it tells the user what to do.
 */
export const reportBug = (what: string, error: unknown): void =>
  console.error(what, error instanceof Error ? error.name : '');
