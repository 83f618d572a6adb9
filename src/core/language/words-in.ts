import type { Language } from './language.ts';

/**
 * Loads words that lie in a file for each language. Each file is named in a function of its own: of
 * two in one the bundler would fetch both.
 */
export const wordsIn =
  <Words>(swedish: () => Promise<Words>, english: () => Promise<Words>) =>
  (language: Language): Promise<Words> =>
    language === 'sv' ? swedish() : english();
